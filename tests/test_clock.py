from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from diary.clock import SystemClock, fixed, in_zone


def test_the_second_half_past_two_of_autumn_keeps_its_own_offset() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = fixed(datetime(2026, 10, 25, 2, 30, tzinfo=berlin))
    second = fixed(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=berlin))

    assert second - first == timedelta(hours=1)
    assert first < second


def test_a_time_that_the_clocks_skip_moves_on_by_the_gap() -> None:
    moment = in_zone(date(2026, 3, 29), 2, 30, "Europe/Berlin")
    assert moment == datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    assert moment.utcoffset() == timedelta(hours=2)


def test_southern_spring_too() -> None:
    moment = in_zone(date(2026, 10, 4), 2, 30, "Australia/Sydney")
    assert moment.utcoffset() == timedelta(hours=11)
    assert moment.hour == 3


def test_the_system_clock_is_aware_with_a_fixed_offset_and_names_its_zone() -> None:
    clock = SystemClock()
    assert isinstance(clock.now().tzinfo, timezone)
    assert ZoneInfo(clock.zone())
