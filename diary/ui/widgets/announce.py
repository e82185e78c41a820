"""Say something to a screen reader without moving the focus."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

READ_WHEN_CHANGED = sys.platform.startswith("linux")
"""Whether readers say by themselves that the control with the keyboard is described anew.

Orca does, also before version 45, which does not know announcements: docs/accessibility.md.
"""


def announce(widget: QWidget, words: str) -> None:
    """Have assistive tools say these words now; nothing happens where none is running."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell(widget: QWidget, words: str) -> None:
    """Describe the control that has the keyboard anew, and have it said, once."""
    widget.setAccessibleDescription(words)
    if not READ_WHEN_CHANGED:
        announce(widget, words)
