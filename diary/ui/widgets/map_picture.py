"""A small drawn map to look at: nothing in it can be chosen; its words say all that it shows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from diary.i18n import format_list
from diary.ui.theme import Theme
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_painter import MapPainter, State
from diary.ui.widgets.map_space import MapSpace, growth
from diary.ui.widgets.maps.drawing import Drawing

EDGE = 4
SHARE = 0.7
"""Of the drawing's own size."""


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
        self.setFixedSize(self._space.size(SHARE * growth(self._theme)))

    @property
    def _space(self) -> MapSpace:
        return MapSpace(self._drawing, self.fontMetrics().height() + 4, EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the figures, then what is known of the regions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        transform = self._space.transform(self.size())
        MapPainter(painter, self._drawing, self._theme, transform).paint(self._state, focused=False)
