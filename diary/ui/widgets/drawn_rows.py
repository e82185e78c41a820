"""How the rows of a list are drawn: a strong line and quiet ones below, wrapped to its width."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET

Index = QModelIndex | QPersistentModelIndex
EDGE, LEADING = 22, 2
SPARE, SPARE_OF_HEADING = 18, 26
WRAP = Qt.TextFlag.TextWordWrap
TINT, CORNER, BAR = 0.12, 8, 4
"""The share of the accent in the ground of a chosen row; its corner; the bar at its beginning."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a row, with its font and the role of its colour."""

    text: str
    font: QFont
    colour: str


class DrawnRows(QStyledItemDelegate):
    """Draws what `lines` gives. Headings lie low, near the rows that they head."""

    def __init__(self, theme: Theme, view: QListView, accent: str = "accent") -> None:
        super().__init__(view)
        self._theme, self._view, self._accent = theme, view, accent

    @abstractmethod
    def lines(self, index: Index) -> list[Line]:
        """What stands in a row."""

    @abstractmethod
    def is_heading(self, index: Index) -> bool:
        """Whether a row heads those below it."""

    def width(self) -> int:
        """How wide the words may be, in pixels."""
        return max(80, self._view.viewport().width() - 2 * EDGE)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as its wrapped lines, and never too low for a sore hand."""
        spare = SPARE_OF_HEADING if self.is_heading(index) else SPARE
        return QSize(self.width(), max(TARGET, self._height(self.lines(index)) + spare))

    def _height(self, lines: list[Line]) -> int:
        area = QRect(0, 0, self.width(), 100_000)
        heights = [
            QFontMetrics(line.font).boundingRect(area, WRAP, line.text).height() for line in lines
        ]
        return sum(heights) + LEADING * (len(lines) - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        paint_ground(painter, option, self._theme, self._accent)
        lines = self.lines(index)
        spare = option.rect.height() - self._height(lines)
        top = option.rect.top() + (spare - 6 if self.is_heading(index) else spare // 2)
        for line in lines:
            painter.setFont(line.font)
            painter.setPen(words_colour(self._theme, option, line.colour))
            area = QRect(option.rect.left() + EDGE, top, self.width(), 100_000)
            painter.drawText(area, WRAP, line.text)
            top += painter.boundingRect(area, WRAP, line.text).height() + LEADING
        painter.restore()


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Whether the row that is drawn is the chosen one."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def words_colour(theme: Theme, option: QStyleOptionViewItem, role: str) -> QColor:
    """The colour of words: all of the chosen row stands out."""
    return theme.colour("ink" if is_chosen(option) and role == "ink2" else role)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, accent: str = "accent"
) -> None:
    """Draw what tells the chosen row from others without its colour: a bar at its beginning.

    Where the keyboard is, on a chosen row or on another such as a heading, there is a frame.
    """
    chosen, here = is_chosen(option), option.state & QStyle.StateFlag.State_HasFocus
    if not (chosen or here):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect, colour = QRectF(option.rect).adjusted(6, 2, -6, -2), theme.colour(accent)
    painter.setPen(QPen(colour, 2) if here else Qt.PenStyle.NoPen)
    painter.setBrush(theme.tint(accent, TINT) if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, CORNER, CORNER)
    if chosen:
        _paint_bar(painter, option, colour, 11)


def paint_strip(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, begins: bool
) -> None:
    """The same for a cell of a chosen row of a table; the bar stands where the row `begins`."""
    painter.fillRect(option.rect, theme.tint("accent", TINT))
    if begins:
        _paint_bar(painter, option, theme.colour("accent"), 3)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, colour: QColor, inset: int) -> None:
    bar = option.rect.adjusted(inset, 10, 0, -10)
    bar.setWidth(BAR)
    painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), colour)
