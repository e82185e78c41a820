"""What a chart shows, in words: for screen readers, and for the eye. No matplotlib here."""

from __future__ import annotations

from collections import Counter

from db.records import Value
from diary.charts.series import Series, Values
from diary.field import Field, Kind
from diary.i18n import _, format_day, format_list, format_minutes, format_number, format_short_day
from diary.logic.statistics import WEEK


def describe(field: Field, series: Series) -> str:
    """How often a field was recorded, its median and its highest value."""
    found = series.shown.get(field.key, {})
    words = {
        "field": field.label,
        "first": format_day(series.first),
        "last": format_day(series.last),
        "recorded": format_number(len(found)),
        "days": format_number(series.days),
    }
    if not found:
        return _("{field}, {first} to {last}: nothing recorded.").format(**words)
    if not field.numeric:
        return _(
            "{field}, {first} to {last}: recorded on {recorded} of {days} days: {each}."
        ).format(each=_each(field, found), **words)
    middle, highest, day = series.extremes(field.key)
    return _(
        "{field}, {first} to {last}: recorded on {recorded} of {days} days, "
        "median {median}, highest {highest} on {day}."
    ).format(
        median=amount(field, middle), highest=amount(field, highest), day=format_day(day), **words
    )


def figures(field: Field, series: Series) -> list[str]:
    """The few figures that stand beside a field's name in its chart."""
    found = series.shown.get(field.key, {})
    if not found:
        return [_("nothing recorded")]
    share = _("{recorded} of {days} days").format(
        recorded=format_number(len(found)), days=format_number(series.days)
    )
    if not field.numeric or field.kind is Kind.YES_NO:
        return [share]
    middle, highest, day = series.extremes(field.key)
    worst = _("highest {highest} on {day}").format(
        highest=amount(field, highest),
        day=format_short_day(day) if day.year == series.last.year else format_day(day, "d MMM y"),
    )
    return [_("median {median}").format(median=amount(field, middle)), worst, share]


def amount(field: Field, value: Value) -> str:
    """A value, or a median of values, with its unit."""
    if isinstance(value, str) or field.kind is Kind.YES_NO:
        return field.words(value)
    return format_minutes(value) if field.kind is Kind.MINUTES else format_number(value)


def key_words(bin_days: int) -> str:
    """What dots, lines and gaps mean; `bin_days` days share a bar (1: each day has a dot)."""
    if bin_days == 1:
        return _(
            "Dot: a day. Hollow: entered late. Line: median of the last 7 days, where at least 4 "
            "are recorded. Gap: not recorded. Higher is worse."
        )
    return _(
        "Bar: the lowest to the highest day of {weeks}. Line: their median, where at least 4 "
        "days in 7 are recorded. Gap: not recorded. Higher is worse."
    ).format(weeks=_weeks(bin_days // WEEK))


def _weeks(number: int) -> str:
    if number == 1:
        return _("a week")
    return _("{number} weeks").format(number=format_number(number))


def _each(field: Field, values: Values) -> str:
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
