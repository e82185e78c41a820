"""What a chart shows, in a sentence: for screen readers. No matplotlib here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from db.records import Attack, Reading, Value
from diary.charts.series import values_of, within
from diary.field import Field, Kind
from diary.i18n import _, format_day, format_list, format_minutes, format_number


def describe(
    field: Field,
    readings: Sequence[Reading],
    first: date,
    last: date,
    attacks: Iterable[Attack] = (),
) -> str:
    """How often a field was recorded from `first` to `last`, its median and its highest value."""
    return told(field, values_of([field], readings, attacks)[field.key], first, last)


def told(field: Field, values: Mapping[date, Value], first: date, last: date) -> str:
    """The same for values by day; those of other days are left out."""
    found = within(values, first, last)
    words = {
        "field": field.label,
        "first": format_day(first),
        "last": format_day(last),
        "recorded": format_number(len(found)),
        "days": format_number((last - first).days + 1),
    }
    if not found:
        return _("{field}, {first} to {last}: nothing recorded.").format(**words)
    if not field.numeric:
        return _(
            "{field}, {first} to {last}: recorded on {recorded} of {days} days: {each}."
        ).format(each=_each(field, found), **words)
    numbers = {day: value for day, value in found.items() if not isinstance(value, str)}
    highest, day = max((value, day) for day, value in numbers.items())
    return _(
        "{field}, {first} to {last}: recorded on {recorded} of {days} days, "
        "median {median}, highest {highest} on {day}."
    ).format(
        median=_amount(field, median(numbers.values())),
        highest=_amount(field, highest),
        day=format_day(day),
        **words,
    )


def _each(field: Field, values: Mapping[date, Value]) -> str:
    """How many days each answer of a choice was given."""
    counts = Counter(values.values())
    return format_list(
        [
            _("“{answer}” on {number}").format(
                answer=choice.label, number=format_number(counts[choice.key])
            )
            for choice in field.choices
        ]
    )


def _amount(field: Field, value: float) -> str:
    return format_minutes(value) if field.kind is Kind.MINUTES else format_number(value)
