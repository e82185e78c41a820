from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest

from diary.reminder import Reminder, reminder_time

EIGHT = Reminder(time(20))
NIGHT = Reminder(time(0, 30), start=timedelta(hours=4))
THE_22ND = date(2026, 11, 22)


def at(hour: int, minute: int = 0, day: int = 22, offset: int = 1) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=timezone(timedelta(hours=offset)))


@pytest.mark.parametrize(
    ("text", "found"),
    [("20:00", time(20)), ("off", None), ("", None), ("24:00", None), ("8", None), ("20", None)],
)
def test_the_setting_is_a_time_or_off(text, found):
    assert reminder_time(text) == found


@pytest.mark.parametrize(
    ("hour", "minute", "due"), [(19, 59, False), (20, 0, True), (23, 59, True), (0, 0, False)]
)
def test_it_comes_at_its_time_and_later_that_evening(hour, minute, due):
    assert EIGHT.is_due(at(hour, minute), None, recorded=False) is due


def test_it_comes_once_a_day_and_never_after_an_entry():
    assert not EIGHT.is_due(at(20), THE_22ND, recorded=False)
    assert not EIGHT.is_due(at(20), None, recorded=True)
    assert EIGHT.is_due(at(20, day=23), THE_22ND, recorded=False)


def test_at_night_it_belongs_to_the_day_before():
    assert not NIGHT.is_due(at(23), None, recorded=False)
    assert NIGHT.is_due(at(0, 30, day=23), None, recorded=False)
    assert NIGHT.is_due(at(3, 59, day=23), None, recorded=False)
    assert not NIGHT.is_due(at(0, 45, day=23), THE_22ND, recorded=False)
    assert not NIGHT.is_due(at(4, day=23), None, recorded=False)


def test_a_time_in_the_gap_of_spring_comes_right_after_it():
    spring = Reminder(time(2, 30))
    before = datetime(2026, 3, 29, 1, 59, tzinfo=timezone(timedelta(hours=1)))
    after = datetime(2026, 3, 29, 3, 0, tzinfo=timezone(timedelta(hours=2)))
    assert not spring.is_due(before, None, recorded=False)
    assert spring.is_due(after, None, recorded=False)


def test_a_time_that_comes_twice_reminds_once():
    twice = Reminder(time(2, 30))
    first = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    second = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1)))
    assert twice.is_due(first, None, recorded=False)
    assert not twice.is_due(second, first.date(), recorded=False)


def test_after_travel_west_the_same_evening_does_not_remind_again():
    assert not EIGHT.is_due(at(20, offset=-10), THE_22ND, recorded=False)


def test_after_the_clock_was_years_ahead_it_comes_again():
    assert EIGHT.is_due(at(20), date(2036, 11, 22), recorded=False)


def test_when_it_comes_next():
    assert EIGHT.next(at(9), None) == datetime(2026, 11, 22, 20)  # noqa: DTZ001 - the clock on the wall
    assert EIGHT.next(at(21), None) == datetime(2026, 11, 22, 21)  # noqa: DTZ001 - as above
    assert EIGHT.next(at(21), THE_22ND) == datetime(2026, 11, 23, 20)  # noqa: DTZ001 - as above
