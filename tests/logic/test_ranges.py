"""The time since the last visit as a range of Trends."""

from __future__ import annotations

from datetime import date

from diary.logic.periods import Period
from diary.logic.ranges import Range, range_period

TODAY = date(2026, 11, 22)


def test_since_the_last_visit_begins_on_its_day():
    found = range_period(Range.VISIT, TODAY, date(2020, 1, 1), 3, date(2026, 9, 3))

    assert found == Period(date(2026, 9, 3), TODAY)


def test_a_very_recent_visit_leaves_two_weeks():
    assert len(range_period(Range.VISIT, TODAY, None, 0, date(2026, 11, 21))) == 14


def test_without_a_visit_it_is_three_months():
    assert range_period(Range.VISIT, TODAY, None) == range_period(Range.QUARTER, TODAY, None)
