"""Long periods are drawn by stretches of days, as paper shows no more; no worst day is lost."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from diary.summary.content import Point

MOST_DAYS, MOST = 400, 130
"""So many days are drawn as they are; of longer periods so many stretches."""


def stretch(days: int) -> int:
    """How many days are drawn as one."""
    return 1 if days <= MOST_DAYS else -(-days // MOST)


def thinned(points: Iterable[Point], days: int) -> tuple[Point, ...]:
    """Of each stretch its lowest and its highest value; every value where stretches are days."""
    if days == 1:
        return tuple(points)
    found: list[Point] = []
    for number, group in groupby(points, key=lambda point: point[0] // days):
        some = list(group)
        middle = number * days + days // 2
        low, high = min(some, key=_height), max(some, key=_height)
        found.append((middle, high[1], high[2]))
        if low[1] < high[1]:
            found.append((middle, low[1], low[2]))
    return tuple(found)


def _height(point: Point) -> float:
    return point[1]
