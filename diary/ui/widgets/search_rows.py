"""How a hit of the search is drawn: its day and kind, and the words around it, found ones bold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from diary.logic.search import Hit
from diary.ui.models.search_list import HIT, title
from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.drawn_rows import EDGE, SPARE, Index, paint_ground, words_colour

LEADING = 4


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
            self._heights[hit, width] = max(TARGET, self._title_height() + LEADING + below + SPARE)
        return QSize(width, self._heights[hit, width])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option, self._theme)
        left, top = rect.left() + EDGE, rect.top() + SPARE // 2
        painter.setFont(self._theme.font(0.9, bold=True))
        painter.setPen(words_colour(self._theme, option, "ink2"))
        above = QRect(left, top, self._width(), self._title_height())
        painter.drawText(above, Qt.AlignmentFlag.AlignLeading, title(hit))
        painter.setPen(self._theme.colour("ink"))
        layout = self._layout(hit, self._width(), self._theme.colour("accent"))
        layout.draw(painter, QPointF(left, top + self._title_height() + LEADING))
        painter.restore()


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
