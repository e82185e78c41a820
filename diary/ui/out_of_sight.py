"""What is out of sight takes no keys that would enter something: the first brings it in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from diary.ui.focus import bring_in_sight

CHANGES = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
"""Keys that change an answer, beside those that write something."""


class OutOfSight(QObject):
    """Guards what has the keyboard in an area that was scrolled on without it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        here = QApplication.focusWidget()
        if here is not None and self._area.isAncestorOf(here) and _is_hidden(here):
            here.removeEventFilter(self)  # or it would be heard twice
            here.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show what the key is for; it can then be pressed again."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        watched.removeEventFilter(self)
        if not (isinstance(watched, QWidget) and _is_hidden(watched)):
            return False
        if event.key() not in CHANGES and not _writes(event.text()):
            return False
        bring_in_sight(watched)
        return True


def _is_hidden(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty()


def _writes(text: str) -> bool:
    return bool(text) and text.isprintable()
