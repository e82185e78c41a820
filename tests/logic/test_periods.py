"""Periods: their days, the one before, and the season."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.logic.periods import Period, other_season

DAYS = st.dates(date(1990, 1, 1), date(2080, 1, 1))


def test_both_ends_belong_to_a_period():
    period = Period(date(2026, 2, 3), date(2026, 2, 5))

    assert list(period) == [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)]
    assert len(period) == 3
    assert date(2026, 2, 5) in period
    assert date(2026, 2, 6) not in period


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 2, 5), date(2026, 2, 4))


@given(DAYS, st.integers(1, 4000))
def test_the_previous_period_is_as_long_and_touches(last: date, length: int):
    period = Period.ending(last, length)

    assert len(period) == len(period.previous) == length
    assert period.previous.last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    ("last", "months", "first"),
    [
        (date(2026, 11, 21), 1, date(2026, 10, 22)),
        (date(2026, 11, 21), 3, date(2026, 8, 22)),
        (date(2026, 3, 31), 1, date(2026, 3, 1)),
        (date(2026, 1, 15), 1, date(2025, 12, 16)),
        (date(2024, 2, 29), 12, date(2023, 3, 1)),
    ],
)
def test_months_end_with_the_given_day(last: date, months: int, first: date):
    assert Period.months(last, months) == Period(first, last)


def test_the_fortnight_is_the_last_14_days():
    period = Period(date(2026, 9, 1), date(2026, 11, 21))

    assert period.fortnight == Period(date(2026, 11, 8), date(2026, 11, 21))
    assert period.fortnight.previous == Period(date(2026, 10, 25), date(2026, 11, 7))


@pytest.mark.parametrize(
    ("one", "another", "expected"),
    [
        (date(2026, 1, 15), date(2026, 7, 15), True),
        (date(2026, 1, 15), date(2026, 3, 10), False),
        (date(2025, 12, 20), date(2026, 1, 10), False),
        (date(2025, 6, 1), date(2026, 6, 1), False),
        (date(2026, 1, 1), date(2026, 3, 4), True),
    ],
)
def test_two_months_apart_in_the_year_is_another_season(
    one: date, another: date, *, expected: bool
):
    assert other_season(Period(one, one), Period(another, another)) is expected
    assert other_season(Period(another, another), Period(one, one)) is expected
