"""Brings a window before the patient's eyes. Used by the tray and by a second start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def bring_up(window: QWidget) -> None:
    """Show the window above the others, also from the tray or from the task bar.

    While another one stands `instead` of it (the diary is locked, or was opened), that one.
    """
    while (other := getattr(window, "instead", None)) is not None:
        window = other
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
