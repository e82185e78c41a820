"""Long ranges: the days of a bin as its lowest, highest and middle value, so none is hidden.

Needs numpy, which comes with matplotlib; used by `figures` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from diary.charts.series import DAYS_AS_DOTS
from diary.logic.rolling import FEWEST_IN_WEEK
from diary.logic.statistics import WEEK

PIXELS_A_BIN = 3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bins:
    """The bins with a recorded day: their middles (in days) and values, in order of time.

    `median` is NaN where fewer than four sevenths of the bin's days are recorded.
    """

    middle: Floats
    lowest: Floats
    highest: Floats
    median: Floats
    number: NDArray[np.int64]

    def line(self) -> tuple[Floats, Floats]:
        """The medians as a line that breaks at each bin without one."""
        breaks = np.flatnonzero(np.diff(self.number) > 1) + 1
        return np.insert(self.middle, breaks, np.nan), np.insert(self.median, breaks, np.nan)


def bin_days(days: int, width: float) -> int:
    """How many days share a bin: whole weeks; 1 where each day has a dot of its own."""
    if days <= DAYS_AS_DOTS:
        return 1
    weeks = -(-days * PIXELS_A_BIN // (width * WEEK))
    return WEEK * max(1, int(weeks))


def binned(values: Mapping[date, float], first: date, days: int, size: int) -> Bins:
    """The values in bins of `size` days, counted from `first`; not for an empty mapping."""
    start = first.toordinal()
    place = np.fromiter(map(date.toordinal, values), np.int64, len(values)) - start
    value = np.fromiter(values.values(), np.float64, len(values))
    number = place // size
    order = np.lexsort((value, number))
    number, value = number[order], value[order]
    found, begin, count = np.unique(number, return_index=True, return_counts=True)
    low, high = begin + (count - 1) // 2, begin + count // 2
    length = np.minimum(size, days - found * size)
    enough = count * WEEK >= length * FEWEST_IN_WEEK
    return Bins(
        middle=found * size + (length - 1) / 2,
        lowest=value[begin],
        highest=value[begin + count - 1],
        median=np.where(enough, (value[low] + value[high]) / 2, np.nan),
        number=found,
    )


def shares(days: NDArray[np.int64], length: int, size: int) -> tuple[Floats, Floats]:
    """The middles of the bins that hold one of the days, and the share of their days."""
    found, count = np.unique(days // size, return_counts=True)
    lengths = np.minimum(size, length - found * size)
    return found * size + (lengths - 1) / 2, count / lengths
