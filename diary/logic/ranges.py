"""The stretches of time that Trends shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from diary.i18n import N_, Message


class Range(StrEnum):
    """How much is shown at once."""

    FORTNIGHT = "fortnight"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"
    VISIT = "visit"


RANGE_NAMES: dict[Range, Message] = {
    Range.FORTNIGHT: N_("2 weeks"),
    Range.QUARTER: N_("3 months"),
    Range.YEAR: N_("1 year"),
    Range.ALL: N_("All"),
    Range.VISIT: N_("Since last visit"),
}
DAYS = {Range.FORTNIGHT: 14, Range.QUARTER: 91, Range.YEAR: 365}
FIXED = frozenset({Range.ALL, Range.VISIT})
"""Those that have no earlier and no later stretch."""
SHORTEST = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both shown."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def moved(self, days: int) -> Stretch:
        """The stretch that many days later (negative: earlier)."""
        return Stretch(self.first + timedelta(days=days), self.last + timedelta(days=days))


def stretch(
    chosen: Range,
    today: date,
    first_recorded: date | None,
    back: int = 0,
    last_visit: date | None = None,
) -> Stretch:
    """The days to show; `back` counts whole stretches before the one that ends today.

    "All" begins at the first recorded day, "Since last visit" at that visit; both have at least
    14 days. Without a visit it is as three months.
    """
    if chosen is Range.VISIT and last_visit is None:
        chosen = Range.QUARTER
    if chosen in FIXED:
        shortest = today - timedelta(days=SHORTEST - 1)
        begins = first_recorded if chosen is Range.ALL else last_visit
        return Stretch(min(begins or shortest, shortest), today)
    length = DAYS[chosen]
    latest = Stretch(today - timedelta(days=length - 1), today)
    return latest.moved(-length * back)
