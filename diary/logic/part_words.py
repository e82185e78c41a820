"""The parts of a record by their names and in words: "Healed: 3 Nov 2026".

For where two forms of one record stand side by side, such as the conflicts of an import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime

from db.records import Attack, Measurement, Note, Patch, Reading, Record, Sore, SoreDay
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.event_words import (
    PATCH_REGIONS,
    PATCH_SHAPES,
    SORE_PLACES,
    SORE_SIGNS,
    SORE_SPOTS,
    word,
)
from diary.field import Catalogue, Choice
from diary.i18n import N_, _, format_day, format_list, format_number, format_time
from diary.measures import OXYGEN_PLACES

UNTOLD = frozenset({"id", "key", "recorded_at", "zone", "rank", "about", "about_id"})
"""Parts that say nothing to a reader."""

NAMES = {
    "agreed": N_("Agreed"),
    "answer": N_("Answer"),
    "answered": N_("Answered on"),
    "archived": N_("Put away"),
    "born": N_("Date of birth"),
    "cadence": N_("How often it is asked"),
    "caption": N_("Caption"),
    "choices": N_("Answers"),
    "colours": N_("Colours"),
    "counted_on": N_("Counted on"),
    "day": N_("Day"),
    "diastolic": N_("Lower number"),
    "dose": N_("Dose"),
    "first": N_("From"),
    "healed": N_("Healed"),
    "height": N_("Height"),
    "high": N_("Word at the upper end"),
    "how_often": N_("How often"),
    "intended": N_("Change was meant"),
    "kind": N_("Kind"),
    "last": N_("Until"),
    "length_cm": N_("Length (cm)"),
    "low": N_("Word at the lower end"),
    "maximum": N_("Highest number"),
    "measure": N_("Measure"),
    "measured_at": N_("Measured at"),
    "minutes": N_("Minutes"),
    "name": N_("Name"),
    "next_visit": N_("For the next visit"),
    "note": N_("Note"),
    "noticed": N_("Noticed"),
    "numbness": N_("Numbness"),
    "ongoing": N_("Still going"),
    "pain": N_("Pain"),
    "patient_id": N_("Number"),
    "place": N_("Place"),
    "places": N_("Places"),
    "pulse": N_("Pulse"),
    "region": N_("Region"),
    "relief": N_("What helped"),
    "settled": N_("Settled"),
    "shape": N_("Shape"),
    "shiny": N_("Shiny"),
    "side_effects": N_("Side effects"),
    "signs": N_("Signs"),
    "spot": N_("Part of it"),
    "started_at": N_("Began"),
    "text": N_("Text"),
    "time": N_("Time"),
    "tingling": N_("Tingling"),
    "triggers": N_("Triggers"),
    "unit": N_("Unit"),
    "value": N_("Value"),
    "who": N_("With whom"),
    "why_stopped": N_("Why stopped"),
    "width": N_("Width"),
    "width_cm": N_("Width (cm)"),
    "written": N_("Written on"),
}

_CHOICES: dict[tuple[type, str], tuple[Choice, ...]] = {
    (Attack, "colours"): COLOURS,
    (Attack, "places"): PLACES,
    (Attack, "relief"): RELIEF,
    (Attack, "triggers"): TRIGGERS,
    (Measurement, "place"): OXYGEN_PLACES,
    (SoreDay, "signs"): SORE_SIGNS,
    (Patch, "region"): PATCH_REGIONS,
    (Patch, "shape"): PATCH_SHAPES,
    (Sore, "place"): SORE_PLACES,
    (Sore, "spot"): SORE_SPOTS,
}


def differences(one: Record, other: Record, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What each of two forms of a record says, part by part where they say another thing."""
    match one, other:
        case Reading(), Reading():
            yield _value(one, catalogue), _value(other, catalogue)
        case Note(), Note():
            yield one.text, other.text
        case _:
            for name in _parts(one):
                if getattr(one, name) != getattr(other, name):
                    yield _part(one, name), _part(other, name)


def _parts(record: Record) -> list[str]:
    return [part.name for part in fields(record) if part.name not in UNTOLD]


def _value(reading: Reading, catalogue: Catalogue) -> str:
    if reading.field in catalogue:
        return catalogue[reading.field].words(reading.value)
    return str(reading.value)


def _part(record: Record, name: str) -> str:
    said = _words(getattr(record, name), _CHOICES.get((type(record), name), ()))
    return _("{part}: {value}").format(part=NAMES[name], value=said)


def _words(value: object, choices: tuple[Choice, ...]) -> str:
    match value:
        case None | "" | ():
            return _("nothing")
        case tuple():
            return format_list([word(choices, str(key)) for key in value])
        case str():
            return word(choices, value)
    return _plain(value)


def _plain(value: object) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case int() | float():
            return format_number(value)
        case datetime():
            return f"{format_day(value.date())}, {format_time(value)}"
        case date():
            return format_day(value)
    return str(value)
