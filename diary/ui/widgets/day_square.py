"""The small square of one day in the calendar of the year, and in its legend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from diary.i18n import format_number
from diary.logic.year import Cell, Mark
from diary.palette import Look
from diary.ui.theme import Theme

INSIDE = 2.5
CORNER = 5.0
LONGEST_MONTH = 31
RECORDED_SHADE = 0.26
DARK_FROM = 0.55
"""From this shade on, the sign in a square is drawn in the colour of the card."""
SHADES = (0.08, 0.2, 0.34, 0.84, 1.0)
"""How much of the accent: letters on each reach 7:1, in ink or in the colour of the card."""


class DaySquares:
    """Paints days."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._numbers = [format_number(number) for number in range(LONGEST_MONTH + 1)]

    def font(self, side: int, *, bold: bool, factor: float = 0.46) -> QFont:
        """Letters that fit into a square, no larger than those of the text."""
        font = self._theme.font(1.0, bold=bold)
        text = QFontInfo(font).pixelSize()
        font.setPixelSize(max(9, min(round(side * factor), text)))
        return font

    def paint(  # noqa: PLR0913 - a square is its place, its day and what is known of it
        self,
        painter: QPainter,
        place: QRect,
        day: date,
        cell: Cell | None,
        today: date,
        *,
        valued: bool,
    ) -> None:
        """Draw a day; `valued`: the calendar shows values, and days without one a dot."""
        colour = self._theme.colour
        if day > today:
            painter.setFont(self.font(place.width(), bold=False, factor=0.38))
            painter.setPen(colour("ink2"))
            self._sign(painter, place, self._numbers[day.day])
            return
        number = self._numbers[day.day]
        painter.setFont(self.font(place.width(), bold=day == today))
        if cell is None:
            painter.setPen(colour("ink2"))
            self._sign(painter, place, "·" if valued else number)
        else:
            self.paint_cell(painter, place, cell, cell.sign or number)
        if day == today:
            self._mark_today(painter, place)

    def paint_cell(self, painter: QPainter, place: QRect, cell: Cell, sign: str) -> None:
        """Draw what is known of a day, with its number or sign."""
        inside = QRectF(place).adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
        shade = 0.0
        if cell.mark is Mark.LATE:
            self._hollow(painter, inside)
        else:
            shade = self._shade(cell)
            self._filled(painter, inside, shade)
        painter.setPen(self._theme.colour("on_accent" if shade > DARK_FROM else "ink"))
        self._sign(painter, place, sign)

    def _shade(self, cell: Cell) -> float:
        if cell.mark is Mark.RECORDED:
            return RECORDED_SHADE
        return SHADES[min(int(cell.share * len(SHADES)), len(SHADES) - 1)]

    def _filled(self, painter: QPainter, inside: QRectF, shade: float) -> None:
        fill = self._theme.tint("accent", shade)
        contrast = self._theme.look is Look.CONTRAST
        painter.setPen(QPen(self._theme.colour("accent"), 1) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(inside, CORNER, CORNER)

    def _hollow(self, painter: QPainter, inside: QRectF) -> None:
        accent = self._theme.colour("accent")
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        part = inside.width() * 0.34
        corner = inside.bottomRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(
            QPolygonF(
                [
                    corner,
                    QPointF(corner.x() - part, corner.y()),
                    QPointF(corner.x(), corner.y() - part),
                ]
            )
        )

    def _mark_today(self, painter: QPainter, place: QRect) -> None:
        """A bar under the number."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink"))
        width = place.width() * 0.6
        left = place.center().x() + 0.5 - width / 2
        painter.drawRoundedRect(QRectF(left, place.bottom() - 2.5, width, 3), 1.5, 1.5)

    def paint_ring(self, painter: QPainter, place: QRect, *, strong: bool) -> None:
        """The ring around the chosen day."""
        width = 2.5 if strong else 1.5
        painter.setPen(QPen(self._theme.colour("ink"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), CORNER + 1, CORNER + 1)

    @staticmethod
    def _sign(painter: QPainter, place: QRect, sign: str) -> None:
        """Letters in the middle, made smaller where they would not fit."""
        font = painter.font()
        while painter.fontMetrics().horizontalAdvance(sign) > place.width() - 5:
            if font.pixelSize() <= 7:  # noqa: PLR2004 - the smallest that can be read
                break
            font.setPixelSize(font.pixelSize() - 1)
            painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)


class Sample(QWidget):
    """One square of the legend; None for a day without anything, today marked on demand."""

    SIDE = 24

    def __init__(self, theme: Theme, cell: Cell | None, *, today: bool = False) -> None:
        super().__init__()
        self._squares, self._theme = DaySquares(theme), theme
        self._cell, self._is_today = cell, today
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as large as the days of the calendar."""
        side = max(self.SIDE, self._theme.px(self.SIDE))
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the 8th of some month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        day, other = date(2026, 1, 8), date(2026, 1, 9)
        today = day if self._is_today else other
        if self._cell is not None and self._cell.mark is Mark.FUTURE:
            today = date(2026, 1, 1)
        self._squares.paint(painter, self.rect(), day, self._cell, today, valued=False)
