"""A row of blood pressures: a bar from the lower to the upper number of each day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from diary.charts.bins import bin_days
from diary.charts.geometry import Row
from diary.charts.marks import dot_size
from diary.charts.measured import Pressure
from diary.charts.sheet import Sheet
from diary.charts.ticks import Span
from diary.field import Cadence

THINNEST = 2.0
SHARE = 0.5
"""A bar is so much narrower than a dot."""


def pressures_of(values: Mapping[date, float]) -> dict[date, Pressure]:
    """The days with both numbers."""
    return {day: value for day, value in values.items() if isinstance(value, Pressure)}


def draw_pressures(sheet: Sheet, row: Row, values: Mapping[date, Pressure], span: Span) -> None:
    """A bar for each day; in long ranges from the lowest to the highest number of a bin."""
    plot = sheet.plot
    size = bin_days(plot.days, row.right - row.left)
    bins: dict[int, tuple[float, float]] = {}
    for day, value in values.items():
        place = (day - plot.first).days // size
        low, high = bins.get(place, (value.lower, float(value)))
        bins[place] = min(low, value.lower), max(high, float(value))
    spans = [(n * size + (size - 1) / 2, low, high) for n, (low, high) in bins.items()]
    width = dot_size(sheet, Cadence.DAILY) * SHARE if size == 1 else 0.8 * size * plot.day_width
    sheet.bars(sheet.days(row, span), spans, max(THINNEST, width))
