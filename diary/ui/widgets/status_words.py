"""What was last said, for a minute, and then how things stand, as when the last save was.

A few lines at most. Used by the rail.

A sentence that is longer ends in an ellipsis; screen readers and the tip have all of it.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.controls import GAP, label

CUT = "…"
WHILE_MS = 60_000
"""So long words that pass are shown."""


class StatusWords(QWidget):
    """Says one thing at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._standing = ""
        self._while = QTimer(self, singleShot=True, interval=WHILE_MS)
        self._while.timeout.connect(self._on_passed)
        self._most_lines = 1
        self.shown = label("", "small")
        self.shown.setContentsMargins(GAP, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)

    @property
    def words(self) -> str:
        """All that is said, also what there is no room for."""
        return self._words

    def say(self, words: str) -> None:
        """Say this for a while; then how things stand comes back."""
        self._show(words)
        self._while.start()

    def stand(self, words: str) -> None:
        """Say this until things stand otherwise."""
        self._standing = words
        self._show(words)
        self._while.stop()

    @Slot()
    def _on_passed(self) -> None:
        self._show(self._standing)

    def _show(self, words: str) -> None:
        self._words = words
        self.shown.setAccessibleName(words)
        self._fit()

    def show_lines(self, most: int) -> None:
        """Take no more than so many lines."""
        self._most_lines = most
        self._fit()

    def height_of(self, lines: int) -> int:
        """How high so many lines are."""
        return lines * self.shown.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        """Leave out words at the end until the others fit."""
        shown = self._words
        while self._is_high(shown) and " " in shown:
            shown = shown.removesuffix(CUT).rpartition(" ")[0] + CUT
        self.shown.setText(shown)
        self.shown.setToolTip("" if shown == self._words else self._words)

    def _is_high(self, words: str) -> bool:
        self.shown.setText(words)
        lines = self.shown.heightForWidth(self.width()) / self.height_of(1)
        return round(lines) > self._most_lines

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show more words where there is more room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
