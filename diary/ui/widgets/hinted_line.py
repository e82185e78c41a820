"""A line that says in itself what it is for, in as many words as it has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

ASIDE = 60
"""Pixels beside the words: borders, padding, and the cross that empties the line."""


class HintedLine(QLineEdit):
    """Shows the first of the `hints` that fits; they go from long to short."""

    def __init__(self, hints: Sequence[str]) -> None:
        super().__init__()
        self._hints = hints
        self.setClearButtonEnabled(True)

    def _fit(self) -> None:
        letters, room = self.fontMetrics(), self.width() - ASIDE
        fitting = (hint for hint in self._hints if letters.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say more where there is more room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say less in larger letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
