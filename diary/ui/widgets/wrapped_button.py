"""A large button for an answer of many words: they wrap where the row is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.turned import StayButton

SIDES = 36
"""Padding and borders at both sides, in pixels; more than the style sheet has."""
ENDS = 14
"""The same above and below."""


class WrappedButton(StayButton):
    """As wide unchosen as chosen, so that nothing jumps; with room for an icon before its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self._forget()
        self.setAccessibleName(words)  # of its text, a reader would say where its lines end
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Its words in one line."""
        return self._words

    # Layouts ask for sizes very often: each is worked out once.

    def _forget(self) -> None:
        self._bold: QFontMetrics | None = None
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All words in one line."""
        if self._hint is None:
            width = self._metrics().horizontalAdvance(self._words) + self._aside()
            self._hint = QSize(max(TARGET, width), self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its longest word."""
        if self._least is None:
            longest = max(map(self._metrics().horizontalAdvance, self._words.split()), default=0)
            self._least = QSize(max(TARGET, longest + self._aside()), TARGET)
        return self._least

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the wrapped words."""
        if width not in self._heights:
            words = len(self._lines(width)) * self._metrics().height() + ENDS
            self._heights[width] = max(TARGET, self.iconSize().height() + 8, words)
        return self._heights[width]

    def setIcon(self, icon: QIcon | QPixmap) -> None:  # noqa: N802 - Qt's name
        """Show an icon before the words."""
        super().setIcon(icon)
        self._forget()

    def setIconSize(self, size: QSize) -> None:  # noqa: N802 - Qt's name
        """Have the icon of this size."""
        super().setIconSize(size)
        self._forget()

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
        """Those of its words in bold."""
        if self._bold is None:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            self._bold = QFontMetrics(bold)
        return self._bold

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew in another font."""
        if event.type() is QEvent.Type.FontChange:
            self._forget()
        super().changeEvent(event)
