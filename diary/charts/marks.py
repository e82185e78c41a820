"""How the days of one row are drawn: dots and a median, bars of long ranges, lanes of a choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from math import isnan, nan

import numpy as np
from matplotlib.transforms import Transform

from diary.charts.bins import binned, shares
from diary.charts.geometry import Row
from diary.charts.sheet import Sheet
from diary.charts.ticks import Span
from diary.field import Cadence
from diary.logic.rolling import rolling_median

LARGEST_DOT, SMALLEST_DOT = 0.62, 0.34
"""In sizes of the text."""
SHARE_OF_A_DAY = 0.85
THINNEST = 1.2
"""Half the height of a bar whose values are all the same, in pixels."""
LANE_LINE, LANE_FOOT = 0.3, 0.1
"""Where the marks of a lane lie, and where its bars stand, as shares of its height."""
SHAPES = ("o", "D", "s", "^", "v")


def dot_size(sheet: Sheet, cadence: Cadence) -> float:
    """As wide as a day (or a week, or a month) allows, within limits."""
    em, width = sheet.style.em, sheet.plot.day_width * cadence.days
    return max(SMALLEST_DOT * em, min(LARGEST_DOT * em, SHARE_OF_A_DAY * width))


def draw_dots(  # noqa: PLR0913 - dots are of all these
    sheet: Sheet,
    row: Row,
    values: Mapping[date, float],
    late: AbstractSet[date],
    span: Span,
    *,
    size: float,
) -> None:
    """A dot for each recorded day."""
    where, plot = sheet.days(row, span), sheet.plot
    for hollow in (False, True):
        days = [d for d in values if plot.first <= d <= plot.last and (d in late) is hollow]
        if days:
            x = [(day - plot.first).days for day in days]
            sheet.marks(where, x, [values[d] for d in days], size=size, hollow=hollow)


def draw_median(sheet: Sheet, row: Row, values: Mapping[date, float], span: Span) -> None:
    """The 7-day median, where there is one."""
    where, plot = sheet.days(row, span), sheet.plot
    medians = rolling_median(values, plot.first, plot.last)
    if any(median is not None for median in medians):
        sheet.line(where, *joined(range(plot.days), medians))


def draw_range(sheet: Sheet, row: Row, values: Mapping[date, float], size: int, span: Span) -> None:
    """A bar from the lowest to the highest day of each bin, and the line of its medians."""
    where, plot = sheet.days(row, span), sheet.plot
    bins = binned(values, plot.first, plot.days, size)
    thinnest = THINNEST * span.height / (row.bottom - row.top)
    thin = np.where(bins.lowest == bins.highest, thinnest, 0.0)
    spans = np.column_stack((bins.middle, bins.lowest - thin, bins.highest + thin))
    sheet.bars(where, spans.tolist(), max(1.0, size * plot.day_width))
    x, y = bins.line()
    if not np.isnan(y).all():
        medians = [None if isnan(median) else median for median in y.tolist()]
        sheet.line(where, *joined(x.tolist(), medians, size))


def joined(
    places: Iterable[float], values: Sequence[float | None], width: float = 1
) -> tuple[list[float], list[float]]:
    """A line through the values that breaks at None; one alone is drawn as wide as its bin."""
    x: list[float] = []
    y: list[float] = []
    around = [None, *values, None]
    for n, place in enumerate(places):
        before, value, after = around[n : n + 3]
        alone = value is not None and before is None and after is None
        spread = (place - 0.4 * width, place + 0.4 * width) if alone else (place,)
        x += spread
        y += [nan if value is None else value] * len(spread)
    return x, y


def _pixels(sheet: Sheet, row: Row) -> Transform:
    """The way from (day of the range, pixels over the row's foot) to the figure."""
    return sheet.days(row, Span(0, row.bottom - row.top))


def draw_lane(  # noqa: PLR0913 - as are the marks of a lane
    sheet: Sheet,
    row: Row,
    lane: int,
    days: AbstractSet[date],
    late: AbstractSet[date],
    *,
    size: float,
) -> None:
    """The marks of one answer of a choice, `lane` counted from below."""
    where, plot = _pixels(sheet, row), sheet.plot
    shape = SHAPES[lane % len(SHAPES)]
    y = (lane + LANE_LINE) * sheet.style.lane_height
    size *= 1.0 if shape == "o" else 0.9
    for hollow in (False, True):
        x = [(day - plot.first).days for day in days if (day in late) is hollow]
        if x:
            sheet.marks(where, x, [y] * len(x), size=size, shape=shape, hollow=hollow)


def draw_shares(sheet: Sheet, row: Row, lane: int, days: AbstractSet[date], size: int) -> None:
    """Long ranges: how many days of each bin had this answer, as the height of a bar."""
    where, plot = _pixels(sheet, row), sheet.plot
    numbers = np.array([(day - plot.first).days for day in days], np.int64)
    x, share = shares(numbers, plot.days, size)
    low = (lane + LANE_FOOT) * sheet.style.lane_height
    high = low + 2 + share * 0.36 * sheet.style.lane_height
    spans = np.column_stack((x, np.full_like(x, low), high)).tolist()
    sheet.bars(where, spans, max(1.0, 0.8 * size * plot.day_width))
