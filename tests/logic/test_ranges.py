"""The time since the last visit as a range of Trends."""

from __future__ import annotations

from datetime import date

from diary.logic.ranges import Range, Stretch, stretch

TODAY = date(2026, 11, 22)


def test_since_the_last_visit_begins_on_its_day():
    found = stretch(Range.VISIT, TODAY, date(2020, 1, 1), 3, date(2026, 9, 3))

    assert found == Stretch(date(2026, 9, 3), TODAY)


def test_a_very_recent_visit_leaves_two_weeks():
    assert stretch(Range.VISIT, TODAY, None, 0, date(2026, 11, 21)).days == 14


def test_without_a_visit_it_is_three_months():
    assert stretch(Range.VISIT, TODAY, None) == stretch(Range.QUARTER, TODAY, None)
