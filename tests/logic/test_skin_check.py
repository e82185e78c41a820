"""The total of a skin check always says what it rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db.records import Reading
from diary.fields import CATALOGUE, SKIN_CHECK
from diary.logic.skin_check import (
    FIELDS,
    MOST,
    REGIONS,
    check_of,
    checks,
    due_from,
    due_words,
    field_of,
    last_words,
    total_words,
)

DAY = date(2026, 11, 22)
EARLIER = date(2026, 10, 24)
THEN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def reading(day: date, region: str, grade: int) -> Reading:
    return Reading(day, field_of(region), grade, THEN)


def test_the_regions_are_the_fields_of_the_panel():
    assert list(FIELDS) == [field.key for field in CATALOGUE if field.panel == SKIN_CHECK]
    assert sum(CATALOGUE[key].top for key in FIELDS) == MOST


def test_a_region_that_was_not_answered_is_not_counted_as_none():
    check = check_of(DAY, {field_of("right_hand"): 2, field_of("left_hand"): 0})

    assert (check.total, check.answered, check.is_whole) == (2, 2, False)
    assert total_words(check) == "2 of 24, 2 of 8 regions"


def test_a_whole_check_has_eight_regions():
    check = check_of(DAY, dict.fromkeys(FIELDS, 3))

    assert (check.total, check.is_whole) == (24, True)


def test_checks_are_the_days_with_a_grade_the_newest_first():
    other = Reading(EARLIER, "skin.itch", 5, THEN)
    found = checks(
        [
            reading(EARLIER, "left_hand", 1),
            other,
            reading(DAY, "right_hand", 2),
            reading(EARLIER, "right_hand", 3),
        ]
    )

    assert [(check.day, check.total, check.answered) for check in found] == [
        (DAY, 2, 1),
        (EARLIER, 4, 2),
    ]


def test_the_next_region_is_the_first_open_one_round_and_round():
    check = check_of(DAY, {field_of(region): 0 for region in REGIONS[2:]})

    assert check.next_open("left_upper_arm") == "right_fingers"
    assert check.next_open("right_fingers") == "right_hand"
    assert check_of(DAY, dict.fromkeys(FIELDS, 0)).next_open("right_hand") is None


def test_a_check_is_due_four_weeks_after_the_last():
    known = checks([reading(EARLIER, "left_hand", 1)])

    assert due_from([]) is None
    assert due_from(known) == date(2026, 11, 21)
    assert due_words(known, DAY) == "A check is due: the last one was on 24 October 2026."
    assert due_words(known, EARLIER) == "The next check is due from 21 November 2026."
    assert "once a month" in due_words([], DAY)


def test_a_later_check_does_not_make_an_earlier_day_due():
    known = checks([reading(DAY, "left_hand", 1)])

    assert "once a month" in due_words(known, EARLIER)


def test_the_check_before_is_said_with_its_day():
    assert last_words(None) == "This is the first check."
    words = last_words(check_of(EARLIER, {field_of("left_hand"): 1}))
    assert words == "Last check, 24 October 2026: 1 of 24, 1 of 8 regions"
