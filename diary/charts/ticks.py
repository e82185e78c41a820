"""Which values and which days an axis names, and in what words. No matplotlib here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from diary.field import Field, Kind
from diary.i18n import format_day, format_minutes, format_number, format_short_day

NEAR_ZERO = 0.75
"""Values whose lowest is at most this share of the highest are drawn from 0."""
SMALL = 10
"""So are values that are no higher than this."""
LEAST_SHARE = 0.05
"""A row shows at least this share of its highest value: small changes are to look small."""
MEASURE_STEPS = (0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
HALVED = frozenset({2, 10, 20})
COUNT_TOPS = (4, 6, 10, 20, 30, 40, 60, 80, 100)
MINUTE_TOPS = (30, 60, 120, 240, 480, 720, 1440)
WEEK = 7
DAY_STEPS = (1, 2, WEEK, 2 * WEEK)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """The values at the lower and the upper edge of a row."""

    low: float
    high: float

    @property
    def height(self) -> float:
        """From the one to the other."""
        return self.high - self.low

    def share(self, value: float) -> float:
        """How far up a value lies, from 0 to 1."""
        return (value - self.low) / self.height


@dataclass(frozen=True, slots=True)
class DayTick:
    """A named day: its place on the axis, its word, and the year where that needs saying."""

    place: int
    word: str
    year: str = ""


def span_of(field: Field, lowest: float, highest: float) -> Span:
    """The ends of a scale or of grades; round numbers around the values of other fields."""
    match field.kind:
        case Kind.COUNT:
            return Span(0, _over(COUNT_TOPS, highest))
        case Kind.MINUTES:
            return Span(0, _over(MINUTE_TOPS, highest))
        case Kind.MEASURE if not field.panel:
            return _round_span(lowest, highest)
    return Span(field.bottom, field.top)


def _over(tops: Iterable[int], highest: float) -> int:
    return next((top for top in tops if top >= highest), int(highest) + 1)


def _round_span(lowest: float, highest: float) -> Span:
    """Two equal steps around the values; from 0 where they come near it.

    Around 0 they may begin at half a step, or frost and heat would need steps of 50. No value
    but 0 lies on an edge, not even when all are alike.
    """
    near = 0 <= lowest <= max(NEAR_ZERO * highest, SMALL)
    around = lowest < 0 < highest
    for step in (each for each in MEASURE_STEPS if 2 * each >= LEAST_SHARE * highest):
        grid = step / 2 if around and step in HALVED else step
        low = 0.0 if near else (ceil(lowest / grid) - 1) * grid
        if low + 2 * step > highest:
            return Span(low, low + 2 * step)
    return Span(lowest - 1, highest + 1)


def value_ticks(field: Field, span: Span) -> list[tuple[float, str]]:
    """The named values: the lower end, the middle and the upper end."""
    middle = (span.low + span.high) / 2
    if field.kind is Kind.GRADE and middle != round(middle):
        return [(value, format_number(value)) for value in (span.low, span.high)]
    values = (span.low, middle, span.high)
    if field.kind is Kind.MINUTES:
        return [(value, format_minutes(value) if value else format_number(0)) for value in values]
    return [(value, format_number(value)) for value in values]


def day_ticks(first: date, last: date, fits: int, week_begins: int = 0) -> list[DayTick]:
    """At most `fits` named days, on the finest of the usual steps that allows it.

    Weeks are named by their first day, `week_begins`: 0 is Monday.
    """
    for step in DAY_STEPS:
        if (last - first).days // step < fits:
            days = _days(first, last, step, week_begins)
            return _worded(first, days, format_short_day, years=True)
    for step in MONTH_STEPS:
        found = _months(first, last, step)
        if len(found) <= fits:
            return _worded(first, found, _month_word, years=True)
    for step in YEAR_STEPS:
        found = [day for day in _months(first, last, MONTHS) if day.year % step == 0]
        if len(found) <= fits:
            break
    return _worded(first, found, _year_word, years=False)


def _month_word(day: date) -> str:
    return format_day(day, "LLL")


def _year_word(day: date) -> str:
    return format_day(day, "y")


def _days(first: date, last: date, step: int, week_begins: int) -> list[date]:
    """Each, each second, or the first of each (second) week."""
    start = first
    if step >= WEEK:
        start += timedelta(days=(week_begins - first.weekday()) % WEEK)
    return [start + timedelta(days=n) for n in range(0, (last - start).days + 1, step)]


def _months(first: date, last: date, step: int) -> list[date]:
    """The first days of each `step`th month of a year."""
    months = range(first.year * MONTHS + first.month - 1, last.year * MONTHS + last.month)
    found = (date(month // MONTHS, month % MONTHS + 1, 1) for month in months if month % step == 0)
    return [day for day in found if first <= day <= last]


def _worded(
    first: date, days: Iterable[date], word: Callable[[date], str], *, years: bool
) -> list[DayTick]:
    """The ticks; the first, and the first of each later year, say the year."""
    ticks, year = [], 0
    for day in days:
        said = _year_word(day) if years and day.year != year else ""
        ticks.append(DayTick((day - first).days, word(day), said))
        year = day.year
    return ticks
