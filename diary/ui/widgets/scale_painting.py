"""How a 0-10 scale looks: its buttons, the ring of the keyboard, and the words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from diary.i18n import _
from diary.ui.theme import Theme

if TYPE_CHECKING:
    from diary.ui.widgets.scale import ScaleInput

SMALL = 0.9
BETWEEN_WORDS = 24
"""Pixels around the words in the middle, so that they never seem to belong to those at an end."""


class ScalePainter:
    """Paints one scale once."""

    def __init__(self, scale: ScaleInput, theme: Theme) -> None:
        self._scale, self._theme = scale, theme
        self._painter = QPainter(scale)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def cell(self, number: int) -> None:
        """The button of a number, and the mark of the day before."""
        theme, painter, scale = self._theme, self._painter, self._scale
        where, chosen = QRectF(scale.cell(number)), number == scale.value()
        accent = theme.colour(scale.accent)
        line, ink = ("line", "ink") if scale.isEnabled() else ("hairline", "ink2")
        painter.setPen(QPen(accent if chosen else theme.colour(line), 1.2))
        painter.setBrush(accent if chosen else theme.colour("card"))
        painter.drawRoundedRect(where, 8, 8)
        painter.setFont(theme.font(bold=chosen))
        painter.setPen(theme.colour("card") if chosen else theme.colour(ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(number))
        if number == scale.before:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("card") if chosen else accent)
            dot = QRectF(where.center().x() - 8, where.bottom() - 7, 16, 3)
            painter.drawRoundedRect(dot, 1.5, 1.5)

    def ring(self, number: int) -> None:
        """Where the keyboard is."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.colour("ink"), 2.4))
        where = QRectF(self._scale.cell(number)).adjusted(1, 1, -1, -1)
        self._painter.drawRoundedRect(where, 7, 7)

    def words(self, low: str, high: str) -> None:
        """What both ends mean; where the keyboard is, also what helps there, if it has room."""
        self._painter.setFont(self._theme.font(SMALL))
        self._painter.setPen(self._theme.colour("ink2"))
        row, flag = self._scale.words_row(), Qt.AlignmentFlag
        start, end = flag.AlignLeft, flag.AlignRight
        if self._scale.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        taken = [self._write(row, side, text) for side, text in ((start, low), (end, high))]
        if self._scale.hasFocus():
            self._help(row, taken)

    def _help(self, row: QRect, taken: list[QRect]) -> None:
        """Which keys go on; for a hand on the mouse, what the mark of the day before is."""
        before = self._scale.before
        if self._scale.by_keys:
            self._write_between(row, _("Enter goes on · F1 explains"), taken)
        elif before is not None:
            cell = self._scale.cell(before)
            below = QRect(row)
            below.moveLeft(cell.center().x() - row.width() // 2)
            self._write_between(below, _("the day before"), taken)

    def _write_between(self, row: QRect, words: str, taken: list[QRect]) -> None:
        flags = Qt.AlignmentFlag.AlignCenter
        room = self._painter.fontMetrics().boundingRect(row, flags, words)
        free = room.adjusted(-BETWEEN_WORDS, 0, BETWEEN_WORDS, 0)
        if self._scale.rect().contains(room) and not any(free.intersects(each) for each in taken):
            self._painter.drawText(row, flags, words)

    def _write(self, row: QRect, side: Qt.AlignmentFlag, words: str) -> QRect:
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(row, flags, words)
        return self._painter.fontMetrics().boundingRect(row, flags, words)
