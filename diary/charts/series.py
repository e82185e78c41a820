"""The values of each field by day, as charts and their table show them. No matplotlib here.

Attacks of a day follow the rule of `diary.logic.raynaud`, so chart, table and summary agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median
from typing import cast

from db.records import Attack, Measurement, Reading, Value
from db.store import Reader
from diary.charts.measured import PREFIX, late_days, measured_values, units_of
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, DAY_PATTERN
from diary.logic.drawn import REGIONS, TOTAL, check_totals
from diary.logic.raynaud import NO_ATTACKS, by_rule, timed_by_day
from diary.logic.units import Units

Values = Mapping[date, Value]
Extremes = tuple[float, float, date]
DAYS_AS_DOTS = 400
"""Longer stretches are drawn in bins, and do not tell which days were entered late."""
LEAD = timedelta(days=6)
"""The days before the first shown one that its 7-day median needs."""
CHECKED = frozenset(field.key for field in REGIONS)


@dataclass(frozen=True, slots=True)
class Series:
    """The days from `first` to `last` by field.

    `known` also has the days of LEAD before `first`; `shown` has not. `late` are the days on
    which a field was entered late.
    """

    first: date
    last: date
    known: Mapping[str, Values]
    shown: Mapping[str, Values]
    late: Mapping[str, frozenset[date]]
    _extremes: dict[str, Extremes] = field(default_factory=dict, repr=False, compare=False)

    def extremes(self, key: str) -> Extremes:
        """The median, the highest value and the last day that has it; worked out once.

        Only for a field of numbers of which something is shown.
        """
        if key not in self._extremes:
            known = numbers(self.shown[key])
            highest = max(known.values())
            day = max(day for day, value in known.items() if value == highest)
            self._extremes[key] = median(known.values()), highest, day
        return self._extremes[key]

    @property
    def days(self) -> int:
        """How many days the stretch has."""
        return (self.last - self.first).days + 1

    @property
    def used(self) -> frozenset[str]:
        """The fields of which anything is shown."""
        return frozenset(key for key, values in self.shown.items() if values)

    def recorded(self, keys: Iterable[str]) -> list[date]:
        """The shown days on which one of these fields is recorded, in order of time."""
        return sorted({day for key in keys for day in self.shown.get(key, ())})


def used_fields(reader: Reader, first: date, last: date) -> set[str]:
    """The fields of which anything is recorded in a stretch, by their keys; read without values."""
    fields, measures = reader.recorded_kinds(first, last)
    of_attacks = {ATTACK_COUNT, ATTACK_MINUTES} if reader.has_attacks(first, last) else set()
    return fields | of_attacks | {PREFIX + measure for measure in measures}


def load(reader: Reader, first: date, last: date) -> Series:
    """Read a stretch of the diary."""
    units = units_of(reader)
    if (last - first).days < DAYS_AS_DOTS:
        start = first - LEAD
        found = series_of(reader.readings(start, last), reader.attacks(start, last), first, last)
        return _with_measured(found, reader.events(Measurement, start, last), units)
    values = _with_totals(reader.values(first, last), reader.attacks(first, last))
    values.update(measured_values(reader.events(Measurement, first, last), units))
    return Series(first, last, values, values, {})


def series_of(
    readings: Iterable[Reading], attacks: Iterable[Attack], first: date, last: date
) -> Series:
    """The values of records; those before `first` serve the median alone."""
    values: defaultdict[str, dict[date, Value]] = defaultdict(dict)
    late: defaultdict[str, set[date]] = defaultdict(set)
    for reading in readings:
        values[reading.field][reading.day] = reading.value
        if reading.late:
            late[reading.field].add(reading.day)
            if reading.field in CHECKED:
                late[TOTAL.key].add(reading.day)
    known = _with_totals(values, attacks)
    shown = {key: _within(those, first, last) for key, those in known.items()}
    return Series(first, last, known, shown, {key: frozenset(days) for key, days in late.items()})


def _with_measured(series: Series, events: list[Measurement], units: Units) -> Series:
    """The series with a row for each measure."""
    values = measured_values(events, units)
    shown = {key: _within(those, series.first, series.last) for key, those in values.items()}
    late = {key: frozenset(days) for key, days in late_days(events).items()}
    return replace(
        series,
        known={**series.known, **values},
        shown={**series.shown, **shown},
        late={**series.late, **late},
    )


def numbers(values: Values) -> Mapping[date, float]:
    """The values of a field of numbers; none of a field of words. A field has but one of them."""
    one = next(iter(values.values()), "")
    return {} if isinstance(one, str) else cast("Mapping[date, float]", values)


def _within(values: Values, first: date, last: date) -> Values:
    return {day: value for day, value in values.items() if first <= day <= last}


def _with_totals(
    values: Mapping[str, dict[date, Value]], attacks: Iterable[Attack]
) -> dict[str, Values]:
    """The values with the totals of attacks by the rule; ongoing ones have no length yet."""
    timed = timed_by_day(attacks)
    patterns = values.get(DAY_PATTERN, {})
    counts = numbers(values.get(ATTACK_COUNT, {}))
    none = {day for day, value in patterns.items() if value == NO_ATTACKS}
    none |= {day for day, value in counts.items() if value == 0}
    found: dict[str, Values] = {**values}
    for key in (ATTACK_COUNT, ATTACK_MINUTES):
        totals = by_rule(key, numbers(values.get(key, {})), none, timed)
        found[key] = {day: totals[day] for day in sorted(totals)}
    found[TOTAL.key] = check_totals(values)
    return found
