"""Long ranges: no day is hidden, whatever the range and the width."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgba

from diary.charts.bins import PIXELS_A_BIN, bin_days, binned
from diary.charts.day_points import DayPoints
from diary.charts.days import GroupChart
from diary.charts.pixels import picture
from diary.charts.style import Style
from diary.field import Group
from tests.charts.examples import FIRST, TIGHTNESS, reading, stretch

FIFTY_YEARS = 18_262


@st.composite
def long_ranges(draw: st.DrawFn) -> tuple[int, dict[int, int]]:
    """A number of days, and the values of some of them."""
    days = draw(st.integers(401, FIFTY_YEARS))
    places = st.integers(0, days - 1)
    return days, draw(st.dictionaries(places, st.integers(0, 10), min_size=1, max_size=60))


@given(long_ranges(), st.integers(200, 3000))
def test_each_day_lies_within_the_bar_of_its_bin(
    found: tuple[int, dict[int, int]], width: int
) -> None:
    days, values = found
    size = bin_days(days, width)
    by_day = {FIRST + timedelta(days=place): float(value) for place, value in values.items()}

    bins = binned(dict(sorted(by_day.items())), FIRST, days, size)

    bars = dict(zip(bins.number.tolist(), zip(bins.lowest, bins.highest, strict=True), strict=True))
    assert set(bars) == {place // size for place in values}
    for number, (low, high) in bars.items():
        inside = [value for place, value in values.items() if place // size == number]
        assert (low, high) == (min(inside), max(inside))


@given(st.integers(401, FIFTY_YEARS), st.integers(200, 3000))
def test_a_bin_is_as_wide_as_can_be_seen(days: int, width: int) -> None:
    assert bin_days(days, width) * width / days >= PIXELS_A_BIN - 1e-9


@pytest.mark.parametrize("days", [401, 3653, FIFTY_YEARS])
@pytest.mark.parametrize("place", [0.0, 0.37, 1.0])
def test_one_worst_day_of_fifty_years_has_pixels_of_its_own(days: int, place: float) -> None:
    worst = round(place * (days - 1))
    values = [reading(number, 10 if number == worst else 2) for number in range(days)]
    style = Style(width_px=700)
    chart = GroupChart(Group.SKIN, [TIGHTNESS], stretch(values, days))

    drawn = picture(chart, style)

    assert isinstance(drawn.points, DayPoints)
    pixels = np.frombuffer(drawn.rgba, np.uint8).reshape(drawn.height, drawn.width, 4)
    row, x = drawn.points.plot.rows[0], drawn.points.plot.x_of(FIRST + timedelta(days=worst))
    high = pixels[round(row.top) + 4, round(x) - 4 : round(x) + 5, :3].astype(int)
    soft = np.array(to_rgba(style.soft("skin"))[:3]) * 255
    assert np.abs(high - soft).sum(axis=1).min() < 30


def test_no_other_day_is_drawn_as_high() -> None:
    values = [reading(number, 2) for number in range(3653)]
    style = Style(width_px=700)
    drawn = picture(GroupChart(Group.SKIN, [TIGHTNESS], stretch(values, 3653)), style)
    assert isinstance(drawn.points, DayPoints)
    pixels = np.frombuffer(drawn.rgba, np.uint8).reshape(drawn.height, drawn.width, 4)
    row = drawn.points.plot.rows[0]
    line = pixels[round(row.top) + 4, round(row.left) + 2 : round(row.right) - 2, :3]
    assert (line == line[0]).all()
