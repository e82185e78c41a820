"""Whether an event can be so: asked by each form before it saves, and by the importer.

`problems` gives a sentence for each part that does not fit, under the name of the part, so that
a form can show it beside its input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from db.records import (
    Appointment,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Question,
    Sore,
    SoreDay,
)
from diary.field import Field
from diary.i18n import _, format_number
from diary.logic.valid_own import custom_field, name_problem, preference
from diary.measures import DIASTOLIC, MEASURES, PULSE

Problems = dict[str, str]

LARGEST_PATCH = 200
"""Centimetres: longer than any patch on a body."""
MOST_CUSTOM_FIELDS = 20


def problems(event: Event, today: date) -> Problems:
    """What does not fit in an event, by part; empty where all does. `today` is the last day."""
    check = _CHECKS.get(type(event))
    return check(event, today) if check else {}


def dose_problems(period: DosePeriod, others: Iterable[DosePeriod], today: date) -> Problems:
    """As `problems`, and where it overlaps another period of the same medicine."""
    found = problems(period, today)
    same = [each for each in others if each.medicine == period.medicine and each.id != period.id]
    if not found and any(_overlap(period, each) for each in same):
        found["first"] = _("At that time another dose of this medicine is recorded.")
    return found


def custom_problems(field: CustomField, known: Iterable[Field], today: date) -> Problems:
    """As `problems`, and where another of the `known` fields has its name or asks the same."""
    found = problems(field, today)
    others = [each for each in known if each.key != field.key]
    if "name" not in found and (taken := name_problem(field.name, others)):
        found["name"] = taken
    return found


def _sore(sore: Sore, today: date) -> Problems:
    found = _days(sore.noticed, sore.healed, ("noticed", "healed"), today)
    return _worded(found, _("It cannot have healed before it was noticed."))


def _patch(patch: Patch, today: date) -> Problems:
    found = _days(patch.noticed, patch.settled, ("noticed", "settled"), today)
    return _worded(found, _("It cannot have settled before it was noticed."))


def _dose_period(period: DosePeriod, today: date) -> Problems:
    found = _days(period.first, period.last, ("first", "last"), today)
    return _worded(found, _("It cannot end before it began."))


def _sore_day(day: SoreDay, today: date) -> Problems:
    return _future(day.day, "day", today)


def _photo(photo: Photo, today: date) -> Problems:
    return _future(photo.day, "day", today)


def _medicine(medicine: Medicine, _today: date) -> Problems:
    return _filled("name", medicine.name, _("Write the name of the medicine."))


def _question(question: Question, _today: date) -> Problems:
    return _filled("text", question.text, _("Write the question."))


def _custom(field: CustomField, _today: date) -> Problems:
    return custom_field(field)


def _preference(chosen: Preference, _today: date) -> Problems:
    return preference(chosen)


def _overlap(one: DosePeriod, other: DosePeriod) -> bool:
    """Whether they share a day; a change of dose may end and begin on the same day."""
    begins = max(one.first or date.min, other.first or date.min)
    return begins < min(one.last or date.max, other.last or date.max)


def _filled(part: str, text: str, sentence: str) -> Problems:
    return {} if text.strip() else {part: sentence}


def _future(day: date | None, part: str, today: date) -> Problems:
    return {part: _("This day has not come yet.")} if day and day > today else {}


def _days(first: date | None, last: date | None, parts: tuple[str, str], today: date) -> Problems:
    """Days that have not come; an empty sentence where the last day is before the first."""
    found = _future(first, parts[0], today) | _future(last, parts[1], today)
    if not found and first and last and last < first:
        found[parts[1]] = ""
    return found


def _worded(found: Problems, sentence: str) -> Problems:
    return {part: words or sentence for part, words in found.items()}


def _patch_check(check: PatchCheck, today: date) -> Problems:
    sizes = {"length_cm": check.length_cm, "width_cm": check.width_cm}
    found = {
        part: _between(0, LARGEST_PATCH, _("cm"))
        for part, size in sizes.items()
        if size is not None and not 0 < size <= LARGEST_PATCH
    }
    return found | _future(check.day, "day", today)


def _measurement(event: Measurement, today: date) -> Problems:
    measure = MEASURES.get(event.measure)
    if measure is None:
        return {"measure": _("Nobody knows this measure.")}
    found = _future(event.day, "day", today)
    if not measure.low <= event.value <= measure.high:
        found["value"] = _between(measure.low, measure.high, str(measure.unit))
    for part, number, (low, high) in (
        ("diastolic", event.diastolic, DIASTOLIC),
        ("pulse", event.pulse, PULSE),
    ):
        if number is not None and not low <= number <= high:
            found[part] = _between(low, high, "")
    if event.measure == "blood_pressure" and not found:
        found = _pressure(event)
    if event.measure == "oxygen" and not event.place:
        found["place"] = _("Say where it was measured: a finger can read too low.")
    return found


def _pressure(event: Measurement) -> Problems:
    if event.diastolic is None:
        return {"diastolic": _("Blood pressure has two numbers. Write the lower one too.")}
    if event.diastolic >= event.value:
        return {"diastolic": _("The lower number must be below the upper one.")}
    return {}


def _between(low: float, high: float, unit: str) -> str:
    sentence = _("This takes a number from {low} to {high} {unit}.")
    words = sentence.format(low=format_number(low), high=format_number(high), unit=unit)
    return words.replace(" .", ".")


def _appointment(visit: Appointment, _today: date) -> Problems:
    text = visit.time
    hour, colon, minute = text.partition(":")
    fits = colon and hour.isdecimal() and minute.isdecimal()
    if not text or (fits and len(text) == len("12:34") and int(hour) < 24 and int(minute) < 60):  # noqa: PLR2004 - hours and minutes of a day
        return {}
    return {"time": _("Write the time as 14:30, or leave it empty.")}


_CHECKS: dict[type, Callable[[Any, date], Problems]] = {
    Sore: _sore,
    SoreDay: _sore_day,
    Patch: _patch,
    Photo: _photo,
    PatchCheck: _patch_check,
    Measurement: _measurement,
    Medicine: _medicine,
    DosePeriod: _dose_period,
    Question: _question,
    CustomField: _custom,
    Preference: _preference,
    Appointment: _appointment,
}
