"""How a row of the list of attacks is drawn: time and length first, then what was seen and felt."""

from __future__ import annotations

from datetime import datetime
from textwrap import shorten

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from db.records import Attack
from diary.field import Group
from diary.i18n import _
from diary.logic.attack_phrases import (
    colour_words,
    length_words,
    place_words,
    start_words,
    symptom_words,
    trigger_words,
)
from diary.ui.models.attack_list import RECORD, DayRow
from diary.ui.theme import Theme
from diary.ui.widgets.drawn_rows import DrawnRows, Index, Line

MOST = 160
"""So many letters of a note are shown; the rest is in the attack."""


class AttackRows(DrawnRows):
    """Draws days and their attacks.

    Heights are remembered: a list of 1,000 attacks is measured once, not at each change.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, Group.RAYNAUD.value)
        self._heights: dict[object, QSize] = {}
        self._measured = 0
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._heights.clear()

    def is_heading(self, index: Index) -> bool:
        """Whether a row is a day."""
        return isinstance(index.data(RECORD), DayRow)

    def lines(self, index: Index) -> list[Line]:
        """A day and how much it had; or an attack."""
        row, theme = index.data(RECORD), self._theme
        if isinstance(row, DayRow):
            title = Line(row.title, theme.font(bold=True), "ink")
            return [title, Line(row.words, theme.font(0.9), "ink2")]
        if not isinstance(row, Attack):
            return []
        first = f"{start_words(row)}  ·  {length_words(row, self._now() or row.recorded_at)}"
        lines = [
            Line(first, theme.font(bold=True), "ink"),
            Line(_seen(row), theme.font(), "ink2"),
            Line(_in_brief(row.note), theme.font(), "ink2"),
        ]
        return [line for line in lines if line.text]

    def _now(self) -> datetime | None:
        now = getattr(self._view.model(), "now", None)
        return now if isinstance(now, datetime) else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """As measured before; an attack that lasts is measured anew."""
        row = index.data(RECORD)
        if isinstance(row, Attack) and row.ongoing:
            return super().sizeHint(option, index)
        if self.width() != self._measured:
            self._heights.clear()
            self._measured = self.width()
        if row not in self._heights:
            self._heights[row] = super().sizeHint(option, index)
        return self._heights[row]


def _in_brief(note: str) -> str:
    """The beginning of a note, on one line."""
    return shorten(note, MOST, placeholder=" …")


def _seen(attack: Attack) -> str:
    """What was seen and felt, in one line."""
    parts = (
        colour_words(attack.colours),
        place_words(attack.places),
        symptom_words(attack),
        trigger_words(attack.triggers),
        "" if attack.recorded_at_the_time else _("added later"),
    )
    return " · ".join(part for part in parts if part)
