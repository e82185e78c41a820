"""Measurements as rows of the charts: a field for each measure, and its values by day.

Several of a day are drawn as their median; all of them stand in the list of the measure. A blood
pressure is its upper number, which knows the lower one. No matplotlib here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from statistics import median
from typing import Self

from db.records import Measurement, Preference
from db.records.day import is_late
from db.store import Reader
from diary.field import Cadence, Direction, Field, Kind
from diary.i18n import _, format_number
from diary.logic.measurements import EVERY, GROUPS, PRESSURE
from diary.logic.units import Units, chosen_units
from diary.measures import MEASURES

PREFIX = "measure."
PRESSURE_KEY = PREFIX + PRESSURE
LAST_RANK = 1000
_HIGHER_IS_WORSE = {"clinic_score"}


class Pressure(float):
    """A blood pressure in mmHg: the upper number, and `lower`."""

    lower: float

    def __new__(cls, upper: float, lower: float) -> Self:
        """Both numbers."""
        made = super().__new__(cls, upper)
        made.lower = lower
        return made

    @property
    def words(self) -> str:
        """Both numbers, as people write them."""
        return f"{format_number(self, 0)}/{format_number(self.lower, 0)}"


Values = Mapping[str, Mapping[date, float]]


def units_of(reader: Reader) -> Units:
    """The units that were chosen for this diary."""
    chosen = {each.key: json.loads(each.value) for each in reader.events(Preference)}
    return chosen_units(chosen.get)


def measured_fields(units: Units) -> tuple[Field, ...]:
    """A field for each measure, in the chosen unit. None of them is ever a row of a day."""
    return tuple(
        Field(
            key=PREFIX + measure.key,
            group=GROUPS[measure.key],
            kind=Kind.MEASURE,
            label=measure.label,
            question=measure.label,
            section=measure.section,
            rank=LAST_RANK,
            unit=measure.ucum,
            unit_words=units.of(measure.key).words,
            cadence=Cadence.WEEKLY if measure.key in EVERY else Cadence.DAILY,
            direction=Direction.HIGHER_IS_WORSE
            if measure.key in _HIGHER_IS_WORSE
            else Direction.NEUTRAL,
            default_on=False,
        )
        for measure in MEASURES.values()
    )


def measured_values(events: Iterable[Measurement], units: Units) -> Values:
    """The values of each day by the keys of the fields, in order of time."""
    found: defaultdict[str, defaultdict[date, list[Measurement]]]
    found = defaultdict(lambda: defaultdict(list))
    for event in events:
        found[PREFIX + event.measure][event.day].append(event)
    return {
        key: {day: _value(days[day], units) for day in sorted(days)} for key, days in found.items()
    }


def late_days(events: Iterable[Measurement]) -> dict[str, set[date]]:
    """The days of each measure on which one was written down late."""
    late: defaultdict[str, set[date]] = defaultdict(set)
    for event in events:
        if is_late(event.day, event.recorded_at):
            late[PREFIX + event.measure].add(event.day)
    return late


def _value(events: list[Measurement], units: Units) -> float:
    shown = units.of(events[0].measure).shown
    middle = median(shown(event.value) for event in events)
    lower = [event.diastolic for event in events if event.diastolic is not None]
    return Pressure(middle, median(lower)) if lower else middle


def middle_pressure(values: Iterable[float]) -> Pressure:
    """The median of the upper numbers and that of the lower ones."""
    known = [value for value in values if isinstance(value, Pressure)]
    return Pressure(median(known), median(value.lower for value in known))


def pressure_words(values: Iterable[float]) -> list[str]:
    """The figures beside a row of blood pressures."""
    known = [value for value in values if isinstance(value, Pressure)]
    if not known:
        return []
    low, high = min(value.lower for value in known), max(known)
    ends = _("upper {upper_low} to {upper_high}, lower {lower_low} to {lower_high}")
    return [
        _("median {median}").format(median=f"{middle_pressure(known).words} {_('mmHg')}"),
        ends.format(
            upper_low=format_number(float(min(known)), 0),
            upper_high=format_number(float(high), 0),
            lower_low=format_number(low, 0),
            lower_high=format_number(max(value.lower for value in known), 0),
        ),
    ]
