"""The Qt paths of a drawing, worked out once a drawing."""

from __future__ import annotations

from functools import cache
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from diary.ui.widgets.maps.drawing import Drawing, Point, Points


def curve(points: Points, *, closed: bool) -> QPainterPath:
    """A smooth curve through points; a point given twice is a corner."""
    path = QPainterPath(QPointF(*points[0]))
    for place in range(len(points) if closed else len(points) - 1):
        before, here, there, after = (
            _at(points, place + step, closed=closed) for step in (-1, 0, 1, 2)
        )
        length = hypot(there[0] - here[0], there[1] - here[1]) / 3
        path.cubicTo(
            _towards(here, before, there, length),
            _towards(there, after, here, length),
            QPointF(*there),
        )
    if closed:
        path.closeSubpath()
    return path


def _at(points: Points, place: int, *, closed: bool) -> Point:
    last = len(points) - 1
    return points[place % len(points) if closed else min(max(place, 0), last)]


def _towards(here: Point, back: Point, ahead: Point, length: float) -> QPointF:
    """From `here` in the direction of the curve, which runs along its two neighbours."""
    x, y = ahead[0] - back[0], ahead[1] - back[1]
    scale = length / (hypot(x, y) or 1)
    return QPointF(here[0] + x * scale, here[1] + y * scale)


@cache
def outlines(drawing: Drawing) -> tuple[QPainterPath, ...]:
    """The outline of each figure."""
    return tuple(curve(figure.outline, closed=True) for figure in drawing.figures)


@cache
def details(drawing: Drawing) -> QPainterPath:
    """All fine lines of a drawing."""
    path = QPainterPath()
    for figure in drawing.figures:
        for line in figure.details:
            path.addPath(curve(line, closed=False))
    return path


@cache
def areas(drawing: Drawing) -> tuple[QPainterPath, ...]:
    """The path of each area: its figure inside its fence."""
    return tuple(
        outlines(drawing)[area.figure].intersected(_fence(area.fence)) for area in drawing.areas
    )


def _fence(points: Points) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    path.closeSubpath()
    return path
