"""Any record in a few words: "Sore: Left index finger, noticed 3 Nov 2026".

Used wherever records of all kinds stand side by side: what was deleted, what a search found, a
day at a glance, and the name of a step of undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from db.records import (
    Appointment,
    Attack,
    CustomField,
    DosePeriod,
    Measurement,
    Medicine,
    Note,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Profile,
    Question,
    Reading,
    Record,
    Sore,
    SoreDay,
)
from diary.field import Catalogue
from diary.fields import CATALOGUE
from diary.i18n import (
    N_,
    _,
    format_list,
    format_minutes,
    format_time,
    ngettext,
)
from diary.logic.event_phrases import (
    cut,
    dose,
    joined,
    measured,
    noticed,
    patch_place,
    quoted,
    short,
    sore_place,
)
from diary.logic.units import Units

DEFAULT_UNITS = Units()
Find = Callable[[type, str], Record | None]
"""The record of a kind under its id; None where nobody knows it."""

_KEPT = N_("A choice of how the diary is kept")
_CHOSEN = {
    "fields": N_("What is asked"),
    "groups": N_("What is asked"),
    "measures": N_("What is measured"),
    "unit": N_("The units"),
    "day": N_("When the day begins"),
    "week": N_("When the week begins"),
}
"""The words of a preference by the first part of its key."""


def nobody(_kind: type, _key: str) -> Record | None:
    """Finds nothing: for words that do without the record that another belongs to."""
    return None


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells records. `catalogue` names fields, `find` what a record belongs to."""

    catalogue: Catalogue = CATALOGUE
    find: Find = nobody
    units: Units = DEFAULT_UNITS

    def told(self, record: Record) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind
        """What a record is, in a few words, with its day."""
        match record:
            case Reading():
                return self._reading(record)
            case Note():
                return _("Note of {day}").format(day=short(record.day))
            case Attack():
                return _attack(record)
            case Profile():
                return _("Name, date of birth and number")
            case Sore():
                return joined(
                    _("Sore: {place}").format(place=sore_place(record)), noticed(record.noticed)
                )
            case SoreDay():
                return self._sore_day(record)
            case Patch():
                return joined(
                    _("Patch: {place}").format(place=patch_place(record)), noticed(record.noticed)
                )
            case PatchCheck():
                return self._patch_check(record)
            case Measurement():
                return _measurement(record, self.units)
            case Medicine():
                return _("Medicine: {name}").format(name=cut(record.name))
            case DosePeriod():
                return self._dose(record)
            case Appointment():
                return joined(_("Visit on {day}").format(day=short(record.day)), cut(record.who))
            case Question():
                return _("Question: {text}").format(text=quoted(record.text))
            case Photo():
                said = quoted(record.caption) if record.caption else ""
                return joined(_("Photo of {day}").format(day=short(record.day)), said)
            case CustomField():
                return _("My own field: {name}").format(name=cut(record.name))
            case Preference():
                return str(_CHOSEN.get(record.key.partition(".")[0], _KEPT))

    def _reading(self, reading: Reading) -> str:
        known = reading.field in self.catalogue
        field = self.catalogue[reading.field] if known else None
        return _("{field} on {day}: {value}").format(
            field=field.label if field else reading.field,
            day=short(reading.day),
            value=field.words(reading.value) if field else reading.value,
        )

    def _sore_day(self, day: SoreDay) -> str:
        sore = self.find(Sore, day.sore)
        if isinstance(sore, Sore):
            place = sore_place(sore)
            return _("Sore on {day}: {place}").format(day=short(day.day), place=place)
        return _("How a sore was on {day}").format(day=short(day.day))

    def _patch_check(self, check: PatchCheck) -> str:
        patch = self.find(Patch, check.patch)
        if isinstance(patch, Patch):
            place = patch_place(patch)
            return _("Patch on {day}: {place}").format(day=short(check.day), place=place)
        return _("How a patch was on {day}").format(day=short(check.day))

    def _dose(self, period: DosePeriod) -> str:
        medicine = self.find(Medicine, period.medicine)
        words = dose(period)
        if isinstance(medicine, Medicine):
            words = joined(cut(medicine.name), words)
        said = _("Dose: {dose}").format(dose=words)
        if period.first:
            return joined(said, _("from {day}").format(day=short(period.first)))
        return said

    def step(self, records: Sequence[Record]) -> str:
        """What one step was about: its chief record, and what came along, counted."""
        if not records:
            return ""
        ranked = sorted(records, key=lambda record: RANKS.index(type(record)))
        chief, others = ranked[0], ranked[1:]
        said = self.told(chief)
        if not others:
            return said
        return _("{record}, with {others}").format(record=said, others=counted(others))


RANKS: tuple[type, ...] = (
    Sore, Patch, Medicine, Attack, Appointment, Question, Note, Measurement, CustomField,
    DosePeriod, SoreDay, PatchCheck, Photo, Reading, Profile, Preference,
)  # fmt: skip
"""Which of the records of one step it is named by: the first of these."""


def told(record: Record) -> str:
    """What a record is, in a few words, for readers who know nothing else of the diary."""
    return Teller().told(record)


def counted(records: Iterable[Record]) -> str:
    """How many of each kind: "4 days and 1 photo"."""
    kinds = [type(record) for record in records]
    return format_list([_count(kind, kinds.count(kind)) for kind in RANKS if kind in kinds])


def _count(kind: type, n: int) -> str:
    if kind is SoreDay:
        return ngettext("{n} day of a sore", "{n} days of a sore", n)
    if kind is PatchCheck:
        return ngettext("{n} size of a patch", "{n} sizes of a patch", n)
    if kind is DosePeriod:
        return ngettext("{n} dose", "{n} doses", n)
    if kind is Photo:
        return ngettext("{n} photo", "{n} photos", n)
    if kind is Attack:
        return ngettext("{n} attack", "{n} attacks", n)
    return ngettext("{n} more entry", "{n} more entries", n)


def _measurement(one: Measurement, units: Units) -> str:
    at = joined(short(one.day), format_time(one.measured_at))
    return joined(measured(one, units), at)


def _attack(attack: Attack) -> str:
    said = _("Attack on {day}, {time}").format(
        day=short(attack.started_at.date()), time=format_time(attack.started_at)
    )
    return said if attack.minutes is None else joined(said, format_minutes(attack.minutes))
