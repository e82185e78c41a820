"""The four weeks before and after a medicine was started, changed or stopped. Pure.

- The day of the change belongs to the days after it. Of a stop that is the first day without the
  medicine, the day after the last on which it was taken.
- Each side has 28 days; it is shorter where the diary begins later, or has not come further.
- Higher, lower, about the same and too few days are the words and the rule of
  `diary.logic.comparison`, on the days that each side has.

Nothing here says what caused a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from diary.field import Field
from diary.logic.comparison import Change, compare
from diary.logic.medicines import ChangeKind, Course, MedicineChange, changes
from diary.logic.periods import DAY, Period
from diary.logic.statistics import Figures, figures

AROUND = 28
"""Days on each side: four whole weeks, so that each weekday is in both as often."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days on each side of the day of a change; None where there is none."""

    day: date
    before: Period | None
    after: Period | None

    @property
    def whole(self) -> Period:
        """All days that could be on both sides."""
        return Period(self.day - AROUND * DAY, self.day + (AROUND - 1) * DAY)

    @property
    def days(self) -> int:
        """How many days both sides have."""
        return sum(len(side) for side in (self.before, self.after) if side)

    @property
    def cut(self) -> bool:
        """Whether a side has fewer days than it could have."""
        return self.days < 2 * AROUND

    def place(self, day: date) -> int:
        """How many days a day is after the change; negative before it."""
        return (day - self.day).days


@dataclass(frozen=True, slots=True)
class Sides:
    """One field before and after; None where nothing of it was recorded."""

    field: Field
    before: Figures | None
    after: Figures | None
    change: Change

    @classmethod
    def of(cls, field: Field, values: Mapping[date, float], window: Window) -> Self:
        """The figures of a field on both sides, and how they compare."""
        before, after = (
            figures(values, side, field.cadence) if side else None
            for side in (window.before, window.after)
        )
        return cls(field, before, after, compare(field, after, before))


def day_of(change: MedicineChange) -> date:
    """The first day that belongs to the days after a change."""
    return change.day + DAY if change.kind is ChangeKind.STOPPED else change.day


def window_of(change: MedicineChange, first_recorded: date, today: date) -> Window:
    """The days around a change, cut to the days of the diary."""
    day = day_of(change)
    return Window(
        day,
        _days(max(day - AROUND * DAY, first_recorded), min(day - DAY, today)),
        _days(max(day, first_recorded), min(day + (AROUND - 1) * DAY, today)),
    )


def _days(first: date, last: date) -> Period | None:
    return Period(first, last) if first <= last else None


def offered(courses: Iterable[Course], first_recorded: date, today: date) -> list[MedicineChange]:
    """The changes that can be looked at, newest first: some day around each is in the diary."""
    earliest = first_recorded - AROUND * DAY
    found = changes(courses, Period(earliest, max(earliest, today)))
    seen = [each for each in found if window_of(each, first_recorded, today).days]
    return sorted(seen, key=lambda each: each.day, reverse=True)


def others(
    courses: Iterable[Course], change: MedicineChange, window: Window
) -> list[MedicineChange]:
    """What else happened to medicines in these days, in order of time."""
    return [each for each in changes(courses, window.whole) if each != change]
