"""Attacks: lengths, a day's totals, the evening's prefill, what cannot be. Worked by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Attack
from diary.clock import in_zone
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, DAY_PATTERN
from diary.logic import attacks as rules
from diary.logic.attacks import Part, Totals

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def attack(start: datetime = NOON, minutes: int | None = None, **more) -> Attack:
    return Attack(
        id=more.pop("id", "a"),
        started_at=start,
        zone=more.pop("zone", "UTC"),
        recorded_at=start,
        minutes=minutes,
        **more,
    )


def at(hour: int, minute: int, day: int = 22) -> datetime:
    return NOON.replace(day=day, hour=hour, minute=minute)


def sentences(one: Attack, now: datetime = NOON, running: Attack | None = None) -> list[Part]:
    return [problem.part for problem in rules.problems(one, now, running)]


# Length


def test_running_time_is_exact_over_the_spring_gap_and_the_doubled_hour_of_autumn():
    spring = attack(in_zone(date(2026, 3, 29), 0, 50, "Europe/London"))
    autumn = attack(in_zone(date(2026, 10, 25), 0, 50, "Europe/London"))

    assert rules.running_time(
        spring, in_zone(date(2026, 3, 29), 2, 10, "Europe/London")
    ) == timedelta(minutes=20)
    assert rules.running_time(
        autumn, in_zone(date(2026, 10, 25), 2, 10, "Europe/London")
    ) == timedelta(minutes=140)


def test_running_time_is_never_negative_when_the_clock_was_set_back():
    assert rules.running_time(attack(NOON), NOON - timedelta(hours=1)) == timedelta()


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 1), (20, 1), (89, 1), (90, 2), (149, 2), (150, 3), (3600, 60)]
)
def test_an_ended_attack_has_whole_minutes_and_at_least_one(seconds, minutes):
    done = rules.ended(attack(ongoing=True), NOON + timedelta(seconds=seconds))

    assert (done.minutes, done.ongoing) == (minutes, False)


def test_begun_twenty_minutes_ago_moves_the_start_and_may_move_the_day():
    now = datetime(2026, 11, 22, 0, 5, tzinfo=UTC)

    moved = rules.began_ago(attack(now, ongoing=True), 20, now)

    assert moved.started_at == datetime(2026, 11, 21, 23, 45, tzinfo=UTC)
    assert moved.day == date(2026, 11, 21)


def test_a_start_moved_back_over_a_clock_change_takes_the_offset_of_then():
    now = in_zone(date(2026, 3, 29), 2, 5, "Europe/London")

    moved = rules.began_ago(attack(now, ongoing=True, zone="Europe/London"), 10, now)

    assert moved.started_at.isoformat() == "2026-03-29T00:55:00+00:00"


def test_local_keeps_the_offset_of_a_zone_that_nobody_knows():
    moment = NOON.astimezone(timezone(timedelta(hours=5)))

    assert rules.local(moment, "Mars/Base").isoformat() == moment.isoformat()


# Totals


def test_overlapping_minutes_count_once_and_attacks_each():
    both = [attack(at(9, 0), 30), attack(at(9, 20), 30), attack(at(11, 0), 5)]

    assert rules.totals(both, NOON) == Totals(count=3, minutes=55)


def test_an_attack_inside_another_adds_no_minute():
    assert rules.totals([attack(at(9, 0), 60), attack(at(9, 10), 5)], NOON).minutes == 60


def test_an_unknown_length_counts_but_adds_no_minute():
    given_two = [attack(at(9, 0), 30), attack(at(10, 0))]

    assert rules.totals(given_two, NOON) == Totals(count=2, minutes=30, unknown=1)


def test_an_ongoing_attack_counts_up_to_now():
    running = [attack(at(11, 48), ongoing=True)]

    assert rules.totals(running, NOON) == Totals(count=1, minutes=12, ongoing=1)


def test_an_attack_never_ended_counts_fourteen_days_at_most():
    forgotten = [attack(NOON - timedelta(days=400), ongoing=True)]

    assert rules.totals(forgotten, NOON).minutes == 14 * 24 * 60


def test_over_midnight_and_forty_hours_belong_whole_to_the_day_they_began():
    days = rules.totals_by_day([attack(at(23, 50, 20), 40), attack(at(8, 0, 21), 2400)], NOON)

    assert days == {
        date(2026, 11, 20): Totals(count=1, minutes=40),
        date(2026, 11, 21): Totals(count=1, minutes=2400),
    }


def test_the_doubled_half_past_one_keeps_both_attacks_in_order_and_apart():
    first = in_zone(date(2026, 10, 25), 1, 30, "Europe/London")
    second = (first + timedelta(hours=1)).astimezone(UTC)
    assert first.hour == second.hour  # both said 01:30

    both = rules.totals([attack(first, 20), attack(second, 20)], second + timedelta(hours=2))

    assert both.minutes == 40


starts = st.integers(0, 24 * 60 - 1).map(lambda minute: at(0, 0, 10) + timedelta(minutes=minute))
timed = st.builds(attack, starts, st.one_of(st.none(), st.integers(1, 3000)))


@given(st.lists(timed, max_size=8))
def test_totals_match_a_minute_by_minute_count(many):
    minutes = {
        one.started_at + timedelta(minutes=n) for one in many for n in range(one.minutes or 0)
    }

    found = rules.totals(many, NOON)

    assert found.minutes == len(minutes)
    assert found.count == len(many)
    assert found.unknown == sum(one.minutes is None for one in many)


@given(st.lists(timed, max_size=8), st.randoms(use_true_random=False))
def test_totals_do_not_depend_on_the_order(many, chance):
    mixed = list(many)
    chance.shuffle(mixed)

    assert rules.totals(mixed, NOON) == rules.totals(many, NOON)


# The evening


@pytest.mark.parametrize(
    ("field", "recorded", "timed_totals", "shown"),
    [
        (ATTACK_COUNT, None, Totals(), None),
        (ATTACK_COUNT, 0, Totals(), 0),
        (ATTACK_COUNT, None, Totals(count=3, minutes=48), 3),
        (ATTACK_COUNT, 5, Totals(count=3, minutes=48), 5),
        (ATTACK_COUNT, 2, Totals(count=3, minutes=48), 3),
        (ATTACK_COUNT, None, Totals(count=120), 99),
        (ATTACK_MINUTES, None, Totals(count=3, minutes=48), 48),
        (ATTACK_MINUTES, 90, Totals(count=3, minutes=48), 90),
        (ATTACK_MINUTES, 30, Totals(count=3, minutes=48), 48),
        (ATTACK_MINUTES, None, Totals(count=2, unknown=2), None),
        (ATTACK_MINUTES, None, Totals(count=2, minutes=9, unknown=1), 9),
        (ATTACK_MINUTES, None, Totals(count=1, minutes=2400), 1440),
        ("skin.itch", None, Totals(count=3, minutes=48), None),
        ("skin.itch", 4, Totals(count=3, minutes=48), 4),
    ],
)
def test_evening_totals_start_from_the_timed_attacks_and_never_fall_below(
    field, recorded, timed_totals, shown
):
    assert rules.evening_value(field, recorded, timed_totals) == shown


def test_copied_totals_are_raised_to_what_was_timed_today():
    yesterday = {ATTACK_COUNT: 1, ATTACK_MINUTES: 50, "skin.itch": 3}

    filled = rules.filled_totals(yesterday, [attack(at(9, 0), 5), attack(at(10, 0), 5)], NOON)

    assert filled == {ATTACK_COUNT: 2, ATTACK_MINUTES: 50, "skin.itch": 3}


def test_copying_adds_no_total_that_yesterday_did_not_have():
    assert rules.filled_totals({"skin.itch": 3}, [attack(at(9, 0), 5)], NOON) == {"skin.itch": 3}


def test_no_attacks_is_not_copied_to_a_day_with_a_timed_attack():
    answer = {DAY_PATTERN: "none"}

    assert rules.filled_totals(answer, [attack(at(9, 0), 5)], NOON) == {}
    assert rules.filled_totals(answer, [], NOON) == answer


# What cannot be


def test_a_plain_attack_has_no_problem():
    assert not sentences(attack(at(11, 0), 25))
    assert not sentences(attack(at(11, 0)))
    assert not sentences(attack(at(11, 0), ongoing=True))


def test_a_start_in_the_future_is_refused():
    assert sentences(attack(NOON + timedelta(seconds=1), 5)) == [Part.START]


def test_an_end_in_the_future_is_refused_but_this_very_minute_is_kept():
    assert sentences(attack(at(11, 50), 12)) == [Part.LENGTH]
    assert not sentences(attack(at(11, 50), 10))
    assert not sentences(rules.ended(attack(NOON - timedelta(seconds=20)), NOON))


def test_an_end_before_the_start_is_refused():
    assert sentences(attack(at(11, 0), -5)) == [Part.LENGTH]


def test_fourteen_days_are_kept_and_a_minute_more_is_refused():
    start = NOON - timedelta(days=20)

    assert not sentences(attack(start, 14 * 24 * 60))
    assert sentences(attack(start, 14 * 24 * 60 + 1)) == [Part.LENGTH]


def test_only_one_attack_can_be_going_on():
    running = attack(at(10, 0), id="b", ongoing=True)

    assert sentences(attack(at(11, 0), ongoing=True), NOON, running) == [Part.LENGTH]
    assert not sentences(running, NOON, running)
    assert not sentences(attack(at(11, 0), 5), NOON, running)
