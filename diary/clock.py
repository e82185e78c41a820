"""What time it is, where the patient is. Tests hand in a clock of their own.

People travel with the program open: the zone is asked anew each time, never remembered.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol
from zoneinfo import ZoneInfo

import tzlocal


class Clock(Protocol):
    """Tells the local time with its fixed UTC offset, and the zone's IANA name."""

    def now(self) -> datetime:
        """The present moment; aware, with a fixed offset."""

    def zone(self) -> str:
        """The IANA name of the local zone, such as "Europe/London"."""


class SystemClock:
    """The computer's own clock and zone."""

    def now(self) -> datetime:
        """The present moment, to the second, in the system's zone."""
        return fixed(self._local(datetime.now(UTC))).replace(microsecond=0)

    def zone(self) -> str:
        """The system's zone; "UTC" where the system does not say."""
        _look_again()
        try:
            tzlocal.reload_localzone()
            return tzlocal.get_localzone_name() or "UTC"
        except (LookupError, ValueError, OSError):
            return "UTC"

    def _local(self, moment: datetime) -> datetime:
        """The moment in the system's zone as it is set now."""
        if _look_again():
            return moment.astimezone()
        return moment.astimezone(ZoneInfo(self.zone()))


def _look_again() -> bool:
    """Let the C library forget the zone that it saw first; whether this system can."""
    if hasattr(time, "tzset"):
        time.tzset()
        return True
    return False


def fixed(moment: datetime) -> datetime:
    """The same moment with its UTC offset frozen: arithmetic on it is exact.

    `moment` must be aware.
    """
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=timezone(offset), fold=0)


def in_zone(day: date, hour: int, minute: int, zone: str) -> datetime:
    """The instant of a local wall time, with a fixed offset.

    A time that occurs twice (autumn) is its first occurrence; one that the clocks skip (spring)
    moves on by the length of the gap.
    """
    wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
    through_utc = wall.astimezone(UTC).astimezone(ZoneInfo(zone))
    return fixed(through_utc)
