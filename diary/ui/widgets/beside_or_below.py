"""Choices beside what they change; below one another where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, scrolling

UNLIMITED = 16_777_215
"""What Qt takes for any width."""
SIDE, BESIDE_FROM, LOWEST = 330, 700, 360
"""At the usual text size: the width of the side, from which width both stand beside each other,
and the least height of the shown part."""


class BesideOrBelow(QWidget):
    """The side scrolls by itself where it stands beside."""

    def __init__(self, side: QWidget, shown: QWidget, theme: Theme) -> None:
        super().__init__()
        self._side, self._shown, self._theme = side, shown, theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * GAP)
        self._area = scrolling(side)
        self._row.addWidget(self._area)
        self._row.addWidget(shown, 1)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """There is more or less room."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        bar = self._area.verticalScrollBar().sizeHint().width()
        if beside:
            least = self._side.minimumSizeHint().width() + bar
            self._area.setFixedWidth(max(self._theme.px(SIDE), least))
            self._area.setMinimumHeight(0)
            self._shown.setMinimumHeight(0)
        else:
            self._area.setMinimumWidth(0)
            self._area.setMaximumWidth(UNLIMITED)
            self._area.setMinimumHeight(self._side.heightForWidth(self.width() - bar))
            self._shown.setMinimumHeight(max(self.window().height() - 6 * GAP, LOWEST))
