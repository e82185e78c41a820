from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from diary import clock as clock_module
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


@pytest.fixture
def system_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Set the system's zone as another program would: this process is told nothing."""
    with monkeypatch.context() as patch:
        yield lambda name: patch.setenv("TZ", name)
    if hasattr(time, "tzset"):
        time.tzset()


ON_THE_WAY = ("Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows is asked in another way")
def test_a_journey_is_noticed_without_a_new_start(system_zone: Callable[[str], None]) -> None:
    clock = SystemClock()
    for name in ON_THE_WAY:
        system_zone(name)
        assert clock.now().utcoffset() == datetime.now(ZoneInfo(name)).utcoffset()
        assert clock.zone() == name


def test_where_the_c_library_cannot_look_again_the_zone_s_name_tells_the_time(
    system_zone: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SystemClock()
    for name in ON_THE_WAY:
        system_zone(name)
        time.tzset()
        monkeypatch.setattr(clock_module, "_look_again", lambda: False)
        assert clock.now().utcoffset() == datetime.now(ZoneInfo(name)).utcoffset()
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_zone_that_nobody_knows_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> None:
        raise KeyError

    monkeypatch.setattr("tzlocal.reload_localzone", unknown)
    assert SystemClock().zone() == "UTC"
