"""How a drawn map is painted: calm lines, and each state by more than its colour."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from diary.ui.theme import Theme
from diary.ui.widgets.map_marks import Mark, paint_disc, paint_hatching
from diary.ui.widgets.maps import paths
from diary.ui.widgets.maps.drawing import Drawing

TINT = 38
"""How much of the accent a chosen region takes, of 255."""


@dataclass(slots=True)
class State:
    """What a map shows besides its figures. `here` is the place of the keyboard's area."""

    accent: str
    marks: dict[str, Mark] = field(default_factory=dict)
    chosen: str | None = None
    hovered: str | None = None
    here: int = 0
    ticked: bool = True
    """Whether the chosen region has a tick; where regions take grades, one would look done."""


class MapPainter:
    """Paints one drawing once."""

    def __init__(
        self, painter: QPainter, drawing: Drawing, theme: Theme, transform: QTransform
    ) -> None:
        self._painter, self._drawing, self._theme = painter, drawing, theme
        self._transform = transform
        self._areas = [transform.map(path) for path in paths.areas(drawing)]

    def paint(self, state: State, *, focused: bool) -> None:
        """Draw everything, from the ground up."""
        self._paint_captions()
        self._paint_ground()
        self._paint_regions(state)
        self._paint_outlines()
        self._paint_state(state, focused=focused)
        self._paint_discs(state)

    def _of(self, key: str | None) -> list[QPainterPath]:
        pairs = zip(self._drawing.areas, self._areas, strict=True)
        return [path for area, path in pairs if area.region == key]

    def _paint_captions(self) -> None:
        painter, theme = self._painter, self._theme
        high = painter.fontMetrics().height() + 4
        for caption in self._drawing.captions:
            painter.setFont(theme.font(bold=caption.row == 0))
            painter.setPen(theme.colour("ink" if caption.row == 0 else "ink2"))
            words = str(caption.words)
            box = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + 4, high)
            x = self._transform.map(QPointF(caption.x, 0)).x()
            box.moveCenter(QPointF(x, (caption.row + 0.5) * high))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ground(self) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("paper"))
        for path in paths.outlines(self._drawing):
            self._painter.drawPath(self._transform.map(path))

    def _paint_regions(self, state: State) -> None:
        pen = QPen(self._theme.colour("line"), 1.0)
        tint = QColor(self._theme.colour(state.accent))
        tint.setAlpha(TINT)
        self._painter.setBrush(tint)
        self._painter.setPen(Qt.PenStyle.NoPen)
        for path in self._of(state.chosen):
            self._painter.drawPath(path)
        hatch = QPen(self._theme.colour(state.accent), 1.2)
        for key, mark in state.marks.items():
            for path in self._of(key):
                paint_hatching(self._painter, path, mark.grade or 0, hatch, 1.0)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(pen)
        for path in self._areas:
            self._painter.drawPath(path)

    def _paint_outlines(self) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pen("line", 1.2))
        self._painter.drawPath(self._transform.map(paths.details(self._drawing)))
        self._painter.setPen(self._pen("ink2", 1.8))
        for path in paths.outlines(self._drawing):
            self._painter.drawPath(self._transform.map(path))

    def _paint_state(self, state: State, *, focused: bool) -> None:
        self._painter.setPen(self._pen("ink", 1.8))
        for path in self._of(state.hovered):
            self._painter.drawPath(path)
        self._painter.setPen(self._pen(state.accent, 3.2))
        for path in self._of(state.chosen):
            self._painter.drawPath(path)
        if focused:
            self._paint_focus(self._areas[state.here])

    def _paint_focus(self, path: QPainterPath) -> None:
        """A ring of its own around the area, whatever its shape."""
        box = path.boundingRect().adjusted(-4, -4, 4, 4)
        self._painter.setPen(self._pen("card", 5.0))
        self._painter.drawRoundedRect(box, 8, 8)
        self._painter.setPen(self._pen("accent", 2.4))
        self._painter.drawRoundedRect(box, 8, 8)

    def _paint_discs(self, state: State) -> None:
        for area in self._drawing.areas:
            mark = state.marks.get(area.region)
            text = mark.text if mark else ""
            if not text and state.ticked and area.region == state.chosen:
                text = "✓"
            if text:
                spot = self._transform.map(QPointF(*area.spot))
                paint_disc(self._painter, spot, text, self._theme, state.accent)

    def _pen(self, role: str, width: float) -> QPen:
        flag = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(self._theme.colour(role), width, *flag)
