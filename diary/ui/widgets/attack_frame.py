"""How *Attack now* and a running attack stand: one below the other, or side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from diary.i18n import N_, _
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.stack import Stack
from diary.ui.widgets.steady import Steady

LINES_OF_A_RAIL = 17
"""A window lower than this many lines of text has no room for a tall strip in its rail."""
HINT = N_("Press it when an attack begins.")
WRAP = Qt.TextFlag.TextWordWrap


class AttackFrame(QWidget):
    """Upright, in the rail, the running time takes the room of the button that begins.

    What ends it has a room of its own below: nothing moves, and a second press of the one is no
    press of the other. `ways` stand at the foot there. `fitted` says whether all of it has room.
    """

    fitted = Signal(bool)

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = orientation is Qt.Orientation.Vertical
        self._runs = False
        self.is_whole = True
        self.start = writing(button(_("Attack now"), "attack"))
        self.hint = label("", "small")
        self.since = label("", "secondary")
        self.time = label("", "heading" if self._upright else "title")
        self.end = writing(button(_("It has ended"), "primary"))
        Steady(self.end)
        self.earlier = writing(button(_("Began earlier…"), "beside"))
        self._running, self.ways = QWidget(), QWidget()
        if self._upright:
            self._lay_out_upright()
        else:
            self._lay_out_flat()

    def _lay_out_upright(self) -> None:
        """Each two of them share a room, as high as the higher one."""
        lines = self._lines(QVBoxLayout(self._running))
        lines.setContentsMargins(GAP, 0, 0, 0)
        self.hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.hint.setContentsMargins(GAP, GAP, 0, 0)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room, self._below = Stack(), Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        pairs = (self.start, self._running), (self.hint, self.end)
        for room, pair in zip((self._room, self._below), pairs, strict=True):
            for each in pair:
                room.addWidget(each)
            column.addWidget(room)
        self._foot = QVBoxLayout(self.ways)
        self._foot.setContentsMargins(0, GAP, 0, GAP)
        self._foot.setSpacing(GAP)
        self._foot.addWidget(self.earlier)

    def _lay_out_flat(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.start)
        column.addWidget(self._running)
        row = FlowLayout(self._running)
        words = QWidget()
        self._lines(QVBoxLayout(words)).setContentsMargins(0, 0, 2 * GAP, 0)
        pair = FlowLayout(self.ways)
        pair.setSpacing(GAP)
        for made in (self.end, self.earlier):
            pair.addWidget(made)
        row.addWidget(words)
        row.addWidget(self.ways)

    def _lines(self, lines: QVBoxLayout) -> QVBoxLayout:
        lines.setSpacing(0)
        for line in (self.since, self.time):
            line.setWordWrap(False)
            lines.addWidget(line)
        return lines

    def fit(self, height: int) -> None:
        """In a rail that is low for the size of the text, show the time and the way to end it.

        That stands at the foot there, and the rest is on the page of attacks.
        """
        roomy = height >= LINES_OF_A_RAIL * self.fontMetrics().height()
        for part in (self.since, self.earlier):
            part.setVisible(roomy)
        self.hint.setText(str(HINT) if roomy and self._has_room_for_hint() else "")
        if roomy is not self.is_whole:
            self.is_whole = roomy
            self._place_end()
            self.fitted.emit(roomy)

    def _place_end(self) -> None:
        self._below.setVisible(self.is_whole)
        if self.is_whole:
            self._below.addWidget(self.end)
        else:
            self._foot.insertWidget(0, self.end)
            self.end.show()
        self.show_running(runs=self._runs)

    def _has_room_for_hint(self) -> bool:
        room = self.end.sizeHint().shrunkBy(self.hint.contentsMargins())
        wrapped = QRect(0, 0, self.width() - GAP, self.height())
        words = self.hint.fontMetrics().boundingRect(wrapped, WRAP, str(HINT))
        return words.height() <= room.height()

    def show_running(self, *, runs: bool) -> None:
        """Show the running time and what ends it, or what begins one."""
        self._runs = runs
        self.ways.setVisible(runs and self.ways.parentWidget() is not None)
        if self._upright:
            self._room.setCurrentWidget(self._running if runs else self.start)
            self._below.setCurrentWidget(self.end if runs and self.is_whole else self.hint)
        else:
            self.start.setVisible(not runs)
            self._running.setVisible(runs)

    def has_room(self, words: str) -> bool:
        """A rail is narrow for a start on another day."""
        wide = self.since.fontMetrics().horizontalAdvance(words)
        return not self._upright or wide + GAP <= self.width()
