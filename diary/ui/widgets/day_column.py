"""The cards of a day, one a group, as the plan of the day wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from weakref import WeakKeyDictionary

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Reading
from diary.field import Group
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES
from diary.i18n import format_minutes, ngettext
from diary.logic.attacks import Totals, timed_value
from diary.logic.day_plan import GroupPlan
from diary.logic.units import Units
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.group_card import GroupCard


class DayColumn(QWidget):
    """The cards in their order. A card is kept when its group goes out of sight."""

    chosen = Signal(str, object)
    explained = Signal(str)
    left = Signal(str, int)
    sought = Signal(str, str)
    unfolded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[Group, GroupCard] = {}
        self._units: WeakKeyDictionary[FieldRow, Units] = WeakKeyDictionary()
        self.cards: list[GroupCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GAP)

    @property
    def rows(self) -> list[FieldRow]:
        """The rows that stand open, from top to bottom."""
        return [row for made in self.cards for row in made.rows]

    @property
    def parts(self) -> list[QWidget]:
        """What is in the cards, from top to bottom; also what is out of sight."""
        return [part for made in self.cards for part in made.parts]

    def row(self, key: str) -> FieldRow | None:
        """The row of a field, if it stands open."""
        return next((row for row in self.rows if row.field.key == key), None)

    def show_plans(self, plans: Sequence[GroupPlan], last: Mapping[str, date]) -> None:
        """Offer the fields of each plan."""
        cards = [self._card(plan.group) for plan in plans]
        if cards != self.cards:
            self._place(cards)
        for made, plan in zip(cards, plans, strict=True):
            made.show_plan(plan, last)

    def _card(self, group: Group) -> GroupCard:
        if group not in self._made:
            made = GroupCard(group, self._theme)
            made.chosen.connect(self.chosen)
            made.explained.connect(self.explained)
            made.left.connect(self.left)
            made.sought.connect(self.sought)
            made.unfolded.connect(self.unfolded)
            self._made[group] = made
        return self._made[group]

    def _place(self, cards: list[GroupCard]) -> None:
        """Put these cards in this order.

        An item that `takeAt` gave lives on in Python for a while, and as long as it does, Qt
        keeps the height that the card has in its next item, whatever the card then shows.
        """
        for made in self.cards:
            self._column.removeWidget(made)
        for made in cards:
            self._column.addWidget(made)
        for made in self._made.values():
            if made not in cards:
                made.hide()
        self.cards = cards

    def add_below(self, group: Group, cards: Sequence[QWidget]) -> None:
        """Put what else a group offers below its fields."""
        self._card(group).add_below(cards)

    def show_day(
        self, readings: Mapping[str, Reading], before: Mapping[str, Reading], units: Units
    ) -> None:
        """Show a day's readings, and mark those of the day before."""
        for row in self.rows:
            if self._units.get(row) != units:
                self._units[row] = units
                row.show_units(units)
        for made in self.cards:
            made.show_day(readings, before)

    def show_timed(self, timed: Totals) -> None:
        """Offer the totals of the timed attacks, and say how many there are."""
        for key in (ATTACK_COUNT, ATTACK_MINUTES):
            row = self.row(key)
            if row is not None:
                row.show_timed(timed_value(key, timed))
        words = ngettext("{n} attack timed", "{n} attacks timed", timed.count)
        if timed.minutes:
            words += ", " + format_minutes(timed.minutes)
        for made in self.cards:
            if made.group is Group.RAYNAUD:
                made.say(words if timed.count else "")

    def hide_empty(self) -> None:
        """Take the cards out of sight that have nothing to offer."""
        for made in self.cards:
            made.setVisible(made.has_something)

    def count(self, recorded: Iterable[str]) -> None:
        """Say on each card how much is recorded."""
        keys = set(recorded)
        for made in self.cards:
            made.count(keys)

    def next_row(self, key: str, step: int) -> FieldRow | None:
        """The row below (1) or above (-1), passing folded cards."""
        rows, here = self._from(key)
        there = here + step
        return rows[there] if here >= 0 and 0 <= there < len(rows) else None

    def row_named(self, letter: str, key: str) -> FieldRow | None:
        """The next row after that of `key` whose name begins with a letter, going round."""
        rows, here = self._from(key)
        order = [*rows[here + 1 :], *rows[:here]]
        wanted = letter.casefold()
        found = (row for row in order if str(row.field.label).casefold().startswith(wanted))
        return next(found, None)

    def _from(self, key: str) -> tuple[list[FieldRow], int]:
        """The rows of cards that are not folded, and the place of one; -1 where it is not there."""
        rows = [row for made in self.cards if not made.is_folded for row in made.rows]
        return rows, next((i for i, row in enumerate(rows) if row.field.key == key), -1)

    def unfold_to(self, key: str) -> FieldRow | None:
        """Bring a field in sight; gives its row."""
        for made in self.cards:
            if made.unfold_to(key):
                return self.row(key)
        return None
