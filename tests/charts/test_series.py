"""The values behind charts and table, read from a real diary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.records import Attack, Put
from db.store import Store
from diary.charts.series import LEAD, load, series_of, used_fields
from diary.demo.sample import sample
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.logic.drawn import TOTAL
from tests.charts.examples import FIRST, TIGHTNESS, reading

UNTIL = date(2026, 6, 30)
LAST = FIRST + timedelta(days=13)


def _attack(number: int, minutes: int | None, name: str = "a") -> Attack:
    moment = reading(number, 0).recorded_at
    return Attack(id=name, started_at=moment, zone="UTC", recorded_at=moment, minutes=minutes)


def test_what_is_used_is_known_without_reading_it(store: Store):
    store.write(Put(record) for record in sample(60, UNTIL).records())
    first = UNTIL - timedelta(days=20)

    found, derived = used_fields(store, first, UNTIL), {TOTAL.key}

    assert found == load(store, first, UNTIL).used - derived
    assert used_fields(store, UNTIL + timedelta(days=1), UNTIL + timedelta(days=9)) == set()


def test_days_before_the_first_serve_the_median_alone():
    series = series_of([reading(-3, 9), reading(0, 2), reading(14, 9)], [], FIRST, LAST)

    assert series.shown[TIGHTNESS.key] == {FIRST: 2}
    assert FIRST - timedelta(days=3) in series.known[TIGHTNESS.key]
    assert series.extremes(TIGHTNESS.key) == (2, 2, FIRST)


def test_the_last_of_equal_highest_days_is_told():
    series = series_of([reading(n, v) for n, v in enumerate([1, 7, 3, 7, 2])], [], FIRST, LAST)

    assert series.extremes(TIGHTNESS.key) == (3, 7, FIRST + timedelta(days=3))


def test_late_days_are_known_by_field():
    series = series_of([reading(0, 1), reading(1, 1, late=2)], [], FIRST, LAST)

    assert series.late == {TIGHTNESS.key: {FIRST + timedelta(days=1)}}


def test_timed_attacks_raise_a_total_and_stand_in_for_a_missing_one():
    attacks = [_attack(0, 20, "a"), _attack(1, 30, "b"), _attack(2, None, "c")]
    series = series_of(
        [reading(0, 3, ATTACK_COUNT), reading(1, 5, ATTACK_MINUTES)], attacks, FIRST, LAST
    )
    days = [FIRST + timedelta(days=n) for n in range(3)]

    assert series.shown[ATTACK_COUNT] == dict(zip(days, [3, 1, 1], strict=True))
    assert series.shown[ATTACK_MINUTES] == {days[0]: 20, days[1]: 30}


def test_an_attack_that_goes_on_is_counted_without_a_length():
    going = replace(_attack(0, None), ongoing=True)
    series = series_of([], [going], FIRST, LAST)

    assert series.shown[ATTACK_COUNT] == {FIRST: 1}
    assert series.shown[ATTACK_MINUTES] == {}


def test_the_answer_no_attacks_is_none_of_them():
    series = series_of([reading(0, "none", DAY_PATTERN)], [], FIRST, LAST)

    assert series.shown[ATTACK_COUNT] == {FIRST: 0}
    assert FIRST + timedelta(days=1) not in series.shown[ATTACK_COUNT]


@pytest.mark.parametrize("days", [30, 400, 401, 800])
def test_short_and_long_stretches_are_read_alike(store: Store, days: int):
    diary = sample(800, UNTIL)
    store.write(Put(record) for record in diary.records())
    first = UNTIL - timedelta(days=days - 1)

    series = load(store, first, UNTIL)

    expected = series_of(
        [r for r in diary.readings if r.day >= first - LEAD],
        [a for a in diary.attacks if a.day >= first - LEAD],
        first,
        UNTIL,
    )
    keys = [field.key for field in CATALOGUE]
    assert {key: series.shown.get(key, {}) for key in keys} == {
        key: expected.shown.get(key, {}) for key in keys
    }
    assert series.recorded(keys) == expected.recorded(keys)
