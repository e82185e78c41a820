from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from db.records import Attack, Preference, is_late
from diary.logic.day_start import (
    can_count_on,
    counted,
    day_at,
    parsed_start,
    start_from,
    until_next_day,
)

FOUR, MIDNIGHT = timedelta(hours=4), timedelta()
SUMMER = timezone(timedelta(hours=2))
THE_22ND = date(2026, 11, 22)


def attack(started_at: datetime, counted_on: date | None = None) -> Attack:
    return Attack(
        id="a", started_at=started_at, zone="UTC", recorded_at=started_at, counted_on=counted_on
    )


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("00:00", MIDNIGHT),
        ("02:30", timedelta(hours=2, minutes=30)),
        ("04:00", FOUR),
        ("04:01", MIDNIGHT),
        ("23:00", MIDNIGHT),
        ("soon", MIDNIGHT),
        (4, MIDNIGHT),
        (None, MIDNIGHT),
    ],
)
def test_only_a_time_up_to_four_moves_the_day(value, start):
    assert parsed_start(value) == start


def test_the_start_is_read_from_the_preferences():
    assert start_from([Preference("week.first", "0")]) == MIDNIGHT
    assert start_from([Preference("day.start", '"04:00"')]) == FOUR


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(0, 0, 21), (3, 59, 21), (4, 0, 22), (23, 59, 22)]
)
def test_with_a_start_at_four_the_night_belongs_to_the_evening_before(hour, minute, day):
    assert day_at(datetime(2026, 11, 22, hour, minute, tzinfo=UTC), FOUR).day == day


def test_the_day_ends_when_the_clock_on_the_wall_says_so():
    assert until_next_day(datetime(2026, 11, 22, 3, 59, tzinfo=UTC), FOUR) == timedelta(minutes=1)
    assert until_next_day(datetime(2026, 11, 22, 4, tzinfo=UTC), FOUR) == timedelta(days=1)
    before_spring = datetime(2026, 3, 29, 1, 59, tzinfo=timezone(timedelta(hours=1)))
    assert day_at(before_spring + timedelta(hours=2, minutes=1), FOUR) == date(2026, 3, 29)


def test_an_attack_at_night_counts_on_the_evening_before():
    at_night = counted(attack(datetime(2026, 11, 22, 1, 30, tzinfo=SUMMER)), FOUR)
    by_day = counted(attack(datetime(2026, 11, 22, 13, 30, tzinfo=SUMMER)), FOUR)

    assert at_night.counted_on == at_night.day == date(2026, 11, 21)
    assert by_day.counted_on is None
    assert by_day.day == THE_22ND


def test_a_day_that_is_the_start_s_own_is_not_kept_twice():
    at = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert attack(at, THE_22ND) == attack(at)


@pytest.mark.parametrize(
    ("hour", "day", "possible"), [(3, 21, True), (4, 21, False), (3, 20, False), (3, 23, False)]
)
def test_an_attack_can_count_on_its_day_or_the_evening_before(hour, day, possible):
    given = attack(datetime(2026, 11, 22, hour, tzinfo=UTC), date(2026, 11, day))
    assert can_count_on(given) is possible


@pytest.mark.parametrize(
    ("recorded", "late"),
    [
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 3, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 4, 0, tzinfo=UTC), True),
        (datetime(1970, 1, 1, 12, tzinfo=UTC), False),
    ],
)
def test_late_is_more_than_a_day_after_with_the_night_s_grace(recorded, late):
    assert is_late(THE_22ND, recorded) is late
