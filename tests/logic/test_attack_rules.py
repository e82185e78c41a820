"""How odd attacks are counted: each rule as the article prints it, worked out on paper.

The article's section is "How this diary counts"; `tests.article_facts` holds its sentences.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

import pytest

from db.records import Attack, Put, Reading
from db.store import Store
from diary.charts.series import load
from diary.clock import in_zone
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, DAY_PATTERN
from diary.logic.day_start import counted
from diary.logic.periods import Period
from diary.logic.raynaud import Raynaud, daily_minutes, raynaud

LONDON = "Europe/London"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 14))
KEYS = count()


def attack(day: int, at: str, minutes: int | None = None, **more: object) -> Attack:
    began = datetime.combine(date(2026, 3, day), time.fromisoformat(at), UTC)
    known = {"id": f"{next(KEYS)}", "started_at": began, "zone": "UTC", "recorded_at": began}
    return Attack(**(known | {"minutes": minutes} | more))  # type: ignore[arg-type]


def evening(day: int, field: str, value: int | str) -> Reading:
    return Reading(date(2026, 3, day), field, value, datetime(2026, 3, day, 21, tzinfo=UTC))


def told(attacks: list[Attack], *readings: Reading) -> Raynaud:
    return raynaud(MARCH, readings, attacks)


def number(found: Raynaud) -> int | None:
    return int(found.count.total) if found.count else None


def total(found: Raynaud) -> int | None:
    return int(found.minutes.total) if found.minutes else None


def test_over_midnight_it_counts_once_whole_on_the_day_it_began():
    """3 March 23:40 for 50 minutes ends on 4 March 00:30: 3 March has 50, 4 March has nothing."""
    late = attack(3, "23:40", 50)

    assert daily_minutes([], [late]) == {date(2026, 3, 3): 50}
    found = told([late])
    assert found.count is not None
    assert (found.count.recorded, found.timed, total(found)) == (1, 1, 50)


def test_over_midnight_of_the_last_day_it_still_belongs_to_the_period():
    """14 March is the last day; its minutes on 15 March are not cut off."""
    assert total(told([attack(14, "23:40", 50)])) == 50
    assert told([attack(15, "00:10", 20)]).nothing


def test_forty_hours_are_one_attack_of_forty_hours_on_a_day_of_24():
    """2,400 minutes: the middle length is 2,400; its day has 1,440, the next day nothing."""
    found = told([attack(5, "06:00", 2400)])

    assert (found.timed, found.median_minutes) == (1, 2400)
    assert total(found) == 1440
    assert found.minutes is not None
    assert found.minutes.recorded == 1


def test_unfinished_it_counts_and_has_no_time_until_it_ends():
    """Two of 10 and 30 minutes and one that goes on: 3 attacks, 40 minutes, middle length 20."""
    found = told([attack(5, "08:00", 10), attack(5, "12:00", 30), attack(5, "20:00", ongoing=True)])

    assert (number(found), total(found), found.known_lengths) == (3, 40, 2)
    assert found.median_minutes == 20
    assert total(told([attack(6, "20:00", ongoing=True)])) is None


def test_of_unknown_length_it_counts_and_has_no_time():
    """One of unknown length alone: 1 attack, and the day's minutes are not recorded, not 0."""
    found = told([attack(5, "08:00")])

    assert (number(found), found.minutes, found.median_minutes) == (1, None, None)


def test_overlapping_both_count_and_their_common_time_once():
    """09:00-09:40 and 09:30-10:10 overlap by 10: 2 attacks, 70 minutes; each is 40 long."""
    found = told([attack(5, "09:00", 40), attack(5, "09:30", 40)])

    assert (number(found), total(found), found.median_minutes) == (2, 70, 40)


def test_an_overlap_over_midnight_counts_on_either_day():
    """23:30-00:30 of 5 March and 00:10-00:40 of 6 March: 60 and 30, as days are kept apart."""
    days = daily_minutes([], [attack(5, "23:30", 60), attack(6, "00:10", 30)])

    assert days == {date(2026, 3, 5): 60, date(2026, 3, 6): 30}


@pytest.mark.parametrize(
    ("said", "timed", "expected"),
    [
        ((5, 90), [20, 10], (5, 90)),  # totals above the timed ones stand
        ((1, 15), [20, 10], (2, 30)),  # totals below them are raised
        ((5, 15), [20, 10], (5, 30)),  # each of its own
        ((5, 15), [], (5, 15)),
        ((3, 45), [None], (3, 45)),  # of unknown length: the total stands
    ],
)
def test_evening_totals_and_timed_attacks_the_larger_stands(
    said: tuple[int, int], timed: list[int | None], expected: tuple[int, int]
):
    attacks = [attack(5, f"{8 + place:02}:00", each) for place, each in enumerate(timed)]
    found = told(attacks, evening(5, ATTACK_COUNT, said[0]), evening(5, ATTACK_MINUTES, said[1]))

    assert (number(found), total(found)) == expected


