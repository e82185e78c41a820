"""How a hit of the search is drawn: its day and kind, and the words around it, found ones bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diary.logic.search import Hit
from diary.ui.models.search_list import HIT, title
from diary.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
EDGE, SPARE, LEADING = 12, 18, 4
LEAST = 44


class SearchRows(QStyledItemDelegate):
    """Draws hits, wrapped to the width of the list. Heights are remembered."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[Hit, int], int] = {}
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Let go of the remembered heights."""
        self._heights.clear()

    def _width(self) -> int:
        return max(80, self._view.viewport().width() - 2 * EDGE)

    def _title_height(self) -> int:
        return QFontMetrics(self._theme.font(0.9, bold=True)).height()

    def _layout(self, hit: Hit, width: int, mark: QColor) -> QTextLayout:
        """The excerpt in lines; the layout knows every script and direction."""
        layout = QTextLayout(hit.excerpt, self._theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_bold(hit.excerpt, *span, mark) for span in hit.marks])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as its wrapped lines, and never too low for a sore hand."""
        hit, width = index.data(HIT), self._width()
        if (hit, width) not in self._heights:
            layout = self._layout(hit, width, self._theme.colour("ink"))
            below = round(layout.boundingRect().height())
            self._heights[hit, width] = max(LEAST, self._title_height() + LEADING + below + SPARE)
        return QSize(width, self._heights[hit, width])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; the chosen one is filled and framed."""
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_frame(painter, QRectF(rect), chosen=chosen)
        colour = self._theme.colour
        left, top = rect.left() + EDGE, rect.top() + SPARE // 2
        painter.setFont(self._theme.font(0.9, bold=True))
        painter.setPen(colour("on_accent" if chosen else "ink2"))
        above = QRect(left, top, self._width(), self._title_height())
        painter.drawText(above, Qt.AlignmentFlag.AlignLeading, title(hit))
        painter.setPen(colour("on_accent" if chosen else "ink"))
        mark = colour("on_accent" if chosen else "accent")
        layout = self._layout(hit, self._width(), mark)
        layout.draw(painter, QPointF(left, top + self._title_height() + LEADING))
        painter.restore()

    def _paint_frame(self, painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
        accent = self._theme.colour("accent")
        painter.setPen(QPen(self._theme.colour("ink") if chosen else accent, 2))
        painter.setBrush(accent if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 8, 8)


def _bold(text: str, start: int, stop: int, colour: QColor) -> QTextLayout.FormatRange:
    """Bold and underlined letters; Qt counts UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start = _units(text[:start])
    made.length = _units(text[start:stop])
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    look.setForeground(colour)
    made.format = look
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
