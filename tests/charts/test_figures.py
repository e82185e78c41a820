"""What a chart draws: gaps, zeros, late entries, long ranges."""

from datetime import date, timedelta

import numpy as np
import pytest

from db.records import Attack
from diary.charts.day_points import DayPoints
from diary.charts.days import GroupChart
from diary.charts.pixels import picture
from diary.charts.series import series_of
from diary.charts.style import Style
from diary.demo.sample import sample
from diary.field import Group
from diary.fields import ATTACK_COUNT, CATALOGUE, DAY_PATTERN
from diary.palette import Look
from tests.charts.examples import FIRST, TIGHTNESS, drawn, figure, laid_out, reading, words
from tests.turns import by_turns

UNTIL = date(2026, 6, 30)


def test_the_median_breaks_at_a_gap():
    found = figure([reading(n, 4) for n in [*range(7), *range(20, 30)]], 30)

    (line,) = drawn(found, "median")
    missing = np.flatnonzero(np.isnan(line.get_ydata()))
    # Four of seven days are known from day 3 to day 9, and again from day 23.
    assert [*missing] == [0, 1, 2, *range(10, 23)]


def test_days_are_dots_that_nothing_joins():
    found = figure([reading(0, 4), reading(5, 6)], 14)

    (dots,) = drawn(found, "readings")
    assert dots.get_linestyle() == "None"
    assert [*dots.get_xdata()] == [0, 5]
    assert drawn(found, "median") == []


def test_a_zero_is_a_dot_on_the_baseline():
    found = figure([reading(2, 0)], 14)

    (dots,) = drawn(found, "readings")
    row = laid_out([TIGHTNESS], 14, Style(width_px=700)).rows[0]
    _, y = dots.get_transform().transform((2, 0))
    assert dots.get_ydata() == [0]
    assert found.bbox.height - y == pytest.approx(row.bottom)


def test_the_worst_day_is_a_dot_on_the_upper_edge():
    found = figure([reading(2, 10)], 14)

    (dots,) = drawn(found, "readings")
    plot = laid_out([TIGHTNESS], 14, Style(width_px=700))
    x, y = dots.get_transform().transform((2, 10))
    assert found.bbox.height - y == pytest.approx(plot.rows[0].top)
    assert x == pytest.approx(plot.x_of(FIRST + timedelta(days=2)))


def test_late_entries_are_hollow():
    found = figure([reading(0, 3), reading(1, 5, late=4)], 14)

    (on_time,), (late,) = drawn(found, "readings"), drawn(found, "late")
    assert [*late.get_xdata()] == [1]
    assert late.get_markerfacecolor() == Style().colours["card"]
    assert on_time.get_markerfacecolor() != late.get_markerfacecolor()


@pytest.mark.parametrize("days", [401, 3650, 18262])
def test_a_long_range_keeps_the_worst_and_the_best_day(days):
    found = figure([reading(n, 3) for n in range(days - 1)] + [reading(days // 2, 10)], days)
    found_low = figure([reading(n, 3) for n in range(days) if n != 77] + [reading(77, 0)], days)

    (bars,), (low_bars,) = drawn(found, "range"), drawn(found_low, "range")
    assert max(y for bar in bars.get_segments() for _, y in bar) == 10
    assert min(y for bar in low_bars.get_segments() for _, y in bar) == 0


def test_a_long_range_leaves_gaps_blank():
    found = figure([reading(n, 3) for n in range(1000) if not 300 <= n < 500], 1000)

    (bars,), (line,) = drawn(found, "range"), drawn(found, "median")
    assert not [x for bar in bars.get_segments() for x, _ in bar if 305 < x < 495]
    x, y = np.array(line.get_xdata()), np.array(line.get_ydata())
    before, after = np.flatnonzero(x < 305)[-1], np.flatnonzero(x > 495)[0]
    assert np.isnan(y[before + 1 : after]).any()


def test_an_empty_range_says_so():
    found = figure([reading(-40, 5), reading(40, 5)], 14)

    assert "nothing recorded" in words(found)
    assert not [*drawn(found, "readings"), *drawn(found, "median"), *drawn(found, "range")]


def test_scales_name_nothing_middle_and_top():
    found = words(figure([reading(0, 2)], 14))

    assert found[0] == "Skin tightness"
    assert [word for word in found if word in {"0", "5", "10"}] == ["0", "5", "10"]


def test_each_answer_has_its_own_lane_and_shape():
    answers = ["none", "attacks", "most"]
    found = figure([reading(n, a, DAY_PATTERN) for n, a in enumerate(answers)], 14, DAY_PATTERN)

    lanes = drawn(found, "readings")
    heights = [lane.get_ydata()[0] for lane in lanes]
    assert len({lane.get_marker() for lane in lanes}) == 3
    assert heights == sorted(set(heights))
    assert "Cold or discoloured most of the day" in words(found)


def test_timed_attacks_count_where_no_total_was_given():
    moment = reading(3, 0).recorded_at
    attack = Attack(id="a", started_at=moment, zone="UTC", recorded_at=moment, ongoing=True)
    last = FIRST + timedelta(days=13)
    series = series_of([], [attack], FIRST, last)
    found = GroupChart(Group.RAYNAUD, [CATALOGUE[ATTACK_COUNT]], series)(Style()).figure

    (dots,) = drawn(found, "readings")
    assert ([*dots.get_xdata()], [*dots.get_ydata()]) == ([3], [1])


@pytest.mark.parametrize(("days", "look"), by_turns([1, 14, 91, 365, 3650], list(Look)))
def test_every_group_of_a_real_diary_is_drawn(days, look):
    diary = sample(days, UNTIL)
    first = UNTIL - timedelta(days=days - 1)
    series = series_of(diary.readings, diary.attacks, first, UNTIL)
    style = Style(look, points=13, width_px=700, ratio=1.5)
    series = series_of(diary.readings, diary.attacks, first, UNTIL)
    for group in Group:
        fields = CATALOGUE.in_group(group)
        found = picture(GroupChart(group, fields, series), style)

        assert found.width == 1050
        assert len(found.rgba) == found.width * found.height * 4
        assert isinstance(found.points, DayPoints)
        assert found.height == pytest.approx(found.points.plot.height * 1.5, abs=1)
        assert len(found.description.splitlines()) == 1 + len(fields)
        pixels = np.frombuffer(found.rgba, np.uint32)
        assert (pixels != pixels[0]).any()
