"""The same weeks of this year and the last side by side, since Raynaud's follows the season. Pure.

- A week begins on the patient's day. Its twin of last year lies 52 weeks (364 days) earlier, so
  that weekdays meet weekdays; in a week of a year it is at most two days off the calendar.
- A week has a value where at least 4 of its days are recorded, as the 7-day median of the charts
  has; a week of a field that is asked weekly or monthly where it has an entry. No other week has
  one: it is a gap, and never 0.
- The value is the median of its days; for attacks their number for each known day; for yes or no
  the days with yes of seven recorded ones. The mean of attacks is what trials report
  (Raynaud Diary, PMC10010488).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import mean, median

from diary.field import Cadence, Field, Kind
from diary.fields import ATTACK_COUNT
from diary.logic.periods import DAY, Period
from diary.logic.rolling import FEWEST_IN_WEEK
from diary.logic.weeks import WEEK, week_of

YEAR_OF_WEEKS = 52 * WEEK * DAY


class Measure(StrEnum):
    """What a week is told by."""

    MEDIAN = "median"
    PER_DAY = "per_day"
    IN_SEVEN = "in_seven"


@dataclass(frozen=True, slots=True)
class Week:
    """One week: its value, None where too few of its days are recorded."""

    period: Period
    recorded: int
    value: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A week of this year and the same one of last year."""

    now: Week
    before: Week


@dataclass(frozen=True, slots=True)
class Seasons:
    """The weeks of a year with their twins."""

    year: int
    measure: Measure
    least: int
    pairs: tuple[Pair, ...]

    @property
    def both(self) -> int:
        """How many weeks have a value in both years."""
        return sum(p.now.value is not None and p.before.value is not None for p in self.pairs)

    @property
    def nothing(self) -> bool:
        """Whether no week has a value."""
        return all(p.now.value is None and p.before.value is None for p in self.pairs)


def comparable(field: Field) -> bool:
    """Whether a week of the field has a value: words have no median."""
    return field.numeric


def measure_of(field: Field) -> Measure:
    """What a week of the field is told by."""
    if field.key == ATTACK_COUNT:
        return Measure.PER_DAY
    return Measure.IN_SEVEN if field.kind is Kind.YES_NO else Measure.MEDIAN


def needed(year: int) -> Period:
    """The days of which the weeks of a year and of the one before are made."""
    return Period(date(year, 1, 1) - WEEK * DAY - YEAR_OF_WEEKS, date(year, 12, 31) + WEEK * DAY)


def seasons(
    field: Field, values: Mapping[date, float], year: int, first_weekday: int, today: date
) -> Seasons:
    """The weeks of a year up to `today`, with those of the year before."""
    least = FEWEST_IN_WEEK if field.cadence is Cadence.DAILY else 1
    measure = measure_of(field)

    def told(period: Period) -> Week:
        known = [values[day] for day in period if day in values and day <= today]
        return Week(period, len(known), _value(known, measure) if len(known) >= least else None)

    pairs = tuple(Pair(told(week), told(earlier(week))) for week in weeks_of(year, first_weekday))
    return Seasons(year, measure, least, pairs)


def weeks_of(year: int, first_weekday: int) -> Iterator[Period]:
    """Every week with a day of the year in it, from the one with 1 January."""
    week = week_of(date(year, 1, 1), first_weekday)
    while week.first.year <= year:
        yield week
        week = Period(week.first + WEEK * DAY, week.last + WEEK * DAY)


def earlier(week: Period) -> Period:
    """The same week of the year before."""
    return Period(week.first - YEAR_OF_WEEKS, week.last - YEAR_OF_WEEKS)


def _value(known: list[float], measure: Measure) -> float:
    match measure:
        case Measure.MEDIAN:
            return median(known)
        case Measure.PER_DAY:
            return mean(known)
        case Measure.IN_SEVEN:
            return WEEK * sum(value > 0 for value in known) / len(known)
