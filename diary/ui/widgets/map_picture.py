"""A small drawn map to look at: nothing in it can be chosen; its words say all that it shows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from diary.i18n import format_list
from diary.ui.theme import Theme
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_painter import MapPainter, State
from diary.ui.widgets.maps.drawing import Drawing

EDGE = 4
SHARE, MOST_GROWTH = 0.7, 1.35
"""Of the drawing's own size with text of 11 points; how much larger text lets it grow."""


class MapPicture(QWidget):
    """One drawing with what is known of its regions."""

    def __init__(self, drawing: Drawing, theme: Theme, accent: str) -> None:
        super().__init__()
        self._drawing, self._theme = drawing, theme
        self._state = State(accent=accent)
        theme.changed.connect(self._fit)
        self._fit()

    def show_marks(self, title: str, marks: Mapping[str, Mark]) -> None:
        """Show what is known of the regions; `title` says of what, to screen readers."""
        self._state.marks = dict(marks)
        self.setAccessibleName(title)
        told = [f"{self._drawing.label(key)}: {mark.said}" for key, mark in marks.items()]
        self.setAccessibleDescription(format_list(told))
        self.update()

    def _fit(self) -> None:
        scale = self._scale()
        wide, high = round(self._drawing.width * scale), round(self._drawing.height * scale)
        self.setFixedSize(QSize(wide + 2 * EDGE, high + self._captions() + 2 * EDGE))

    def _scale(self) -> float:
        return SHARE * min(max(self._theme.points / 11, 1), MOST_GROWTH)

    def _captions(self) -> int:
        rows = {caption.row for caption in self._drawing.captions}
        return len(rows) * (self.fontMetrics().height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the figures, then what is known of the regions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, top = self._scale(), self._captions()
        transform = QTransform(scale, 0, 0, scale, EDGE, top + EDGE)
        MapPainter(painter, self._drawing, self._theme, transform).paint(self._state, focused=False)
