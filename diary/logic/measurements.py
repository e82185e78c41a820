"""What is said of measurements, which are due. Pure rules over records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from db.records import Measurement
from diary.event_words import word
from diary.field import Group
from diary.i18n import N_, Message, _, format_number
from diary.logic.units import Unit, Units
from diary.logic.valid import Problems, problems
from diary.measures import MEASURES, OXYGEN_PLACES, Measure

PRESSURE, WEIGHT, OXYGEN = "blood_pressure", "weight", "oxygen"
GROUPS = {
    PRESSURE: Group.ORGANS,
    "pulse": Group.ORGANS,
    OXYGEN: Group.ORGANS,
    WEIGHT: Group.DIGESTION,
    "temperature": Group.GENERAL,
    "clinic_score": Group.SKIN,
}
"""The card of a day in which each measure stands."""

EVERY = {WEIGHT: 7}
"""Measures that are asked each so many days; the others when the patient wants."""

ALL_OF: dict[str, Message] = {
    PRESSURE: N_("All blood pressures"),
    "pulse": N_("All pulses"),
    WEIGHT: N_("All weights"),
    "temperature": N_("All temperatures"),
    OXYGEN: N_("All oxygen values"),
    "clinic_score": N_("All skin scores"),
}


def shown_measures(on: Sequence[str] | None, group: Group | None = None) -> list[Measure]:
    """The measures in use, of one card or of all; `on` is the preference, None without one."""
    return [
        measure
        for measure in MEASURES.values()
        if (measure.default_on if on is None else measure.key in on)
        and group in {None, GROUPS[measure.key]}
    ]


def due_from(measure: str, known: Iterable[Measurement]) -> date | None:
    """The day from which a measure is asked again; None where it is asked on every day."""
    days = [each.day for each in known if each.measure == measure]
    return max(days) + timedelta(days=EVERY[measure]) if days and measure in EVERY else None


def is_due(measure: str, day: date, known: Iterable[Measurement]) -> bool:
    """Whether a measure is asked on a day; `known` are earlier ones, those of the day included."""
    start = due_from(measure, (each for each in known if each.day <= day))
    return start is None or start <= day


def percent_changed(first: float, last: float) -> float:
    """By how many per cent of the first weight the last one differs.

    Clinics look at weight lost without wanting to over three to six months, so the share is given,
    and never a category (see the article's section on digestion).
    """
    return 100 * (last - first) / first


# Words.


def value_words(event: Measurement, units: Units) -> str:
    """The value as its device shows it, without what was said of it: "132/85", "68.2"."""
    number = units.of(event.measure).number_words(event.value)
    if event.diastolic is None:
        return number
    return f"{number}/{format_number(event.diastolic)}"


def measured_words(event: Measurement, units: Units) -> str:
    """The value with its unit and all that was said: "132/85 mmHg, pulse 72"."""
    words = [f"{value_words(event, units)} {units.of(event.measure).words}", *said_words(event)]
    return ", ".join(words)


def said_words(event: Measurement) -> list[str]:
    """What was said of a value: the pulse, the place, whether a change was intended."""
    said = []
    if event.pulse is not None:
        said.append(_("pulse {pulse}").format(pulse=format_number(event.pulse)))
    if event.place:
        said.append(word(OXYGEN_PLACES, event.place))
    if event.intended is not None:
        said.append(_("a change was intended") if event.intended else _("no change was intended"))
    return said


# Typed numbers of a blood pressure.


def split_pressure(text: str, most: int = 3) -> list[str]:
    """The numbers of "132/85", "132 85 72" or "132-85"; a separator at the end gives an empty.

    The last of `most` parts is the rest as it was typed.
    """
    if most == 1:
        return [text]
    return re.split(r"\s*[/\\,;\s-]\s*", text.lstrip(), maxsplit=most - 1)


def whole_number(text: str) -> int | None:
    """A typed whole number; None for what is none."""
    plain = text.strip()
    return int(plain) if re.fullmatch(r"\d{1,4}", plain) else None


def is_whole(text: str, low: float, high: float) -> bool:
    """Whether no further digit could follow in a number from `low` to `high`."""
    number = whole_number(text)
    return number is not None and number >= low and number * 10 > high


# What does not fit.


def entry_problems(event: Measurement, units: Units, now: datetime, today: date) -> Problems:
    """As `problems`, with ranges in the shown unit, and the sentence for a time to come."""
    found = problems(event, today)
    if "value" in found:
        found["value"] = _range_words(MEASURES[event.measure], units.of(event.measure))
    if event.measured_at > now and "day" not in found:
        found["time"] = _("This time has not come yet.")
    return found


def _range_words(measure: Measure, unit: Unit) -> str:
    return _("This takes a number from {low} to {high} {unit}.").format(
        low=unit.number_words(measure.low), high=unit.number_words(measure.high), unit=unit.words
    )
