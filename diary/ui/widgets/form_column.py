"""The column of a page of questions: on a wide screen it stands in the middle, within reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

LINES_WIDE = 70
"""It grows no wider than so many lines of text are high: 1,400 pixels at 11 points."""


class FormColumn(QWidget):
    """Fills its page up to a width that eye and hand still cross with ease."""

    def __init__(self) -> None:
        super().__init__()
        self._cap()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text needs more width."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._cap()

    def _cap(self) -> None:
        self.setMaximumWidth(LINES_WIDE * self.fontMetrics().height())
