"""When the evening's reminder comes: once a patient's day, and never after an entry.

All times are those of the clock on the wall, so that a reminder at 20:00 comes at 20:00 in every
season and zone; a time that the clocks skip comes right after the gap, one that comes twice
counts once. Any reading, note or attack makes a day a recorded day. Used by the tray.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from diary.logic.day_start import DAY, day_at

OFF = "off"


def reminder_time(text: str) -> time | None:
    """The time of a setting "HH:MM"; None where it is off or no time."""
    try:
        return time.fromisoformat(text) if len(text) == len("20:00") else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder at a time of day; the patient's day begins `start` after midnight."""

    at: time
    start: timedelta = timedelta()

    def is_due(self, now: datetime, shown_on: date | None, *, recorded: bool) -> bool:
        """Whether to remind now: not before its time, once a day, not after an entry.

        A program that starts later in the evening reminds then.
        """
        day = day_at(now, self.start)
        return not recorded and shown_on != day and now.replace(tzinfo=None) >= self.of(day)

    def of(self, day: date) -> datetime:
        """When the clock on the wall shows its time on a patient's day."""
        early = timedelta(hours=self.at.hour, minutes=self.at.minute) < self.start
        return datetime.combine(day + DAY if early else day, self.at)

    def next(self, now: datetime, shown_on: date | None) -> datetime:
        """When it comes next, should nothing be recorded, by the clock on the wall."""
        wall, day = now.replace(tzinfo=None), day_at(now, self.start)
        return self.of(day + DAY) if shown_on == day else max(wall, self.of(day))
