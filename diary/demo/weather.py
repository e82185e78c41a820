"""How the sample patient fares: the season, a flare a year, gaps, and habits.

Everything is a plain number of a day, drawn from a seeded generator; `sample` turns it into
records.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

YEAR = 365
COLDEST = 20
FLARE_DAYS = 22
GAP_DAYS = 7
HOLIDAY = (0.76, 0.79)
FLARE = (0.83, 0.88)
MISSED = 0.08
LATE = 0.07


@dataclass(frozen=True, slots=True)
class DayState:
    """One day of the sample patient; `cold` and `flare` run from 0 to 1."""

    day: date
    cold: float
    flare: float
    mood: float
    recorded: bool
    late_by: int


def states(first: date, days: int, chance: Random) -> list[DayState]:
    """The days from `first` on, one state each."""
    found: list[DayState] = []
    mood = 0.0
    for start in range(0, days, YEAR):
        length = min(YEAR, days - start)
        flare_at = start + int(YEAR * chance.uniform(*FLARE))
        gap_at = start + int(YEAR * chance.uniform(*HOLIDAY))
        for index in range(start, start + length):
            mood = 0.8 * mood + chance.gauss(0.0, 0.5)
            day = first + timedelta(days=index)
            kept = not gap_at <= index < gap_at + GAP_DAYS and chance.random() >= MISSED
            found.append(
                DayState(
                    day=day,
                    cold=coldness(day),
                    flare=_flare(index - flare_at),
                    mood=mood,
                    recorded=kept,
                    late_by=chance.choice((2, 2, 3, 5)) if chance.random() < LATE else 0,
                )
            )
    return found


def coldness(day: date) -> float:
    """0 at the height of summer, 1 in the depth of winter, in the northern half."""
    turn = 2 * math.pi * (day.timetuple().tm_yday - COLDEST) / 365.25
    return 0.5 + 0.5 * math.cos(turn)


def _flare(since: int) -> float:
    """How much of a flare a day has: up within days, down over about three weeks."""
    if not 0 <= since < FLARE_DAYS:
        return 0.0
    return math.sin(math.pi * (since + 1) / (FLARE_DAYS + 1))


def often(chance: Random, mean: float) -> int:
    """A whole number with this mean (Poisson), for counts of a day."""
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def scale(chance: Random, level: float, spread: float = 0.8) -> int:
    """A 0-10 answer around a level."""
    return max(0, min(10, round(chance.gauss(level, spread))))
