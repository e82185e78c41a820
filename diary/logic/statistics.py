"""Figures of one field over one period. Nothing is ever imputed: a day without a value is absent.

Every figure carries the days recorded of the days there were. Used by the summary, the trends
and the comparison.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from db.records import Reading
from diary.field import Cadence
from diary.logic.cadence import recorded_spans, spans
from diary.logic.periods import Period

WEEK = 7


@dataclass(frozen=True, slots=True)
class Figures:
    """What was recorded of one numeric field in a period; at least one value was.

    `recorded` of `days` are days for a daily field, weeks for a weekly and months for a monthly
    one (see `diary.logic.cadence`); `entries` are the values. `highest_on` and `lowest_on` are
    the latest of the days with that value: the one that the patient remembers best. `present`
    counts the days above 0.
    """

    days: int
    recorded: int
    entries: int
    total: Fraction
    median: float
    highest: float
    highest_on: date
    lowest: float
    lowest_on: date
    present: int

    @property
    def mean(self) -> float:
        """The mean of the values."""
        return float(self.exact_mean)

    @property
    def exact_mean(self) -> Fraction:
        """The mean without rounding, so that a comparison at its limit is exact."""
        return self.total / self.entries

    @property
    def present_in_seven(self) -> float:
        """Days above 0 for each seven recorded days."""
        return self.present * WEEK / self.entries


def numbers(readings: Iterable[Reading], field: str) -> dict[date, float]:
    """The values of one numeric field by day; words (choices) are left out."""
    return {
        reading.day: reading.value
        for reading in readings
        if reading.field == field and not isinstance(reading.value, str)
    }


def figures(
    values: Mapping[date, float], period: Period, cadence: Cadence = Cadence.DAILY
) -> Figures | None:
    """The figures of the values that lie in the period; None where there is none."""
    known = {day: value for day, value in values.items() if day in period}
    if not known:
        return None
    highest, highest_on = max((value, day) for day, value in known.items())
    lowest = min(known.values())
    return Figures(
        days=spans(cadence, period),
        recorded=recorded_spans(cadence, known, period),
        entries=len(known),
        total=_total(known.values()),
        median=median(known.values()),
        highest=highest,
        highest_on=highest_on,
        lowest=lowest,
        lowest_on=max(day for day, value in known.items() if value == lowest),
        present=sum(value > 0 for value in known.values()),
    )


def _total(values: Collection[float]) -> Fraction:
    """The sum of the numbers as they were written: 0.1 is a tenth."""
    whole = sum(value for value in values if isinstance(value, int))
    return sum(
        (Fraction(str(value)) for value in values if isinstance(value, float)), Fraction(whole)
    )
