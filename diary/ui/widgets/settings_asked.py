"""Settings: which groups and fields a day asks, and in which order.

Two levels: the groups, and below one of them its fields. Switching off hides; nothing that was
recorded is ever deleted, and undo takes each step back.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import CustomField, Preference
from diary.change import Change
from diary.field import GROUP_NAMES, Cadence, Field, Group
from diary.i18n import N_, _
from diary.logic.aims import fits
from diary.session import Session
from diary.ui.focus import order_tabs
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button
from diary.ui.widgets.order_line import OrderLine
from diary.ui.widgets.settings_part import SettingsPart

CADENCES = {Cadence.WEEKLY: N_("each week"), Cadence.MONTHLY: N_("each month")}
PANELS = {"skin_check": N_("Skin check of arms and hands")}
INDENT = 32


class AskedSettings(SettingsPart):
    """The groups, each with its fields below it."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            _("What is asked"),
            _("What you switch off is no longer asked. What you recorded stays in the diary."),
        )
        self._session = session
        self.groups: dict[Group, GroupChoices] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.body.addLayout(self._column)
        session.changed.connect(self._on_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is asked, in its order."""
        order = self._order()
        for group in order:
            if group not in self.groups:
                self.groups[group] = self._new(group)
        for group, made in self.groups.items():
            self._column.removeWidget(made)
            if group not in order:
                made.hide()
        self.rows = {self.groups[group].name: self.groups[group] for group in order}
        for group in order:
            self._column.addWidget(self.groups[group])
            self.groups[group].show()  # in its place: shown before, it would be a window
            self.groups[group].refresh()
        order_tabs([self.groups[group] for group in order])
        if self.sought:
            self.look_for(self.sought)

    def look_for(self, typed: str) -> bool:
        """Show the groups that fit, and of a group whose name does not the fields that do."""
        found = super().look_for(typed)
        besides = " ".join(self._words_besides())
        for group in self._order():
            self.groups[group].look_for(typed, besides)
        return found

    def _row_words(self, name: str) -> str:
        return next(made.words() for made in self.groups.values() if made.name == name)

    def _new(self, group: Group) -> GroupChoices:
        made = GroupChoices(self._session, group)
        made.line.moved.connect(partial(self._move, group))
        made.fold_button.clicked.connect(partial(self._fold_others, group))
        return made

    def _move(self, group: Group, step: int) -> None:
        session = self._session
        session.prefer_all(session.choices.move_group(self._order(), group, step))
        self.refresh()
        say_place(self, str(GROUP_NAMES[group]), self._order().index(group))

    def _order(self) -> list[Group]:
        """The groups from top to bottom."""
        session = self._session
        return [g for g in session.choices.groups() if session.in_use.in_group(g)]

    def _fold_others(self, group: Group) -> None:
        """One group at a time is open: the page stays calm."""
        for other, made in self.groups.items():
            if other is not group:
                made.fold(folded=True)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kinds & {CustomField, Preference} and self.isVisible():
            self.refresh()


class GroupChoices(QWidget):
    """A group's line, and its fields when it is unfolded."""

    def __init__(self, session: Session, group: Group) -> None:
        super().__init__()
        self._session, self.group = session, group
        self.name = str(GROUP_NAMES[group])
        self.fold_button = button("", "link", self._on_fold)
        self.fold_button.setMinimumHeight(36)
        self.line = OrderLine(self.name, "strong", beside=self.fold_button)
        self.line.switched.connect(self._on_group_switched)
        self.lines: dict[str, OrderLine] = {}
        self.is_folded = True
        self._opened_by_search = False
        self._fields = QWidget()
        self._fields.hide()
        self._column = QVBoxLayout(self._fields)
        self._column.setContentsMargins(INDENT, 0, 0, GAP)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._fields)

    def refresh(self) -> None:
        """Show which fields are on, in their order."""
        choices = self._session.choices
        self.line.show_on(on=choices.is_group_on(self.group))
        self._name_fold()
        if self.is_folded:
            return
        units = self._units()
        for key in set(self.lines) - set(units):
            self.lines.pop(key).deleteLater()
        for key, fields in units.items():
            made = self.lines.get(key) or self._line(key, fields)
            self._column.removeWidget(made)
            self._column.addWidget(made)
            made.check.say(_name(key, fields), _hint(fields))
            made.show_on(on=choices.is_on(fields[0]))
        line = self.line
        below = (self.lines[key] for key in units)
        order_tabs([line.check, self.fold_button, line.up, line.down, *below])

    def _units(self) -> dict[str, list[Field]]:
        """What is switched together: a field by its key, or the fields of a panel by its name."""
        units: dict[str, list[Field]] = {}
        for field in self._session.choices.fields(self._session.in_use, self.group):
            units.setdefault(field.panel or field.key, []).append(field)
        return units

    def _line(self, key: str, fields: Sequence[Field]) -> OrderLine:
        made = OrderLine(_name(key, fields), "", _hint(fields))
        made.switched.connect(partial(self._on_switched, key))
        made.moved.connect(partial(self._on_moved, key))
        for arrow in (made.up, made.down):
            arrow.setVisible(key not in PANELS)
        self.lines[key] = made
        return made

    def fold(self, *, folded: bool) -> None:
        """Hide or show the fields."""
        self.is_folded = folded
        self._fields.setVisible(not folded)
        self.refresh()

    def words(self) -> str:
        """Its name, and those of its fields, folded or not."""
        return " ".join([self.name, *map(_words, self._units().values())])

    def look_for(self, typed: str, besides: str) -> None:
        """Open, and show only the fields that fit, where neither its name nor the card does."""
        by_field = not fits(typed, f"{besides} {self.name}")
        if by_field and self.is_folded:
            self._opened_by_search = True
            self.fold(folded=False)
        elif self._opened_by_search and not by_field:
            self._opened_by_search = False
            self.fold(folded=True)
        units = self._units()
        for key, line in self.lines.items():
            line.setVisible(not by_field or fits(typed, f"{self.name} {_words(units[key])}"))

    def _name_fold(self) -> None:
        session = self._session
        units = self._units()
        on = sum(session.choices.is_on(fields[0]) for fields in units.values())
        words = _("{on} of {all} on").format(on=on, all=len(units))
        self.fold_button.setText(f"{words} {'▸' if self.is_folded else '▾'}")
        state = _("folded") if self.is_folded else _("open")
        self.fold_button.setAccessibleName(
            _("Fields of {group}: {words}").format(group=self.name, words=words) + f", {state}"
        )

    @Slot()
    def _on_fold(self) -> None:
        self.fold(folded=not self.is_folded)

    @Slot(bool)
    def _on_group_switched(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal carries it
        session = self._session
        session.prefer_all(session.choices.switch_group(self.group, on=on))

    def _on_switched(self, key: str, on: bool) -> None:  # noqa: FBT001 - as above
        session = self._session
        session.prefer_all(session.choices.switch(*self._units()[key], on=on))
        self.refresh()

    def _on_moved(self, key: str, step: int) -> None:
        session = self._session
        keys = [each for each in self._units() if each not in PANELS]
        session.prefer_all(session.choices.move(self.group, keys, key, step))
        self.refresh()
        keys = [each for each in self._units() if each not in PANELS]
        say_place(self, _name(key, self._units()[key]), keys.index(key))


def say_place(widget: QWidget, name: str, place: int) -> None:
    """Tell a screen reader where something went."""
    announce(widget, _("{name}: place {n}").format(name=name, n=place + 1))


def _name(key: str, fields: Sequence[Field]) -> str:
    return str(PANELS.get(key, fields[0].label))


def _words(fields: Sequence[Field]) -> str:
    """All that may be typed to find what is switched together."""
    panel = PANELS.get(fields[0].panel or "", "")
    return " ".join([str(panel), *(f"{field.label} {field.question}" for field in fields)])


def _hint(fields: Sequence[Field]) -> str:
    cadence = fields[0].cadence
    return str(CADENCES[cadence]) if cadence in CADENCES else ""
