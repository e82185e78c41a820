"""How an aim is drawn: its kind, quietly, then its words, and at the far end its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diary.ui.models.aim_list import AIM
from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.drawn_rows import EDGE, Index, paint_ground, words_colour

SPARE, SMALL = 16, 0.9

KEYS = "\u2066{}\u2069"
"""Keys are written from left to right, in every language."""


class AimRows(QStyledItemDelegate):
    """One line an aim."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's
        """High enough for the text, and for a sore hand."""
        text = QFontMetrics(self._theme.font()).height()
        return QSize(self._view.viewport().width(), max(TARGET, text + SPARE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        aim = index.data(AIM)
        painter.save()
        paint_ground(painter, option, self._theme)
        inside = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(words_colour(self._theme, option, "ink2"))
        keys = painter.fontMetrics().horizontalAdvance(aim.keys)
        _write(painter, inside, KEYS.format(aim.keys), Qt.AlignmentFlag.AlignTrailing)
        painter.setFont(self._theme.font())
        kind = painter.fontMetrics().horizontalAdvance(f"{aim.kind}  ") if aim.kind else 0
        _write(painter, inside, aim.kind, Qt.AlignmentFlag.AlignLeading)
        painter.setPen(self._theme.colour("ink"))
        rest = inside.adjusted(kind, 0, -keys - EDGE if keys else 0, 0)
        rest = QStyle.visualRect(option.direction, inside, rest)
        _write(painter, rest, aim.words, Qt.AlignmentFlag.AlignLeading)
        painter.restore()


def _write(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    """One line, cut at its end where it is too long."""
    fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, fits)
