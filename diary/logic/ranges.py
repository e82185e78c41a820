"""The periods that Trends shows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from diary.i18n import N_, Message
from diary.logic.periods import DAY, Period


class Range(StrEnum):
    """How much is shown at once."""

    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"
    VISIT = "visit"


RANGE_NAMES: dict[Range, Message] = {
    Range.FORTNIGHT: N_("2 weeks"),
    Range.MONTH: N_("1 month"),
    Range.QUARTER: N_("3 months"),
    Range.YEAR: N_("1 year"),
    Range.ALL: N_("All"),
    Range.VISIT: N_("Since last visit"),
}
DAYS = {Range.FORTNIGHT: 14, Range.MONTH: 30, Range.QUARTER: 91, Range.YEAR: 365}
FIXED = frozenset({Range.ALL, Range.VISIT})
"""Those that have no earlier and no later period."""
SHORTEST = 14


def range_period(
    chosen: Range,
    today: date,
    first_recorded: date | None,
    back: int = 0,
    last_visit: date | None = None,
) -> Period:
    """The days to show; `back` counts whole periods before the one that ends today.

    "All" begins at the first recorded day, "Since last visit" at that visit; both have at least
    14 days. Without a visit it is as three months.
    """
    if chosen is Range.VISIT and last_visit is None:
        chosen = Range.QUARTER
    if chosen in FIXED:
        shortest = today - (SHORTEST - 1) * DAY
        begins = first_recorded if chosen is Range.ALL else last_visit
        return Period(min(begins or shortest, shortest), today)
    length = DAYS[chosen]
    return Period.ending(today, length).moved(-length * back)
