"""What stands on a drawn map: grades, small signs, and how each is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from diary.ui.theme import Theme

HIGHEST = 3
SPACING = {1: 11.0, 2: 6.5, 3: 6.5}
"""Pixels between the lines of hatching; grade 3 is crossed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of a region.

    `grade` is 0 to 3, drawn by hatching and its number; `sign` a few letters in a small disc, such
    as how many sores there are; `words` say all of it to screen readers, and `short` in the list
    where they would be long.
    """

    grade: int | None = None
    sign: str = ""
    words: str = ""
    short: str = ""

    @property
    def text(self) -> str:
        """What stands in the disc."""
        return self.sign or ("" if self.grade is None else str(self.grade))

    @property
    def said(self) -> str:
        """All of it in words."""
        return self.words or self.text


def paint_hatching(
    painter: QPainter, path: QPainterPath, grade: int, pen: QPen, scale: float
) -> None:
    """Fill a region with slanting lines: the higher the grade, the closer."""
    if grade not in SPACING:
        return
    painter.save()
    painter.setClipPath(path)
    painter.setPen(pen)
    box = path.boundingRect()
    painter.drawLines(_slanting(box, SPACING[grade] * scale, 1))
    if grade == HIGHEST:
        painter.drawLines(_slanting(box, SPACING[grade] * scale, -1))
    painter.restore()


def _slanting(box: QRectF, step: float, slope: int) -> list[QLineF]:
    reach = box.width() + box.height()
    starts = (box.left() - box.height() + step * place for place in range(int(reach / step) + 1))
    edge = (box.bottom(), box.top()) if slope > 0 else (box.top(), box.bottom())
    return [QLineF(x, edge[0], x + box.height(), edge[1]) for x in starts]


def paint_disc(painter: QPainter, spot: QPointF, text: str, theme: Theme, accent: str) -> None:
    """A disc with a number or a sign on the map, legible over any hatching."""
    painter.setFont(theme.font(0.9, bold=True))
    metrics = painter.fontMetrics()
    height = max(20.0, metrics.height() + 2.0)
    box = QRectF(0, 0, max(height, metrics.horizontalAdvance(text) + height * 0.5), height)
    box.moveCenter(spot)
    painter.setPen(QPen(theme.colour(accent), 1.4))
    painter.setBrush(theme.colour("card"))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(theme.colour("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
