"""The same weeks of two years: a week worked by hand, gaps, and what holds for any values."""

from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.field import Cadence, Field, Kind
from diary.fields import ATTACK_COUNT, CATALOGUE
from diary.logic.periods import DAY, Period
from diary.logic.seasons import (
    Measure,
    Seasons,
    Week,
    comparable,
    earlier,
    measure_of,
    needed,
    seasons,
    weeks_of,
)

TODAY = date(2026, 11, 22)
MONDAY, SUNDAY = 0, 6
TIGHTNESS = CATALOGUE["skin.tightness"]
WEEK_10 = date(2026, 3, 2)  # a Monday
YES_NO = next(field for field in CATALOGUE if field.kind is Kind.YES_NO)
WEEKLY = next(f for f in CATALOGUE if f.cadence is Cadence.WEEKLY and f.numeric)
WORDS = next(field for field in CATALOGUE if field.kind is Kind.CHOICE)


def of(field: Field, values: dict[date, float], first: int = MONDAY) -> Seasons:
    return seasons(field, values, 2026, first, TODAY)


def values(first: date, *numbers: float | None) -> dict[date, float]:
    """One value a day from `first` on; None is not recorded."""
    return {first + n * DAY: v for n, v in enumerate(numbers) if v is not None}


def week(found: Seasons, first: date) -> tuple[Week, Week]:
    pair = next(each for each in found.pairs if each.now.period.first == first)
    return pair.now, pair.before


def test_a_week_beside_the_same_one_of_last_year():
    this_year = values(WEEK_10, 4, 6, None, 5, 9)
    last_year = values(date(2025, 3, 3), 2, 2, 3, 3, None, None, 8)

    now, before = week(of(TIGHTNESS, this_year | last_year), WEEK_10)

    assert (now.recorded, now.value) == (4, 5.5)
    assert (before.recorded, before.value) == (5, 3)
    assert before.period == Period(date(2025, 3, 3), date(2025, 3, 9))


def test_three_days_are_a_gap_and_not_zero():
    now, before = week(of(TIGHTNESS, values(WEEK_10, 4, 6, None, 5)), WEEK_10)

    assert (now.recorded, now.value) == (3, None)
    assert (before.recorded, before.value) == (0, None)


def test_a_week_of_zeros_is_zero_and_no_gap():
    now, _before = week(of(TIGHTNESS, values(WEEK_10, 0, 0, 0, 0)), WEEK_10)

    assert (now.recorded, now.value) == (4, 0)


def test_attacks_are_told_for_each_known_day():
    field = CATALOGUE[ATTACK_COUNT]

    now, _before = week(of(field, values(WEEK_10, 0, 3, 0, None, 4, 0)), WEEK_10)

    assert now.value == pytest.approx(7 / 5)


def test_yes_and_no_are_told_in_days_of_seven():
    now, _before = week(of(YES_NO, values(WEEK_10, 1, 0, 0, 1)), WEEK_10)

    assert now.value == 3.5


def test_a_field_that_is_asked_weekly_needs_one_entry():
    now, _before = week(of(WEEKLY, values(WEEK_10, 2)), WEEK_10)

    assert now.value == 2


def test_words_have_no_week():
    assert not comparable(WORDS)
    assert comparable(TIGHTNESS)
    assert measure_of(TIGHTNESS) is Measure.MEDIAN


def test_the_week_begins_as_chosen():
    # The Sunday before belongs to the week that begins on it, and to no later one.
    sunday = WEEK_10 - DAY
    those = values(sunday, 1, 1, 1, 1)

    assert week(of(TIGHTNESS, those, SUNDAY), sunday)[0].recorded == 4
    assert week(of(TIGHTNESS, those), WEEK_10)[0].recorded == 3


def test_days_to_come_are_in_no_week():
    monday = date(2026, 11, 23)

    assert week(of(TIGHTNESS, values(monday, 5, 5, 5, 5)), monday)[0].recorded == 0


def test_weeks_with_a_value_in_both_years_are_counted():
    both = values(WEEK_10, 1, 1, 1, 1) | values(date(2025, 3, 3), 2, 2, 2, 2)
    alone = values(date(2026, 6, 1), 3, 3, 3, 3)

    assert of(TIGHTNESS, both | alone).both == 1
    assert of(TIGHTNESS, alone).both == 0
    assert of(TIGHTNESS, {}).nothing


@given(st.integers(1901, 2200), st.integers(0, 6))
def test_weeks_cover_the_year_without_a_gap(year: int, first: int) -> None:
    weeks = list(weeks_of(year, first))

    days = [day for each in weeks for day in each]
    assert days == [days[0] + n * DAY for n in range(len(days))]
    assert days[0] <= date(year, 1, 1)
    assert days[-1] >= date(year, 12, 31)
    assert all(each.first.weekday() == first for each in weeks)
    assert 53 <= len(weeks) <= 54
    assert needed(year).first <= earlier(weeks[0]).first
    assert needed(year).last >= weeks[-1].last


@given(st.integers(1901, 2200), st.integers(0, 6))
def test_the_twin_of_a_week_is_at_most_two_days_off_the_calendar(year: int, first: int) -> None:
    for each in weeks_of(year, first):
        twin = earlier(each)
        assert twin.first.weekday() == first
        assert timedelta(days=363) < each.first - twin.first < timedelta(days=366)


some_values = st.dictionaries(
    st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.integers(0, 10), max_size=300
)


@given(some_values, st.integers(0, 6))
def test_every_value_is_of_recorded_days_alone(those: dict[date, float], first: int) -> None:
    for pair in of(TIGHTNESS, those, first).pairs:
        for each in (pair.now, pair.before):
            known = [those[day] for day in each.period if day in those and day <= TODAY]
            assert each.recorded == len(known)
            assert each.value == (median(known) if len(known) >= 4 else None)
