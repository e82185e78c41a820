"""One group of fields of a day, as a card that folds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.records import Reading
from diary.field import GROUP_NAMES, Field, Group
from diary.i18n import _, format_number, format_short_day, ngettext
from diary.logic.day_plan import GroupPlan
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, PART, bar, button, label
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.fold_button import FoldButton

SPACE = 4
STATE_LETTERS = 18
"""“12 of 12 recorded” stays on one line; where that has no room beside the name, it is below."""


class GroupCard(QFrame):
    """The rows of one group and how many of them are recorded.

    What is due stands open; what is not yet due unfolds below a button. A row is made when it is
    first needed and then kept, so that nothing typed is lost when the plan of the day changes.
    """

    folded = Signal(str, bool)
    chosen = Signal(str, object)
    explained = Signal(str)
    left = Signal(str, int)
    sought = Signal(str, str)
    unfolded = Signal()

    def __init__(self, group: Group, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._theme = theme
        self.setProperty("role", "card")
        name = str(GROUP_NAMES[group])
        self.setAccessibleName(name)
        self._bar = bar(group)
        self._title = FoldButton(self._on_fold)
        self._state = label("", "secondary")
        self._state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.extra = label("", "secondary")
        self.week = label(_("This week"), "strong")
        self.month = label(_("This month"), "strong")
        self.other = label(_("Also recorded on this day"), "strong")
        self.more = button("", "link", self._on_more)
        self.shows_later = False
        self.is_folded = False
        self._plan = GroupPlan(group)
        self._made: dict[str, FieldRow] = {}
        self._below: list[QWidget] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2 * GAP, GAP, 2 * GAP, PART)
        inside.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._bar)
        head.addWidget(Beside(self._title, self._state, (0, 1), STATE_LETTERS), 1)
        inside.addLayout(head)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self.extra.hide()
        inside.addWidget(self._body)

    # Which fields.

    @property
    def rows(self) -> list[FieldRow]:
        """The rows that stand open, from top to bottom."""
        later = self._plan.later if self.shows_later else ()
        return [self._made[each.key] for each in (*self._plan.asked, *self._plan.others, *later)]

    @property
    def parts(self) -> list[QWidget]:
        """What is in the card, from top to bottom; also what is out of sight."""
        plan = self._plan
        return [
            self._title,
            *self._of(plan.daily),
            *self._of((*plan.weekly, *plan.monthly, *plan.others)),
            self.more,
            *self._of(plan.later),
            *self._below,
        ]

    def show_plan(self, plan: GroupPlan, last: Mapping[str, date]) -> None:
        """Offer these fields; `last` says when the weekly and monthly ones were last recorded."""
        made = plan.asked + plan.others + (plan.later if self.shows_later else ())
        if plan != self._plan or any(each.key not in self._made for each in made):
            self._plan = plan
            self._arrange()
        for each in (*plan.weekly, *plan.monthly, *plan.later):
            if each.key in self._made:
                self._made[each.key].show_hint(_last_words(last.get(each.key)))

    def _arrange(self) -> None:
        plan = self._plan
        later = plan.later if self.shows_later else ()
        wanted = {each.key for each in (*plan.asked, *plan.others, *later)}
        for key in set(self._made) - wanted:
            self._made[key].hide()
        headings = (self.extra, self.week, self.month, self.other)
        for part in (*headings, self.more, *self._made.values(), *self._below):
            self._column.removeWidget(part)  # not takeAt: see DayColumn
        self._column.addWidget(self.extra)
        self._put(None, plan.daily)
        self._put(self.week, plan.weekly)
        self._put(self.month, plan.monthly)
        self._put(self.other, plan.others)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._put(None, later)
        for card in self._below:
            self._column.addWidget(card)
        self._name_more()

    def _put(self, heading: QWidget | None, fields: Sequence[Field]) -> None:
        if heading is not None:
            self._column.addWidget(heading)
            heading.setVisible(bool(fields))
        for each in fields:
            row = self._row(each)
            self._column.addWidget(row)
            row.show()

    def _row(self, field: Field) -> FieldRow:
        """The row of a field; made anew where its words have changed."""
        row = self._made.get(field.key)
        if row is not None and row.field != field:
            row.hide()
            row.deleteLater()
            row = None
        if row is None:
            row = FieldRow(field, self._theme)
            row.chosen.connect(self.chosen)
            row.explained.connect(self.explained)
            row.left.connect(self.left)
            row.sought.connect(self.sought)
            self._made[field.key] = row
        return row

    def _of(self, fields: Sequence[Field]) -> list[FieldRow]:
        return [self._made[each.key] for each in fields if each.key in self._made]

    def add_below(self, cards: Sequence[QWidget]) -> None:
        """Put what else the group offers below its fields."""
        self._below += cards
        for card in cards:
            self._column.addWidget(card)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to see in it."""
        offered = bool(self.rows or self._plan.later)
        return offered or any(not _is_put_away(card) for card in self._below)

    # What it shows.

    def show_day(self, readings: Mapping[str, Reading], before: Mapping[str, Reading]) -> None:
        """Show a day's readings and mark those of the day before."""
        for row in self.rows:
            key = row.field.key
            value = readings[key].value if key in readings else None
            if value != row.input.value_or_none():  # what is being typed stays
                row.show_value(value)
            row.show_before(before[key].value if key in before else None)
        self.count(readings.keys())

    def count(self, recorded: Collection[str]) -> None:
        """Say how many of the asked fields are recorded; `recorded` holds field keys."""
        asked = self._plan.asked
        done = sum(each.key in recorded for each in asked)
        words = _("{done} of {all} recorded").format(
            done=format_number(done), all=format_number(len(asked))
        )
        self._state.setText(words if asked else "")

    def say(self, words: str) -> None:
        """A line under the heading, such as the attacks timed today."""
        self.extra.setText(words)
        self.extra.setVisible(bool(words))

    # Folding.

    def fold(self, *, folded: bool) -> None:
        """Hide or show the rows."""
        self.is_folded = folded
        self._body.setVisible(not folded)
        self._describe()

    def unfold_to(self, key: str) -> bool:
        """Bring a field of this group in sight; False where it is not offered."""
        plan = self._plan
        if key not in {each.key for each in (*plan.asked, *plan.others, *plan.later)}:
            return False
        self.fold(folded=False)
        if key in {each.key for each in plan.later} and not self.shows_later:
            self._on_more()
        return True

    def _describe(self) -> None:
        self._title.say(str(GROUP_NAMES[self.group]), folded=self.is_folded)

    def _name_more(self) -> None:
        number = len(self._plan.later)
        words = ngettext("{n} more, not due yet", "{n} more, not due yet", number)
        sign = "▾" if self.shows_later else "▸"
        self.more.setText(f"{words} {sign}")
        state = _("open") if self.shows_later else _("folded")
        self.more.setAccessibleName(f"{GROUP_NAMES[self.group]}: {words}, {state}")
        self.more.setVisible(bool(number))

    @Slot()
    def _on_fold(self) -> None:
        self.fold(folded=not self.is_folded)
        self.folded.emit(self.group.value, self.is_folded)

    @Slot()
    def _on_more(self) -> None:
        self.shows_later = not self.shows_later
        self._arrange()
        self.unfolded.emit()


def _is_put_away(card: QWidget) -> bool:
    """Whether it hid itself; what was never shown yet only waits for its parent."""
    return card.isHidden() and card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _last_words(day: date | None) -> str:
    return _("last: {day}").format(day=format_short_day(day)) if day else ""
