"""What is recorded once a day, and whose diary it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

Value = int | float | str
"""Scales, counts, minutes and yes/no (1/0) are `int`; measures `float`; choices are keys."""

LATE_AFTER = timedelta(days=1)
LATEST_START = timedelta(hours=4)
"""The latest that a patient's day can begin after midnight."""


def is_late(day: date, recorded_at: datetime) -> bool:
    """Whether something was recorded more than one day after its day.

    Until four in the morning it still counts as recorded the evening before.
    """
    return (recorded_at - LATEST_START).date() - day > LATE_AFTER


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one field on one day."""

    day: date
    field: str
    value: Value
    recorded_at: datetime

    @property
    def late(self) -> bool:
        """Whether it was recorded more than one day after its day."""
        return is_late(self.day, self.recorded_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How much is recorded on one day; `late` of the entries and attacks were entered late."""

    entries: int = 0
    attacks: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """The patient's own words about one day."""

    day: date
    text: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the summary is about; every part may be empty."""

    name: str = ""
    born: date | None = None
    patient_id: str = ""
