"""Which of the automatic backups stay."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

DAILY, WEEKLY, MONTHLY = 7, 5, 12
LEAST = 3


def kept(made: Collection[datetime], now: datetime) -> set[datetime]:
    """The newest of each of the last 7 days, 5 weeks, 12 months with a backup, and of every year.

    Days without a backup do not count: whoever records once a month keeps 7 months by days. Never
    fewer than 3 stay. While one was made after `now`, the clock is not to be trusted, and all stay.
    """
    newest_first = sorted(made, reverse=True)
    if not newest_first or newest_first[0] > now:
        return set(made)
    stay = {
        *_newest_of(newest_first, datetime.toordinal, DAILY),
        *_newest_of(newest_first, lambda each: each.isocalendar()[:2], WEEKLY),
        *_newest_of(newest_first, lambda each: (each.year, each.month), MONTHLY),
        *_newest_of(newest_first, lambda each: each.year, len(newest_first)),
    }
    return stay if len(stay) >= LEAST else {*stay, *newest_first[:LEAST]}


def _newest_of(
    newest_first: Iterable[datetime], stretch: Callable[[datetime], object], count: int
) -> list[datetime]:
    """The newest of each stretch of time, for the last `count` stretches."""
    found: dict[object, datetime] = {}
    for each in newest_first:
        found.setdefault(stretch(each), each)
    return list(found.values())[:count]
