"""Parts of events in a few words: the place of a sore, the size of a patch, a dose, a measurement.

Used by `record_words` and by the content of a day.
"""

from __future__ import annotations

from datetime import date

from db.records import DosePeriod, Measurement, Patch, PatchCheck, Sore, SoreDay
from diary.event_words import PATCH_REGIONS, SORE_PLACES, mid_line, word
from diary.i18n import _, format_list, format_number, format_short_day
from diary.logic.measurements import measured_words
from diary.logic.units import Units
from diary.measures import MEASURES

LONGEST = 60
"""So many letters of the patient's own words are quoted."""


def short(day: date) -> str:
    """A day of any year as short words."""
    return format_short_day(day, year=True)


def cut(text: str) -> str:
    """The patient's own words on one line, shortened."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rstrip()}…"


def quoted(text: str) -> str:
    """The patient's own words, as such."""
    return f"“{cut(text)}”"


def sore_place(sore: Sore) -> str:
    """The finger or toe, and the part of it."""
    return joined(word(SORE_PLACES, sore.place), mid_line(sore.spot))


def patch_place(patch: Patch) -> str:
    """The region of the body, and the shape."""
    return joined(word(PATCH_REGIONS, patch.region), mid_line(patch.shape))


def noticed(day: date) -> str:
    """Since when."""
    return _("noticed {day}").format(day=short(day))


def signs(day: SoreDay) -> str:
    """What was seen of a sore on a day; empty where nothing was said."""
    pain = "" if day.pain is None else _("pain {score}").format(score=format_number(day.pain))
    words = format_list([mid_line(sign) for sign in day.signs]) if day.signs else ""
    return joined(pain, words)


def size(check: PatchCheck) -> str:
    """How large a patch was, and whether it was shiny; empty where nothing was said."""
    sides = [format_number(side) for side in (check.length_cm, check.width_cm) if side is not None]
    said = _("{size} cm").format(size=" × ".join(sides)) if sides else ""
    if check.shiny is None:
        return said
    return joined(said, _("shiny") if check.shiny else _("not shiny"))


def dose(period: DosePeriod) -> str:
    """The dose as the patient wrote it, and how often."""
    return joined(cut(period.dose), cut(period.how_often))


def measured(one: Measurement, units: Units) -> str:
    """A measurement with its name and unit: "Blood pressure 141/88 mmHg, pulse 70"."""
    measure = MEASURES.get(one.measure)
    if measure is None:
        return f"{one.measure} {format_number(one.value)}"
    return f"{measure.label} {measured_words(one, units)}"


def joined(first: str, second: str) -> str:
    """Both with a comma between, or the one that there is."""
    return ", ".join(part for part in (first, second) if part)
