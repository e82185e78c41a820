"""A hand that trembles presses twice. What comes up under it takes no press at first."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QWidget

DEAF_MS = 800
"""So long a widget that has just come up does not feel the pointer; the keyboard works at once."""
PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class Steady(QObject):
    """Keeps a second press, meant for what was there before, from what took its place."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._since = QElapsedTimer()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note when it comes up; swallow presses that come too soon."""
        if event.type() is QEvent.Type.Show:
            self._since.start()
        soon = self._since.isValid() and self._since.elapsed() < DEAF_MS
        return event.type() in PRESSES and soon
