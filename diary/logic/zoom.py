"""Closer, wider, earlier and later: how one period of days follows another in Trends. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from diary.logic.periods import Period

LENGTHS = (14, 30, 91, 182, 365, 1096, 3653)
"""The steps of zooming, in days; the widest is everything."""


def closer(shown: Period, about: date | None = None) -> Period | None:
    """The next shorter period around a day, or at the end of what is shown; None at the shortest.

    It never leaves what is shown.
    """
    shorter = [length for length in LENGTHS if length < len(shown)]
    if not shorter:
        return None
    half = timedelta(days=shorter[-1] // 2)
    last = shown.last if about is None else min(about + half, shown.last)
    return _within(Period.ending(last, shorter[-1]), shown)


def wider(shown: Period, whole: Period) -> Period | None:
    """The next longer period around what is shown, within `whole`; None where that is all."""
    if len(shown) >= len(whole):
        return None
    length = next((each for each in LENGTHS if each > len(shown)), len(whole))
    if length >= len(whole):
        return whole
    last = min(shown.last + timedelta(days=(length - len(shown)) // 2), whole.last)
    return _within(Period.ending(last, length), whole)


def earlier(shown: Period, whole: Period) -> Period | None:
    """The period of equal length before; None where nothing is recorded before."""
    return shown.moved(-len(shown)) if shown.first > whole.first else None


def later(shown: Period, whole: Period) -> Period | None:
    """The period of equal length after, at most up to the last day; None where that is shown."""
    step = min(len(shown), (whole.last - shown.last).days)
    return shown.moved(step) if step > 0 else None


def _within(period: Period, whole: Period) -> Period:
    """Moved so that it does not begin before `whole` does."""
    return period.moved(max(0, (whole.first - period.first).days))
