"""Where a drawing lies in the widget that shows it, and what lies under a point of that widget.

Used by the map that can be chosen from and by the picture of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QTransform

from diary.ui.theme import Theme
from diary.ui.widgets.maps import paths
from diary.ui.widgets.maps.drawing import Drawing

MOST_GROWTH = 1.35
"""Text may grow more than twofold; the drawing need not."""
REACH = 12.0
"""How far from a region, in pixels, a click still means it."""


def growth(theme: Theme) -> float:
    """How much larger than its own size a drawing is with larger text."""
    return min(max(theme.points / 11, 1), MOST_GROWTH)


@dataclass(frozen=True, slots=True)
class MapSpace:
    """A drawing below its captions, each row of them `line` pixels high, with an edge around."""

    drawing: Drawing
    line: int
    edge: int

    @property
    def top(self) -> int:
        """How high the captions are together."""
        return len({caption.row for caption in self.drawing.captions}) * self.line

    def size(self, scale: float) -> QSize:
        """The size of the whole for a drawing at this scale."""
        wide = round(self.drawing.width * scale) + 2 * self.edge
        return QSize(wide, self.height_for(wide))

    def height_for(self, width: int) -> int:
        """In proportion, as far as the drawing grows at all."""
        wide = min(width - 2 * self.edge, round(self.drawing.width * MOST_GROWTH))
        share = self.drawing.height / self.drawing.width
        return round(wide * share) + 2 * self.edge + self.top

    def transform(self, size: QSize) -> QTransform:
        """From the units of the drawing to pixels: as large as fits, in the middle."""
        wide, high = size.width() - 2 * self.edge, size.height() - self.top - 2 * self.edge
        scale = min(wide / self.drawing.width, high / self.drawing.height)
        left = (size.width() - scale * self.drawing.width) / 2
        return QTransform(scale, 0, 0, scale, left, self.top + self.edge)


def area_at(drawing: Drawing, to_pixels: QTransform, point: QPointF) -> int | None:
    """The place of the area under a point, or of the nearest one within reach."""
    shapes = [to_pixels.map(path) for path in paths.areas(drawing)]
    inside = [place for place, shape in enumerate(shapes) if shape.contains(point)]
    if inside:
        return inside[0]
    around = QRectF(0, 0, 2 * REACH, 2 * REACH)
    around.moveCenter(point)
    near = [place for place, shape in enumerate(shapes) if shape.intersects(around)]
    middle = [shape.boundingRect().center() for shape in shapes]
    away = {place: (middle[place] - point).manhattanLength() for place in near}
    return min(away, key=away.__getitem__, default=None)
