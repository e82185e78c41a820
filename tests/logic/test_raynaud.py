"""Raynaud's figures: what a day's attacks are, and a fortnight worked by hand."""

from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Attack, Reading
from diary.logic.periods import Period
from diary.logic.raynaud import by_hour, by_trigger, daily_counts, daily_minutes, raynaud

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 14))


def reading(day: int, field: str, value: float | str) -> Reading:
    moment = datetime(2026, 9, day, 21, tzinfo=UTC)
    return Reading(date(2026, 9, day), f"raynaud.{field}", value, moment)


def attack(day: int, hour: int = 9, minutes: int | None = 15, **more: object) -> Attack:
    began = datetime(2026, 9, day, hour, tzinfo=UTC)
    known = {"id": f"{day}-{hour}", "started_at": began, "zone": "UTC", "recorded_at": began}
    return Attack(**(known | {"minutes": minutes} | more))  # type: ignore[arg-type]


def test_an_evening_total_stands_above_the_timed_attacks():
    counts = daily_counts([reading(1, "attack_count", 4)], [attack(1)])

    assert counts == {date(2026, 9, 1): 4}


def test_timed_attacks_added_later_raise_an_evening_total():
    readings = [reading(1, "attack_count", 1), reading(1, "total_minutes", 10)]
    attacks = [attack(1, 9), attack(1, 12), attack(1, 15)]

    assert daily_counts(readings, attacks) == {date(2026, 9, 1): 3}
    assert daily_minutes(readings, attacks) == {date(2026, 9, 1): 45}


def test_timed_attacks_count_where_no_total_was_given():
    assert daily_counts([], [attack(1), attack(1, 12)]) == {date(2026, 9, 1): 2}


def test_no_attacks_is_an_answer_and_silence_is_not():
    readings = [
        reading(1, "day_pattern", "none"),
        reading(2, "day_pattern", "most"),
        reading(3, "impact", 4),
        reading(4, "attack_count", 0),
    ]

    assert daily_counts(readings, []) == {date(2026, 9, 1): 0, date(2026, 9, 4): 0}
    assert daily_minutes(readings, []) == {date(2026, 9, 1): 0, date(2026, 9, 4): 0}


def test_an_attack_of_unknown_length_has_no_minutes_and_not_none():
    assert daily_counts([], [attack(1, minutes=None)]) == {date(2026, 9, 1): 1}
    assert daily_minutes([], [attack(1, minutes=None)]) == {}


def test_an_attack_over_midnight_belongs_to_the_day_of_its_start():
    long = attack(3, 23, minutes=180)

    assert daily_counts([], [long]) == {date(2026, 9, 3): 1}
    assert daily_minutes([], [long]) == {date(2026, 9, 3): 180}


def test_overlapping_attacks_are_two_and_their_time_is_merged():
    attacks = [attack(5, 9, 60), attack(5, 9, 20, id="other")]

    assert daily_counts([], attacks) == {date(2026, 9, 5): 2}
    assert daily_minutes([], attacks) == {date(2026, 9, 5): 60}


def test_a_fortnight_worked_by_hand():
    # Days 1-4: 2, 0, 5 and 1 attacks; 14 days of which 4 are known; 8 attacks in all.
    readings = [
        reading(1, "day_pattern", "attacks"),
        reading(2, "day_pattern", "none"),
        reading(3, "day_pattern", "most"),
        reading(3, "attack_count", 5),
        reading(3, "total_minutes", 200),
    ]
    later = datetime(2026, 9, 4, 23, tzinfo=UTC)
    attacks = [
        attack(1, 8, 10, pain=3),
        attack(1, 20, 30, pain=7),
        attack(4, 9, 40, pain=7, recorded_at=later),
        attack(3, 9, None),
    ]

    found = raynaud(PERIOD, readings, attacks)

    assert found.count is not None
    assert found.minutes is not None
    assert (found.count.recorded, found.count.days) == (4, 14)
    assert found.count.total == 8
    assert found.count.mean == 2.0
    assert (found.count.lowest, found.count.highest) == (0, 5)
    assert found.minutes.total == 10 + 30 + 0 + 200 + 40
    assert (found.timed, found.at_the_time, found.known_lengths) == (4, 3, 3)
    assert found.median_minutes == 30
    assert found.worst_pain == (7, date(2026, 9, 4))
    assert (found.most_days, found.pattern_days) == (1, 3)
    assert not found.nothing


def test_nothing_recorded_is_said_so():
    outside = Period(date(2026, 10, 1), date(2026, 10, 14))

    found = raynaud(outside, [reading(1, "attack_count", 3)], [attack(1)])

    assert found.nothing
    assert found.count is None
    assert found.median_minutes is None


def test_hours_are_those_of_the_patients_clock_and_triggers_count_once_an_attack():
    attacks = [
        attack(1, 9, triggers=("cold_air", "cold_air", "emotion")),
        attack(2, 9, triggers=("cold_air",)),
        attack(3, 23),
    ]

    hours = by_hour(attacks)
    assert (len(hours), hours[9], hours[23], sum(hours)) == (24, 2, 1, 3)
    assert by_trigger(attacks) == {"cold_air": 2, "emotion": 1}


@given(
    st.dictionaries(st.integers(1, 14), st.integers(0, 12)),
    st.lists(st.tuples(st.integers(1, 14), st.integers(0, 20), st.integers(1, 30)), max_size=30),
)
def test_an_independent_calculation_agrees(
    totals: dict[int, int], timed: list[tuple[int, int, int]]
):
    readings = [reading(day, "attack_count", value) for day, value in totals.items()]
    attacks = [attack(day, hour, minutes) for day, hour, minutes in timed]

    found = raynaud(PERIOD, readings, attacks)

    timed_days = [day for day, _, _ in timed]
    known = {day: max(totals.get(day, 0), timed_days.count(day)) for day in {*totals, *timed_days}}
    if known:
        assert found.count is not None
        assert found.count.mean == pytest.approx(np.mean(list(known.values())))
        assert found.count.recorded == len(known)
        assert found.count.median == np.median(list(known.values()))
    else:
        assert found.count is None
    if timed:
        assert found.median_minutes == np.median([minutes for _, _, minutes in timed])


def test_an_attack_that_is_still_going_counts_and_has_no_length_yet():
    going = attack(14, minutes=None, ongoing=True)

    assert daily_counts([], [going]) == {date(2026, 9, 14): 1}
    assert daily_minutes([], [going]) == {}
    assert raynaud(PERIOD, [], [going]).median_minutes is None
