"""Which weekly and monthly fields are asked on a day.

A field is due when it was never recorded, or 7 (weekly) or 28 (monthly) days or more have passed
since. It stays due on the day on which it is recorded, so that it can be seen and corrected.
Daily fields are due on every day.
"""

from __future__ import annotations

from datetime import date, timedelta

from diary.field import Cadence, Field


def next_due(field: Field, last: date | None) -> date | None:
    """The day from which a field is asked again; None where it is asked at once."""
    return None if last is None else last + timedelta(days=field.cadence.days)


def is_due(field: Field, day: date, last: date | None) -> bool:
    """Whether a field is asked on a day; `last` is the last day up to it with a reading."""
    start = next_due(field, last)
    return start is None or start <= day or last == day or field.cadence is Cadence.DAILY
