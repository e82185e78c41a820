"""The 7-day median that charts draw through a field's days. Used by the charts."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from datetime import date, timedelta

from diary.logic.statistics import WEEK

FEWEST_IN_WEEK = 4


def rolling_median(
    readings: Mapping[date, float],
    first: date,
    last: date,
    window: int = WEEK,
    least: int = FEWEST_IN_WEEK,
) -> list[float | None]:
    """One entry for each day from `first` to `last`: the median of the `window` days ending on it.

    The window trails: it looks back, never ahead, so that a later entry changes no earlier point.
    Days before `first` count where `readings` has them. The entry is None where fewer than
    `least` days of the window are recorded; nothing is imputed.
    """
    start = (first - timedelta(days=window - 1)).toordinal()
    values = [readings.get(date.fromordinal(day)) for day in range(start, last.toordinal() + 1)]
    known: list[float] = []
    medians: list[float | None] = []
    for place, value in enumerate(values):
        if value is not None:
            insort(known, value)
        gone = values[place - window] if place >= window else None
        if gone is not None:
            del known[bisect_left(known, gone)]
        medians.append(_middle(known) if len(known) >= max(least, 1) else None)
    return medians[window - 1 :]


def _middle(ordered: list[float]) -> float:
    """The median of numbers in order."""
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2
