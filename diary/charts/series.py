"""The values of each field by day, as the charts draw and tell them.

Attacks of a day follow the rule of `diary.logic.raynaud`, so chart and summary agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from db.records import Attack, Reading, Value
from diary.field import Field
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES
from diary.logic.raynaud import daily_counts, daily_minutes

Values = dict[date, Value]
_DAILY = {ATTACK_COUNT: daily_counts, ATTACK_MINUTES: daily_minutes}
_NEVER = datetime.min.replace(tzinfo=UTC)
"""A moment for rules that want to know "now" only for ongoing attacks, of which there is none."""


def by_field(readings: Iterable[Reading]) -> Mapping[str, list[Reading]]:
    """The readings of each field, in the order given."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.field].append(reading)
    return found


def values_of(
    fields: Sequence[Field], readings: Sequence[Reading], attacks: Iterable[Attack] = ()
) -> dict[str, Values]:
    """The values of each field by day; the length of an ongoing attack is not known yet."""
    those = by_field(readings)
    known = [replace(attack, ongoing=False) if attack.ongoing else attack for attack in attacks]
    found: dict[str, Values] = {}
    for field in fields:
        if daily := _DAILY.get(field.key):
            found[field.key] = {**daily(readings, known, _NEVER)}
        else:
            found[field.key] = {reading.day: reading.value for reading in those[field.key]}
    return found


def within(values: Mapping[date, Value], first: date, last: date) -> Values:
    """The values of the days from `first` to `last`."""
    return {day: value for day, value in values.items() if first <= day <= last}


def late_days(field: Field, readings: Iterable[Reading]) -> frozenset[date]:
    """The days on which the field was recorded late."""
    return frozenset(r.day for r in readings if r.field == field.key and r.late)
