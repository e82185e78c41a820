"""A sore: added, corrected, healed; and how it was on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Sore, SoreDay
from diary.event_words import SORE_SPOTS
from diary.field import Group
from diary.i18n import _, format_day
from diary.logic.event_phrases import sore_place
from diary.logic.sores import SoreHistory, day_problems, sore_problems
from diary.logic.valid import Problems
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.dialogs.sore_inputs import add_pain, add_place, add_signs
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayRule


def new_sore(session: Session, place: str = "", day: date | None = None) -> Sore:
    """A sore to be added; noticed on a day (None: today)."""
    noticed = min(day or session.today(), session.today())
    now = session.clock.now()
    return Sore(id=str(uuid7()), place=place, noticed=noticed, recorded_at=now)


class SoreEditor(RecordDialog):
    """One sore. `days` are those on which it is recorded; a new one has none."""

    section, group = "sore", Group.RAYNAUD

    def __init__(
        self,
        session: Session,
        theme: Theme,
        sore: Sore,
        days: Sequence[SoreDay] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._is_new = days is None
        self._sore, self._days = sore, tuple(days or ())
        title = _("Add a sore") if self._is_new else _("Sore: {place}")
        super().__init__(session, theme, title.format(place=sore_place(sore)), parent)
        self._add_inputs()
        self.form.show_values({part: getattr(sore, part) for part in self.form.inputs})
        if self._is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete this sore"), sore.id)

    def _add_inputs(self) -> None:
        form = self.form
        self.place = add_place(form, "place", _("Which finger or toe"), self.theme)
        spots = [(choice.key, str(choice.label)) for choice in SORE_SPOTS]
        self.spot = form.add_choice("spot", _("Where on it"), spots)
        form.add_day("noticed", _("Noticed on"), DayRule())
        if not self._is_new:
            form.add_day("healed", _("Healed on"), DayRule(empty=_("still open")))
        form.add_text("note", _("Note"))

    def open_first(self) -> None:
        """Open with the keyboard where there is something to choose."""
        self.open_at("spot" if self.place.value() else "place")

    @property
    def entered(self) -> Sore:
        """The sore as entered."""
        values = self.form.values()
        if "spot" in values:
            values["spot"] = values["spot"] or ""
        return replace(self._sore, **values)

    def problems(self) -> Problems:
        """What does not fit."""
        return sore_problems(self.entered, self._days, self.session.today())

    def save(self) -> str:
        """Keep the sore."""
        if self._is_new or self.entered != self._sore:
            self.session.put(self.entered)
        return _("The sore was added.") if self._is_new else _("The sore was kept.")


class SoreDayEditor(RecordDialog):
    """How a sore was on a day; a recorded day is corrected, another one is added."""

    section, group = "sore", Group.RAYNAUD

    def __init__(
        self,
        session: Session,
        theme: Theme,
        found: SoreHistory,
        entry: SoreDay | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._found, self._is_new = found, entry is None
        title = sore_place(found.sore)
        if entry is not None:
            title = _("{sore}: {day}").format(sore=title, day=format_day(entry.day))
        super().__init__(session, theme, title, parent)
        self._entry = entry or self._first_free()
        self._add_inputs()
        self.form.show_values(self._shown())
        if self._is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete this day"), self._entry.day.isoformat())

    def _first_free(self) -> SoreDay:
        sore, today = self._found.sore, self.session.today()
        day = min(today, sore.healed or today)
        return SoreDay(sore=sore.id, day=day, recorded_at=self.session.clock.now())

    def _add_inputs(self) -> None:
        if self._is_new:
            self.form.add_day("day", _("On which day"), DayRule())
        self.pain = add_pain(self.form, "pain", _("How much it hurt, at its worst"), self.theme)
        self.signs = add_signs(self.form, "signs", _("What you saw"))

    def _shown(self) -> dict[str, Any]:
        parts = {part.name: getattr(self._entry, part.name) for part in fields(self._entry)}
        return {part: parts[part] for part in self.form.inputs}

    def open_first(self) -> None:
        """Open with the keyboard on the day of a new entry, or on the pain."""
        taken = self._is_new and self._found.on(self._entry.day) is not None
        self.open_at("day" if taken else "pain")

    @property
    def entered(self) -> SoreDay:
        """The day as entered."""
        return replace(self._entry, **self.form.values())

    def problems(self) -> Problems:
        """What does not fit."""
        others = [each for each in self._found.days if self._is_new or each != self._entry]
        return day_problems(self.entered, self._found.sore, others, self.session.today())

    def save(self) -> str:
        """Keep the day."""
        if self._is_new or self.entered != self._entry:
            self.session.put(self.entered)
        return _("How it was on {day} is kept.").format(day=format_day(self.entered.day))
