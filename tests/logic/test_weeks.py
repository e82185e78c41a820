from __future__ import annotations

from datetime import date

import pytest

from diary.logic.periods import Period
from diary.logic.weeks import week_begins, week_of


@pytest.mark.parametrize("chosen", [None, 7, -1, True, "0", 1.0])
def test_what_is_no_weekday_leaves_the_locale_s(chosen):
    assert week_begins(chosen) == 0


def test_a_chosen_weekday_stands():
    assert week_begins(6) == 6


def test_a_week_crosses_the_year_s_end_and_week_53():
    assert week_of(date(2026, 12, 31), 0) == Period(date(2026, 12, 28), date(2027, 1, 3))
    assert week_of(date(2027, 1, 1), 6) == Period(date(2026, 12, 27), date(2027, 1, 2))
    assert date(2026, 12, 31).isocalendar().week == 53


@pytest.mark.parametrize("first", range(7))
def test_each_day_is_in_its_week_of_seven(first):
    for number in range(1, 29):
        week = week_of(date(2028, 2, number), first)
        assert date(2028, 2, number) in week
        assert len(week) == 7
        assert week.first.weekday() == first
