"""How much of a period was recorded. Calendar days are counted, never entries.

A day is recorded when it has any entry of its own: what the calendar of the window marks too
(`DayReader.day_counts`). What merely lasts over a day, such as a medicine, is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from db.records import Attack, Measurement, Note, Photo, Reading, SoreDay, is_late
from diary.logic.periods import Period

Entry = Reading | Note | Attack | Measurement | SoreDay | Photo


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was recorded of a period.

    `recorded` are the days with any entry; `late` are those of them with anything that was entered
    more than one day afterwards; `gap` is the longest run of days without anything (the latest of
    equally long ones), None where there is none.
    """

    period: Period
    recorded: frozenset[date]
    late: frozenset[date]
    gap: Period | None

    @property
    def days(self) -> int:
        """The calendar days of the period."""
        return len(self.period)


def coverage(period: Period, entries: Iterable[Entry]) -> Coverage:
    """The coverage of a period by these entries; those outside it are left out."""
    inside = [entry for entry in entries if entry.day in period]
    recorded = frozenset(entry.day for entry in inside)
    late = frozenset(entry.day for entry in inside if is_late(entry.day, entry.recorded_at))
    return Coverage(period, recorded, late, longest_gap(period, recorded))


def longest_gap(period: Period, recorded: Iterable[date]) -> Period | None:
    """The longest run of days of a period that are not recorded; the latest of equal ones."""
    known = frozenset(recorded)
    runs = (list(days) for missing, days in groupby(period, lambda d: d not in known) if missing)
    gaps = [Period(run[0], run[-1]) for run in runs]
    return max(gaps, key=lambda gap: (len(gap), gap.last), default=None)
