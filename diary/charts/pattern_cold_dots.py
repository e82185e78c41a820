"""The dots of attacks beside the temperature, each with its days, to be walked and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from diary.charts.drawing import Box, Point, Points
from diary.charts.pattern_words import attacks_words
from diary.i18n import _, format_day, ngettext
from diary.logic.patterns import ColdDay
from diary.logic.units import Unit


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot: its middle, half its width, and the days that it stands for."""

    x: float
    y: float
    half: float
    days: int


class ColdDots(Points):
    """The days from the coldest to the warmest; there can be thousands of them.

    So words are made when a day is looked at, and the way to a dot is found in one go.
    """

    def __init__(self, days: Sequence[ColdDay], spots: Sequence[Spot], unit: Unit) -> None:
        super().__init__()
        self._days, self._spots, self._unit = days, spots, unit
        self._x = np.array([spot.x for spot in spots])
        self._y = np.array([spot.y for spot in spots])
        self._halves = np.array([spot.half for spot in spots])
        self._numbers = {day.day: number for number, day in enumerate(days)}

    def __len__(self) -> int:
        return len(self._days)

    def __getitem__(self, number: int) -> Point:
        day = self._days[number]
        spot = self._spots[number]
        words = _("{day}: {temperature}, {attacks}").format(
            day=format_day(day.day),
            temperature=self._unit.value_words(day.temperature),
            attacks=attacks_words(day.attacks),
        )
        if spot.days > 1:
            here = ngettext("{n} day in this dot", "{n} days in this dot", spot.days)
            words = f"{words} ({here})"
        return Point(Box.around(spot.x, spot.y, spot.half), words, day.day)

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """The number of the dot at a place, or at most `reach` pixels from it."""
        distances = np.hypot(self._x - x, self._y - y)
        number = int(distances.argmin())
        return number if distances[number] <= reach + self._halves[number] else None

    def of_day(self, day: date) -> int | None:
        """The number of the dot of a day."""
        return self._numbers.get(day)

    def beside(self, number: int, *, up: bool) -> int:
        """The number of the nearest dot with more or fewer attacks."""
        ahead = (self._y - self._y[number]) * (-1 if up else 1)
        costs = np.where(ahead > 1, ahead + 3 * abs(self._x - self._x[number]), np.inf)
        best = int(costs.argmin())
        return best if np.isfinite(costs[best]) else number
