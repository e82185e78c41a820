"""A large button for an answer of many words: they wrap where the row is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from diary.ui.widgets.turned import StayButton

SIDES = 40
"""Padding and borders at both sides, in pixels; more than the style sheet has."""
ENDS = 14
"""The same above and below."""


class WrappedButton(StayButton):
    """As wide unchosen as chosen, so that nothing jumps; with room for an icon before its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self._bold: QFontMetrics | None = None
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Its words in one line."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All words in one line."""
        width = self._metrics().horizontalAdvance(self._words) + self._aside()
        return QSize(max(44, width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its longest word."""
        longest = max(map(self._metrics().horizontalAdvance, self._words.split()), default=0)
        return QSize(max(44, longest + self._aside()), 44)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the wrapped words."""
        lines = len(self._lines(width))
        return max(44, self.iconSize().height() + 8, lines * self._metrics().height() + ENDS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the words anew."""
        super().resizeEvent(event)
        text = "\n".join(self._lines(self.width())).replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> list[str]:
        room, metrics = width - self._aside(), self._metrics()
        lines: list[str] = []
        for word in self._words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _aside(self) -> int:
        icon = 0 if self.icon().isNull() else self.iconSize().width() + 8
        return SIDES + icon

    def _metrics(self) -> QFontMetrics:
        """Those of its words in bold; layouts ask for them very often."""
        if self._bold is None:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            self._bold = QFontMetrics(bold)
        return self._bold

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew in another font."""
        self._bold = None
        super().changeEvent(event)
