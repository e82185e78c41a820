"""Stretches of calendar days: the period of a summary or chart, and the one before it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

DAY = timedelta(days=1)
FORTNIGHT = 14
YEAR = 365.25
OTHER_SEASON = 61
"""Two months, in days: periods whose middles lie further apart in the year differ in season."""


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = f"a period cannot end ({self.last}) before it begins ({self.first})"
            raise ValueError(message)

    @classmethod
    def ending(cls, last: date, length: int) -> Self:
        """The `length` days that end with `last`."""
        return cls(last - (length - 1) * DAY, last)

    @classmethod
    def months(cls, last: date, months: int) -> Self:
        """The calendar months that end with `last`: 1 month to 21 November is from 22 October.

        Where the earlier month is too short, it begins with the first of the next month.
        """
        years, month = divmod(last.year * 12 + last.month - 1 - months, 12)
        day = min(last.day, monthrange(years, month + 1)[1])
        return cls(date(years, month + 1, day) + DAY, last)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + number * DAY for number in range(len(self)))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def moved(self, days: int) -> Self:
        """The period that many days later (negative: earlier)."""
        return type(self)(self.first + days * DAY, self.last + days * DAY)

    @property
    def previous(self) -> Period:
        """The period of equal length that ends the day before this one begins."""
        return Period.ending(self.first - DAY, len(self))

    @property
    def middle(self) -> date:
        """Its middle day (the earlier of two)."""
        return self.first + (len(self) - 1) // 2 * DAY

    @property
    def fortnight(self) -> Period:
        """The 14 days that end with its last day: the reference window of trials.

        Source: Merkel 2002 and the Raynaud Diary, PMC10010488. It may begin before the period.
        """
        return Period.ending(self.last, FORTNIGHT)

    def index(self, day: date) -> int:
        """How many days `day` is after the first."""
        return (day - self.first).days


def other_season(one: Period, another: Period) -> bool:
    """Whether the middles of two periods lie more than two months apart in the year.

    Raynaud's varies with the season (PubMed 30824643), so a comparison of such periods says so.
    """
    apart = abs((one.middle - another.middle).days) % YEAR
    return min(apart, YEAR - apart) > OTHER_SEASON
