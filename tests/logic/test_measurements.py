"""Which measurements are due, and what is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from db.records import Measurement
from diary.field import Group
from diary.logic.measurements import (
    due_from,
    entry_problems,
    is_due,
    is_whole,
    measured_words,
    percent_changed,
    shown_measures,
    split_pressure,
    value_words,
    whole_number,
)
from diary.logic.units import Units

DAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def made(measure="blood_pressure", value=132.0, **more: Any) -> Measurement:
    given: dict[str, Any] = {
        "id": "m",
        "day": DAY,
        "measured_at": NOON,
        "zone": "UTC",
        "recorded_at": NOON,
    }
    return Measurement(**(given | {"measure": measure, "value": value} | more))


def test_measures_are_shown_by_default_or_by_choice():
    assert [each.key for each in shown_measures(None)] == ["blood_pressure", "weight"]
    assert [each.key for each in shown_measures(["oxygen", "unknown"])] == ["oxygen"]
    assert [each.key for each in shown_measures(None, Group.DIGESTION)] == ["weight"]
    assert shown_measures([]) == []


def test_weight_is_asked_a_week_after_the_last():
    known = [made("weight", 68, day=DAY - timedelta(days=6)), made("pulse", 70)]

    assert is_due("weight", DAY, [])
    assert not is_due("weight", DAY, known)
    assert is_due("weight", DAY + timedelta(days=1), known)
    assert due_from("weight", known) == DAY + timedelta(days=1)
    assert is_due("blood_pressure", DAY, [made()])


def test_a_later_weight_does_not_hide_an_earlier_gap():
    assert is_due("weight", DAY - timedelta(days=30), [made("weight", 68)])


def test_a_blood_pressure_is_said_as_one():
    event = made(diastolic=85.0, pulse=72.0)

    assert value_words(event, Units()) == "132/85"
    assert measured_words(event, Units()) == "132/85 mmHg, pulse 72"


def test_what_was_said_of_a_value_goes_with_it():
    assert measured_words(made("oxygen", 96, place="ear"), Units()) == "96 %, Ear lobe"
    words = measured_words(made("weight", 68.2, intended=False), Units())
    assert words == "68.2 kg, no change was intended"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("132/85", ["132", "85"]),
        ("132 / 85 72", ["132", "85", "72"]),
        ("132-85", ["132", "85"]),
        ("132/", ["132", ""]),
        ("132", ["132"]),
    ],
)
def test_a_pressure_can_be_typed_at_a_stretch(text, parts):
    assert split_pressure(text) == parts


def test_what_follows_the_last_number_stays_as_it_was_typed():
    assert split_pressure("93,5", 1) == ["93,5"]
    assert split_pressure("132/85/93,5") == ["132", "85", "93,5"]


@pytest.mark.parametrize(
    ("text", "done"), [("132", True), ("13", False), ("95", True), ("4", False), ("abc", False)]
)
def test_a_number_is_whole_when_no_digit_can_follow(text, done):
    assert is_whole(text, 40, 300) is done


def test_only_whole_numbers_are_read():
    assert whole_number(" 72 ") == 72
    assert whole_number("7.2") is None


def test_ranges_are_said_in_the_shown_unit():
    found = entry_problems(made("weight", 7.0), Units("lb"), NOON, DAY)

    assert found == {"value": "This takes a number from 44.1 to 661.4 lb."}
    assert "kg" in entry_problems(made("weight", 700.0), Units(), NOON, DAY)["value"]


def test_a_time_that_has_not_come_is_refused():
    here = timezone(timedelta(hours=13))
    later = made(diastolic=80.0, measured_at=NOON.astimezone(here) + timedelta(minutes=1))

    assert set(entry_problems(later, Units(), NOON, DAY)) == {"time"}


def test_the_lower_number_must_be_below_the_upper_one():
    assert set(entry_problems(made(diastolic=140.0), Units(), NOON, DAY)) == {"diastolic"}
    assert set(entry_problems(made("oxygen", 96), Units(), NOON, DAY)) == {"place"}


@pytest.mark.parametrize(
    ("first", "last", "percent"),
    [(80, 81, 1.25), (60, 54, -10), (54, 60, 100 / 9), (61.5, 61.5, 0)],
)
def test_a_change_of_weight_is_a_share_of_the_first(first: float, last: float, percent: float):
    assert percent_changed(first, last) == pytest.approx(percent)
