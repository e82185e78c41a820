"""How an entry of the care page is drawn: its title, and below it its lines, wrapped."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diary.ui.models.care_list import ENTRY, Entry
from diary.ui.theme import Theme
from diary.ui.widgets.controls import breakable

Index = QModelIndex | QPersistentModelIndex
EDGE = 12
LEADING = 2
LEAST = 44
WRAP = Qt.TextFlag.TextWordWrap

Line = tuple[str, QFont, str]
"""A text, its font and the role of its colour."""


class CareRows(QStyledItemDelegate):
    """Draws headings and entries; the chosen one is filled and framed."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def _lines(self, entry: Entry) -> list[Line]:
        theme = self._theme
        title = (entry.title, theme.font(1.0, bold=True), "ink" if entry.key else "accent")
        lower = theme.font(1.0 if entry.key else 0.9)
        lines = [title, *((line, lower, "ink2") for line in entry.lines if line)]
        return [(breakable(text), font, role) for text, font, role in lines]

    def _width(self) -> int:
        return max(80, self._view.viewport().width() - 2 * EDGE)

    def _height(self, lines: list[Line]) -> int:
        area = QRect(0, 0, self._width(), 100_000)
        heights = [
            QFontMetrics(font).boundingRect(area, WRAP, text).height() for text, font, _c in lines
        ]
        return sum(heights) + LEADING * (len(lines) - 1)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as its wrapped lines, and never too low for a sore hand."""
        entry: Entry = index.data(ENTRY)
        spare = 18 if entry.key else 26
        return QSize(self._width(), max(LEAST, self._height(self._lines(entry)) + spare))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or focused:
            self._paint_frame(painter, QRectF(rect), chosen=chosen)
        lines = self._lines(entry)
        spare = rect.height() - self._height(lines)
        top = rect.top() + (spare // 2 if entry.key else spare - 6)
        for text, font, role in lines:
            painter.setFont(font)
            painter.setPen(self._theme.colour("on_accent" if chosen else role))
            area = QRect(rect.left() + EDGE, top, self._width(), 100_000)
            painter.drawText(area, WRAP, text)
            top += painter.boundingRect(area, WRAP, text).height() + LEADING
        painter.restore()

    def _paint_frame(self, painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
        accent = self._theme.colour("accent")
        painter.setPen(QPen(self._theme.colour("ink") if chosen else accent, 2))
        painter.setBrush(accent if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 8, 8)
