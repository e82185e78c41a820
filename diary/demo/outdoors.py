"""The coldest temperature outdoors that the sample patient was in, day by day.

It has a chance of its own, so that it moves no other value of a seed.
"""

from __future__ import annotations

from random import Random

from db.records import Value
from diary.demo.weather import DayState
from diary.logic.patterns import OUTDOOR_LOW

SUMMER, WINTER = 16.0, 3.0
"""Degrees Celsius on the usual morning at the height of each."""
KEEPS, CHANGES = 0.7, 2.3
"""How much of yesterday's weather is left, and what a night adds to it."""
STAYED_IN = 0.12


class Outdoors:
    """The weather goes on over days on which nothing is written down: ask for each day once."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(f"outdoors {seed}")  # noqa: S311 - a story, not a secret
        self._weather = 0.0

    def values(self, state: DayState) -> dict[str, Value]:
        """What she wrote down; nothing where she stayed in."""
        self._weather = KEEPS * self._weather + self._chance.gauss(0, CHANGES)
        stayed_in = self._chance.random() < STAYED_IN
        usual = SUMMER + (WINTER - SUMMER) * state.cold
        return {} if stayed_in else {OUTDOOR_LOW: float(round(usual + self._weather))}
