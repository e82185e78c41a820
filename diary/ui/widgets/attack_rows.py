"""How a row of the list of attacks is drawn: time and length first, then what was seen and felt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.records import Attack
from diary.field import Group
from diary.i18n import _
from diary.logic.attack_phrases import (
    colour_words,
    length_words,
    place_words,
    start_words,
    symptom_words,
)
from diary.ui.models.attack_list import RECORD, DayRow
from diary.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
EDGE = 12
LEADING = 2
WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a row, with its font and the role of its colour."""

    text: str
    font: QFont
    colour: str


class AttackRows(QStyledItemDelegate):
    """Draws headings and attacks, wrapped to the width of the list.

    Heights are remembered: a list of 1,000 attacks is measured once, not at each change.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[object, int] = {}
        self._measured = 0
        theme.changed.connect(self._heights.clear)

    def _lines(self, row: object, now: datetime | None) -> list[Line]:
        theme = self._theme
        if isinstance(row, DayRow):
            title = Line(row.title, theme.font(bold=True), "ink")
            return [title, Line(row.words, theme.font(0.9), "ink2")]
        if not isinstance(row, Attack):
            return []
        first = f"{start_words(row)}  ·  {length_words(row, now or row.recorded_at)}"
        later = "" if row.recorded_at_the_time else _("added later")
        seen = " · ".join(
            part
            for part in (
                colour_words(row.colours),
                place_words(row.places),
                symptom_words(row),
                later,
            )
            if part
        )
        lines = [Line(first, theme.font(bold=True), "ink"), Line(seen, theme.font(), "ink2")]
        return [line for line in lines if line.text]

    def _width(self) -> int:
        return max(80, self._view.viewport().width() - 2 * EDGE)

    def _now(self) -> datetime | None:
        now = getattr(self._view.model(), "now", None)
        return now if isinstance(now, datetime) else None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as its wrapped lines, and never too low for a sore hand."""
        row, width = index.data(RECORD), self._width()
        if isinstance(row, Attack) and row.ongoing:
            return QSize(width, self._row_height(row))
        if width != self._measured:
            self._heights.clear()
            self._measured = width
        if row not in self._heights:
            self._heights[row] = self._row_height(row)
        return QSize(width, self._heights[row])

    def _row_height(self, row: object) -> int:
        spare = 26 if isinstance(row, DayRow) else 18
        return max(44, self._height(self._lines(row, self._now())) + spare)

    def _height(self, lines: list[Line]) -> int:
        area = QRect(0, 0, self._width(), 10_000)
        heights = [
            QFontMetrics(line.font).boundingRect(area, WRAP, line.text).height() for line in lines
        ]
        return sum(heights) + LEADING * (len(lines) - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; the chosen one is filled and framed."""
        row = index.data(RECORD)
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or focused:
            self._paint_frame(painter, QRectF(rect), chosen=chosen)
        lines = self._lines(row, self._now())
        top = self._top(rect, row, lines)
        for line in lines:
            colour = self._theme.colour("on_accent" if chosen else line.colour)
            top += self._paint_line(painter, line, colour, QRect(rect.left(), top, 0, 0))
        painter.restore()

    def _top(self, rect: QRect, row: object, lines: list[Line]) -> int:
        """Where the first line begins: headings lie low, attacks in the middle."""
        spare = rect.height() - self._height(lines)
        return rect.top() + (spare - 6 if isinstance(row, DayRow) else spare // 2)

    def _paint_frame(self, painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
        accent = self._theme.group(Group.RAYNAUD)
        painter.setPen(QPen(self._theme.colour("ink") if chosen else accent, 2))
        painter.setBrush(accent if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 8, 8)

    def _paint_line(self, painter: QPainter, line: Line, colour: QColor, place: QRect) -> int:
        painter.setFont(line.font)
        painter.setPen(colour)
        area = QRect(place.left() + EDGE, place.top(), self._width(), 10_000)
        needed = painter.boundingRect(area, WRAP, line.text)
        painter.drawText(area, WRAP, line.text)
        return needed.height() + LEADING
