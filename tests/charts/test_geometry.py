"""Places and days, and dates on the axis."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.charts.style import Style
from diary.charts.ticks import Span, day_ticks, span_of, value_ticks
from diary.field import Group
from diary.fields import CATALOGUE
from diary.palette import Look, contrast
from tests.charts.examples import FIRST, laid_out

SKIN = CATALOGUE.in_group(Group.SKIN)


@given(days=st.integers(1, 20_000), width=st.integers(400, 1600), share=st.floats(0, 1))
def test_a_day_is_found_again_at_its_place(days, width, share):
    plot = laid_out(SKIN, days, Style(width_px=width))
    day = FIRST + timedelta(days=int(share * (days - 1)))

    assert plot.date_at(plot.x_of(day)) == day


def test_beside_the_axis_there_is_no_day():
    plot = laid_out(SKIN, 14, Style())

    assert plot.date_at(plot.left - 1) is None
    assert plot.date_at(plot.right + 1) is None
    assert plot.date_at(plot.right) == plot.last


@pytest.mark.parametrize("points", [9, 11, 24])
def test_rows_follow_one_another_inside_the_picture(points):
    plot = laid_out(SKIN, 1, Style(points=points, width_px=700), empty={"skin.itch"})

    assert [row.field for row in plot.rows] == [field.key for field in SKIN]
    edges = [edge for row in plot.rows for edge in (row.label_y, row.top, row.bottom)]
    assert edges == sorted(edges)
    assert edges[-1] < plot.height


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("group", list(Group))
def test_soft_marks_stand_out_from_the_card(look, group):
    style = Style(look)

    assert contrast(style.soft(group.value), style.colours["card"]) >= 3


@given(days=st.integers(1, 20_000), fits=st.integers(2, 20))
def test_named_days_fit_and_lie_in_the_range(days, fits):
    ticks = day_ticks(FIRST, FIRST + timedelta(days=days - 1), fits)

    assert len(ticks) <= fits
    assert all(0 <= tick.place < days for tick in ticks)


def test_a_year_is_said_once():
    ticks = day_ticks(date(2025, 11, 12), date(2026, 2, 15), 12)

    assert [(tick.word, tick.year) for tick in ticks] == [
        ("17 Nov", "2025"),
        ("1 Dec", ""),
        ("15 Dec", ""),
        ("29 Dec", ""),
        ("12 Jan", "2026"),
        ("26 Jan", ""),
        ("9 Feb", ""),
    ]


def test_the_top_is_a_round_number_over_the_highest():
    count, minutes = CATALOGUE["raynaud.attack_count"], CATALOGUE["raynaud.total_minutes"]

    assert [span_of(count, 0, high).high for high in (0, 4, 5, 11, 99)] == [4, 4, 6, 20, 100]
    assert [span_of(minutes, 0, high).high for high in (0, 31, 1440)] == [30, 60, 1440]
    assert [word for _, word in value_ticks(minutes, Span(0, 60))] == ["0", "30 min", "1 h"]
    assert span_of(SKIN[0], 1, 2) == Span(0, 10)


def test_a_measure_has_round_ends_around_its_values_and_grades_their_own():
    cold = CATALOGUE["raynaud.outdoor_low"]
    assert span_of(cold, -4.5, 12) == Span(-5, 15)
    assert span_of(cold, -6, 26) == Span(-10, 30)
    assert span_of(cold, -30, -4) == Span(-40, 0)
    assert span_of(cold, 2, 6) == Span(0, 10)
    assert span_of(cold, 61.2, 61.6) == Span(60, 64)
    assert span_of(cold, 0, 0) == Span(0, 1)
    # All alike: from 0 where they are small, with room around them where they are not.
    assert span_of(cold, 2, 2.5) == Span(0, 4)
    assert span_of(cold, 61, 61) == Span(60, 64)
    assert span_of(cold, 96, 99) == Span(95, 100)
    stool, grade = CATALOGUE["digestion.stool_form"], CATALOGUE["skin.check_left_hand"]
    assert value_ticks(stool, span_of(stool, 3, 4)) == [(1, "1"), (4, "4"), (7, "7")]
    assert value_ticks(grade, span_of(grade, 3, 3)) == [(0, "0"), (3, "3")]


@pytest.mark.parametrize("begins", range(7))
def test_weeks_are_named_by_the_day_with_which_they_begin(begins):
    last = FIRST + timedelta(days=90)
    for fits in (14, 8):
        ticks = day_ticks(FIRST, last, fits, begins)
        assert {(FIRST + timedelta(days=tick.place)).weekday() for tick in ticks} == {begins}


@pytest.mark.parametrize("days", [14, 91, 365, 1096, 3653, 18262])
@pytest.mark.parametrize("fits", [3, 6, 14, 24])
def test_every_range_names_some_days_and_never_too_many(days, fits):
    ticks = day_ticks(FIRST, FIRST + timedelta(days=days - 1), fits)
    assert 1 <= len(ticks) <= fits
    assert [tick.place for tick in ticks] == sorted({tick.place for tick in ticks})
