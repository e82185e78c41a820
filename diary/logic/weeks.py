"""Weeks: with which day they begin, and which days are in one. Used by calendars and periods."""

from __future__ import annotations

from datetime import date, timedelta

from diary.i18n import first_weekday
from diary.logic.periods import Period

KEY = "week.first"
"""The preference: 0 (Monday) to 6, or null for the reader's locale."""

WEEK = 7


def week_begins(chosen: object) -> int:
    """The first day of the week, 0 (Monday) to 6; the locale's where nothing fits."""
    fits = isinstance(chosen, int) and not isinstance(chosen, bool) and 0 <= chosen < WEEK
    return chosen if isinstance(chosen, int) and fits else first_weekday()


def week_of(day: date, first: int) -> Period:
    """The seven days with `day` in them, beginning on the weekday `first` (0 is Monday)."""
    begins = day - timedelta(days=(day.weekday() - first) % WEEK)
    return Period(begins, begins + timedelta(days=WEEK - 1))