def test_silence_is_not_none_and_no_attacks_is():
    """Of 14 days one says "no attacks", one has a total of 0, one only its difficulty: 2 known."""
    found = told(
        [],
        evening(2, DAY_PATTERN, "none"),
        evening(3, ATTACK_COUNT, 0),
        evening(4, "raynaud.impact", 6),
    )

    assert found.count is not None
    assert (found.count.recorded, found.count.days, found.count.mean) == (2, 14, 0)
    assert total(found) == 0


def test_a_timed_attack_outdoes_the_answer_no_attacks():
    found = told([attack(2, "10:00", 15)], evening(2, DAY_PATTERN, "none"))

    assert (number(found), total(found)) == (1, 15)


@pytest.mark.parametrize(("hours", "day"), [(0, 6), (1, 6), (1.5, 5), (4, 5)])
def test_a_later_start_of_the_day_gives_the_night_to_the_evening_before(hours: float, day: int):
    """An attack at 01:29 on 6 March belongs to 5 March where days begin at 01:30 or later."""
    night = counted(attack(6, "01:29", 20), timedelta(hours=hours))

    assert daily_minutes([], [night]) == {date(2026, 3, day): 20}


@pytest.mark.parametrize(
    ("day", "begins", "ends", "minutes"),
    [
        (date(2026, 3, 29), (0, 50), (2, 10), 20),  # 01:00 became 02:00
        (date(2026, 10, 25), (0, 50), (2, 10), 140),  # 01:00 to 02:00 came twice
    ],
    ids=["spring", "autumn"],
)
def test_where_clocks_change_the_time_is_what_really_passed(
    day: date, begins: tuple[int, int], ends: tuple[int, int], minutes: int
):
    start, end = (in_zone(day, *moment, LONDON) for moment in (begins, ends))
    length = (end - start) // timedelta(minutes=1)
    one = attack(1, "00:00", length, started_at=start, zone=LONDON)

    assert length == minutes
    assert daily_minutes([], [one]) == {day: minutes}


def test_in_the_hour_that_comes_twice_two_attacks_do_not_overlap():
    """Both began at 01:30 by the clock, an hour apart, 20 minutes each: 40 minutes."""
    first = in_zone(date(2026, 10, 25), 1, 30, LONDON)
    again = first + timedelta(hours=1)
    found = daily_minutes(
        [],
        [
            attack(1, "00:00", 20, started_at=first, zone=LONDON),
            attack(1, "00:00", 20, started_at=again, zone=LONDON),
        ],
    )

    assert found == {date(2026, 10, 25): 40}


def test_on_a_journey_each_attack_keeps_the_day_of_the_place_where_it_began():
    """Two hours apart, over the date line: 22 November in Auckland, 21 November in Honolulu."""
    auckland = in_zone(date(2026, 11, 22), 10, 0, "Pacific/Auckland")
    honolulu = (auckland + timedelta(hours=2)).astimezone(
        in_zone(date(2026, 11, 21), 12, 0, "Pacific/Honolulu").tzinfo
    )
    found = daily_minutes(
        [],
        [
            attack(1, "00:00", 15, started_at=auckland, zone="Pacific/Auckland"),
            attack(1, "00:00", 25, started_at=honolulu, zone="Pacific/Honolulu"),
        ],
    )

    assert found == {date(2026, 11, 22): 15, date(2026, 11, 21): 25}


def test_trends_and_the_summary_count_all_of_them_alike(store: Store):
    attacks = [
        attack(2, "23:40", 50),
        attack(4, "06:00", 2400),
        attack(6, "09:00", 40),
        attack(6, "09:30", 40),
        attack(8, "08:00"),
        attack(9, "08:00", 20),
        attack(10, "20:00", ongoing=True),
    ]
    readings = [evening(9, ATTACK_COUNT, 4), evening(9, ATTACK_MINUTES, 60)]
    readings += [evening(11, DAY_PATTERN, "none")]
    store.write([*map(Put, attacks), *map(Put, readings)])

    shown = load(store, MARCH.first, MARCH.last).shown
    assert shown[ATTACK_MINUTES] == daily_minutes(readings, attacks)
    assert sorted(shown[ATTACK_COUNT].values()) == [0, 1, 1, 1, 1, 2, 4]
