"""Raynaud's patterns: a fortnight worked by hand, and what holds for any diary."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Attack, Reading, Value
from diary.clock import in_zone
from diary.logic.patterns import FEWEST_ATTACKS, Patterns, cold, patterns, tally, weekdays
from diary.logic.periods import DAY, Period
from diary.logic.raynaud import daily_counts

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 14))
MONDAY, SUNDAY = 0, 6


def reading(day: int, key: str, value: Value) -> Reading:
    return Reading(
        date(2026, 9, day), f"raynaud.{key}", value, datetime(2026, 9, day, 21, tzinfo=UTC)
    )


def began(moment: datetime, **more: object) -> Attack:
    known = {"id": str(moment), "started_at": moment, "zone": "UTC", "recorded_at": moment}
    return Attack(**(known | more))  # type: ignore[arg-type]


def attack(day: int, hour: int = 9, **more: object) -> Attack:
    return began(datetime(2026, 9, day, hour, 30, tzinfo=UTC), **more)


def found(
    readings: list[Reading], attacks: list[Attack], first: int = MONDAY, period: Period = PERIOD
) -> Patterns:
    return patterns(period, readings, attacks, first)


def test_the_hour_is_that_of_the_clock_on_the_wall_wherever_that_was():
    tokyo, honolulu = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    attacks = [
        began(datetime(2026, 9, 3, 7, 59, tzinfo=tokyo)),
        began(datetime(2026, 9, 5, 7, 0, tzinfo=honolulu)),
        attack(7, 19),
    ]

    hours = found([], attacks).hours

    assert hours.counts[7] == 2
    assert hours.counts[19] == 1
    assert hours.timed == 3


def test_an_hour_that_comes_twice_in_autumn_and_one_that_is_skipped_in_spring():
    first = in_zone(date(2026, 10, 25), 1, 30, "Europe/London")
    again = (first.astimezone(UTC) + timedelta(hours=1)).astimezone(UTC)
    skipped = in_zone(date(2026, 3, 29), 1, 30, "Europe/London")
    period = Period(date(2026, 1, 1), date(2026, 12, 31))

    hours = found([], [began(first), began(again), began(skipped)], period=period).hours

    assert (hours.counts[1], hours.counts[2]) == (2, 1)


def test_an_attack_at_night_has_its_own_hour_and_the_weekday_of_the_evening_before():
    # Wednesday 9 September, 01:30, in a diary whose day begins at four.
    night = attack(9, 1, counted_on=date(2026, 9, 8), minutes=180)

    those = found([], [night])

    assert those.hours.counts[1] == 1
    assert [each.attacks for each in those.weekdays] == [0, 1, 0, 0, 0, 0, 0]
    assert [each.days for each in those.weekdays] == [0, 1, 0, 0, 0, 0, 0]


def test_attacks_that_were_only_counted_in_the_evening_have_no_time():
    readings = [reading(1, "attack_count", 4), reading(2, "attack_count", 1)]

    hours = found(readings, [attack(1, 8), attack(2, 8), attack(2, 9)]).hours

    assert (hours.timed, hours.without) == (3, 3)


def test_weekdays_are_told_by_the_days_that_are_known():
    # Four Mondays with 2, 0, 1 and 1 attacks; three Tuesdays with one each.
    monday = date(2026, 8, 3)
    known = {monday + 7 * n * DAY: count for n, count in enumerate((2, 0, 1, 1))}
    known |= {monday + DAY + 7 * n * DAY: 1 for n in range(3)}

    first, second, third, *_rest = weekdays(known, MONDAY)

    assert (first.days, first.attacks, first.rate) == (4, 4, 1.0)
    assert (second.days, second.attacks, second.rate) == (3, 3, None)
    assert (third.days, third.attacks, third.rate) == (0, 0, None)


@pytest.mark.parametrize(("first", "last"), [(MONDAY, SUNDAY), (SUNDAY, 5), (5, 4)])
def test_the_week_begins_as_chosen(first: int, last: int) -> None:
    week = found([], [], first).weekdays

    assert (week[0].weekday, week[-1].weekday, len(week)) == (first, last, 7)


def test_an_answer_counts_once_an_attack_and_silence_is_counted_apart():
    triggers = tally([("cold_air", "emotion"), ("cold_air", "cold_air"), (), ("none_noticed",)])

    assert triggers.counts == {"cold_air": 2, "emotion": 1, "none_noticed": 1}
    assert (triggers.told, triggers.silent, triggers.enough) == (3, 1, False)


def test_colours_are_counted_alone_and_together():
    attacks = [
        attack(1, colours=("pale", "blue_grey")),
        attack(2, colours=("pale", "blue_grey")),
        attack(3, colours=("red",)),
        attack(4),
    ]

    those = found([], attacks)

    assert those.colours.counts == {"pale": 2, "blue_grey": 2, "red": 1}
    assert those.together == {("pale", "blue_grey"): 2, ("red",): 1}
    assert (those.colours.told, those.colours.silent) == (3, 1)


def test_a_day_is_beside_its_temperature_only_where_both_are_known():
    readings = [
        reading(1, "outdoor_low", 4.5),
        reading(2, "outdoor_low", -3.0),
        reading(2, "day_pattern", "none"),
        reading(3, "attack_count", 2),
        reading(4, "outdoor_low", 9.0),
        reading(4, "impact", 3),
    ]

    those = found(readings, [attack(1), attack(1, 11)]).cold

    assert [(each.day.day, each.temperature, each.attacks) for each in those.days] == [
        (1, 4.5, 2),
        (2, -3.0, 0),
    ]
    assert (those.no_temperature, those.no_attacks) == (1, 1)
    assert not those.enough


def test_ten_attacks_are_enough_and_nine_are_not():
    timed = [attack(day, triggers=("cold_air",)) for day in range(1, FEWEST_ATTACKS + 1)]

    assert found([], timed).hours.enough
    assert found([], timed).triggers.enough
    assert not found([], timed[1:]).hours.enough
    assert not found([], timed[1:]).triggers.enough


def test_what_lies_outside_of_the_period_is_left_out():
    outside = began(datetime(2026, 8, 31, 23, 50, tzinfo=UTC), minutes=60)

    those = found([], [outside, attack(1)])

    assert (those.attacks, those.hours.timed, those.known_days) == (1, 1, 1)


moments = st.builds(
    lambda day, minute, hours: datetime(
        2026, 9, day, minute // 60, minute % 60, tzinfo=timezone(timedelta(hours=hours))
    ),
    st.integers(1, 14),
    st.integers(0, 1439),
    st.integers(-11, 13),
)
keys = st.lists(st.sampled_from(["cold_air", "emotion", "other"]), max_size=3).map(tuple)
some_attacks = st.lists(st.builds(began, moments, triggers=keys, colours=keys), max_size=40)
totals = st.dictionaries(st.integers(1, 14), st.integers(0, 20))


@given(some_attacks, totals, st.integers(0, 6))
def test_each_attack_is_counted_exactly_once(
    attacks: list[Attack], evening: dict[int, int], first: int
) -> None:
    readings = [reading(day, "attack_count", count) for day, count in evening.items()]

    those = found(readings, attacks, first)

    all_of_them = sum(daily_counts(readings, attacks).values())
    assert those.hours.timed == len(attacks)
    assert those.hours.timed + those.hours.without == all_of_them == those.attacks
    assert sum(each.attacks for each in those.weekdays) == all_of_them
    assert those.triggers.told + those.triggers.silent == len(attacks)
    assert sum(those.together.values()) == those.colours.told


@given(some_attacks, totals, st.integers(0, 6))
def test_weekdays_never_have_more_days_than_are_recorded(
    attacks: list[Attack], evening: dict[int, int], first: int
) -> None:
    readings = [reading(day, "attack_count", count) for day, count in evening.items()]

    those = found(readings, attacks, first)

    recorded = {each.day for each in readings} | {each.day for each in attacks}
    assert sum(each.days for each in those.weekdays) == len(recorded) == those.known_days
    assert all(each.days <= 2 and each.rate is None for each in those.weekdays)


days = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(st.dictionaries(days, st.integers(0, 9)), st.dictionaries(days, st.floats(-40, 50)))
def test_a_day_that_is_not_recorded_never_becomes_one_without_attacks(
    known: dict[date, int], temperatures: dict[date, float]
) -> None:
    those = cold(known, temperatures)

    assert all(each.attacks == known[each.day] for each in those.days)
    assert len(those.days) + those.no_temperature == len(known)
    assert len(those.days) + those.no_attacks == len(temperatures)
