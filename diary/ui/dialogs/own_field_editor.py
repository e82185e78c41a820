"""A field of the patient's own: its name, its kind, and the words that the kind needs."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.records import CustomField
from diary.field import Cadence, Kind
from diary.i18n import N_, _, ngettext
from diary.logic.valid import Problems, custom_problems
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label

KINDS = {
    Kind.SCALE10: N_("Scale from 0 to 10"),
    Kind.YES_NO: N_("Yes or no"),
    Kind.COUNT: N_("Count"),
    Kind.MINUTES: N_("Minutes"),
    Kind.MEASURE: N_("Number with decimals"),
    Kind.CHOICE: N_("One of several answers"),
    Kind.SEVERAL: N_("Several answers at once"),
    Kind.GRADE: N_("Grades, from least to most"),
}
CADENCES = {
    Cadence.DAILY: N_("Each day"),
    Cadence.WEEKLY: N_("Each week"),
    Cadence.MONTHLY: N_("Each month"),
}
ANSWERED = {Kind.CHOICE, Kind.SEVERAL, Kind.GRADE}
NEEDED = {
    "low": {Kind.SCALE10},
    "high": {Kind.SCALE10},
    "unit": {Kind.COUNT, Kind.MEASURE},
    "choices": ANSWERED,
}
"""For which kinds an input is shown."""
HIGHEST = {Kind.COUNT: 999, Kind.MINUTES: 1440, Kind.MEASURE: 9999}
USUAL = 10


class OwnFieldEditor(RecordDialog):
    """A new field (None) or one that is there. Once it has readings, its kind is fixed."""

    section = "own"

    def __init__(
        self,
        session: Session,
        theme: Theme,
        field: CustomField | None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("A field of your own") if field is None else _("Your own field")
        super().__init__(session, theme, title, parent)
        self._is_new = field is None
        self._stored = field or self._new()
        self.is_used = not self._is_new and self._has_readings()
        self._add_inputs()
        if self._is_new:
            self.for_new()
        self.form.show_values(self._values())
        self.form.edited.connect(self._fit)
        self._fit()

    def _add_inputs(self) -> None:
        form = self.form
        form.add_line("name", _("What is it called?"), _("for example: stiff jaw"))
        if self.is_used:
            kind = _("{kind}. The kind cannot change, because readings were recorded.")
            self.add_below(label(kind.format(kind=KINDS[self._kind]), "secondary"))
        else:
            kinds = [(key.value, str(words)) for key, words in KINDS.items()]
            form.add_choice("kind", _("What do you record?"), kinds)
        form.add_text("choices", _("The answers, one on each line"))
        form.add_line("low", _("What 0 means"), _("none"))
        form.add_line("high", _("What 10 means"), _("worst imaginable"))
        form.add_line("unit", _("Unit, if there is one"), _("for example: ml"))
        cadences = [(key.value, str(words)) for key, words in CADENCES.items()]
        form.add_choice("cadence", _("How often is it asked?"), cadences)

    def _new(self) -> CustomField:
        ranks = [each.rank for each in self.session.events(CustomField)]
        return CustomField(
            key=_free_key(self.session),
            name="",
            kind=Kind.SCALE10.value,
            rank=max(ranks, default=-1) + 1,
            recorded_at=self.session.clock.now(),
        )

    def _has_readings(self) -> bool:
        return bool(self.session.read.readings(date.min, date.max, [self._stored.key]))

    # Values.

    def _values(self) -> dict[str, object]:
        values = {part: getattr(self._stored, part) for part in self.form.inputs}
        return values | {"choices": "\n".join(self._stored.choices)}

    @property
    def _kind(self) -> Kind:
        chosen = self.form.inputs.get("kind")
        return Kind(chosen.read() if chosen and chosen.read() else self._stored.kind)

    @property
    def entered(self) -> CustomField:
        """The field as entered; what its kind does not need is left out."""
        values = self.form.all()
        kind = self._kind
        lines = [line.strip() for line in values["choices"].splitlines()]
        return replace(
            self._stored,
            name=values["name"].strip(),
            kind=kind.value,
            low=values["low"].strip() if kind in NEEDED["low"] else "",
            high=values["high"].strip() if kind in NEEDED["high"] else "",
            unit=values["unit"].strip() if kind in NEEDED["unit"] else "",
            choices=tuple(line for line in lines if line) if kind in ANSWERED else (),
            maximum=HIGHEST.get(kind, USUAL),
            cadence=values["cadence"] or self._stored.cadence,
        )

    def problems(self) -> Problems:
        """What does not fit; also a name that another field has."""
        entered = self.entered
        found = custom_problems(entered, self.session.catalogue, self.session.today())
        used = len(self._stored.choices)
        if self.is_used and len(entered.choices) < used:
            found["choices"] = ngettext(
                "Its {n} answer was used. Change its words, or add answers below it.",
                "Its {n} answers were used. Change their words, or add answers below them.",
                used,
            )
        return found

    def save(self) -> str:
        """Keep it."""
        entered = self.entered
        if not self._is_new and entered == self._stored:
            return ""
        self.session.put(replace(entered, recorded_at=self.session.clock.now()))
        return _("The field was added. Today asks for it.") if self._is_new else ""

    # What is shown.

    @Slot()
    def _fit(self) -> None:
        """Show the inputs that the kind needs, and no others."""
        for part, kinds in NEEDED.items():
            self.form.show_input(part, seen=self._kind in kinds)


def _free_key(session: Session) -> str:
    """A key that no field has."""
    while (key := f"custom.{secrets.token_hex(4)}") in session.catalogue:
        pass
    return key
