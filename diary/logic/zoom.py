"""Closer, wider, earlier and later: how one stretch of days follows another in Trends. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from diary.logic.ranges import Stretch

LENGTHS = (14, 28, 91, 182, 365, 1096, 3653)
"""The steps of zooming, in days; the widest is everything."""


def closer(shown: Stretch, about: date | None = None) -> Stretch | None:
    """The next shorter stretch around a day, or at the end of what is shown; None at the shortest.

    It never leaves what is shown.
    """
    shorter = [length for length in LENGTHS if length < shown.days]
    if not shorter:
        return None
    half = timedelta(days=shorter[-1] // 2)
    last = shown.last if about is None else min(about + half, shown.last)
    return _within(_ending(last, shorter[-1]), shown)


def wider(shown: Stretch, whole: Stretch) -> Stretch | None:
    """The next longer stretch around what is shown, within `whole`; None where that is all."""
    if shown.days >= whole.days:
        return None
    length = next((each for each in LENGTHS if each > shown.days), whole.days)
    if length >= whole.days:
        return whole
    last = min(shown.last + timedelta(days=(length - shown.days) // 2), whole.last)
    return _within(_ending(last, length), whole)


def earlier(shown: Stretch, whole: Stretch) -> Stretch | None:
    """The stretch of equal length before; None where nothing is recorded before."""
    return shown.moved(-shown.days) if shown.first > whole.first else None


def later(shown: Stretch, whole: Stretch) -> Stretch | None:
    """The stretch of equal length after, at most up to the last day; None where that is shown."""
    step = min(shown.days, (whole.last - shown.last).days)
    return shown.moved(step) if step > 0 else None


def _ending(last: date, days: int) -> Stretch:
    return Stretch(last - timedelta(days=days - 1), last)


def _within(stretch: Stretch, whole: Stretch) -> Stretch:
    """Moved so that it does not begin before `whole` does."""
    return stretch.moved(max(0, (whole.first - stretch.first).days))
