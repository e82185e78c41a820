"""Brings a window before the patient's eyes. Used by the tray and by a second start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def bring_up(window: QWidget) -> None:
    """Show the window above the others, also from the tray or from the task bar."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
