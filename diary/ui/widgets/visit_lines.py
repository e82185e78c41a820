"""Upright lines on the days of visits (dashes) and of changes of a medicine (dots)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from diary.charts.care import CareMarks
from diary.charts.geometry import Plot
from diary.ui.theme import Theme

WIDTH = 1.4


def paint_marks(painter: QPainter, plot: Plot, marks: CareMarks, theme: Theme) -> None:
    """Draw the lines through the rows of a chart."""
    drawn = [(row.top, row.bottom) for row in plot.rows if row.bottom > row.top]
    for days, style in (
        (marks.visits, Qt.PenStyle.DashLine),
        (marks.changes, Qt.PenStyle.DotLine),
    ):
        painter.setPen(QPen(theme.colour("line"), WIDTH, style))
        for day, _words in days:
            for top, bottom in drawn if _inside(plot, day) else ():
                x = plot.x_of(day)
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _inside(plot: Plot, day: date) -> bool:
    return plot.first <= day <= plot.last
