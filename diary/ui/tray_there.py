"""Whether this desktop has a tray. Apart from the tray, which needs the whole window."""

from __future__ import annotations

from PySide6.QtWidgets import QSystemTrayIcon


def has_tray() -> bool:
    """Whether this desktop shows icons of running programs."""
    return QSystemTrayIcon.isSystemTrayAvailable()
