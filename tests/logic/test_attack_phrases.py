"""Attacks in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from db.records import Attack
from diary.attack_words import COLOURS, PLACES
from diary.logic import attack_phrases as phrases

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def attack(**more) -> Attack:
    start = more.pop("started_at", datetime(2026, 11, 22, 9, 5, tzinfo=UTC))
    return Attack(id="a", started_at=start, zone="UTC", recorded_at=start, **more)


def test_an_attack_reads_as_one_line():
    one = attack(minutes=25, colours=("blue_grey", "pale"), places=("right_index",), pain=4)

    assert phrases.attack_words(one, NOON) == (
        "09:05, 25 min, pale, then blue or grey, right index finger, pain 4"
    )


def test_an_attack_with_nothing_but_its_start_says_that_its_length_is_not_known():
    assert phrases.attack_words(attack(), NOON) == "09:05, length not known"


def test_an_attack_that_counts_on_the_evening_before_says_which_night_it_was():
    at_night = attack(
        started_at=datetime(2026, 11, 22, 1, 30, tzinfo=UTC), counted_on=date(2026, 11, 21)
    )
    assert phrases.start_words(at_night) == "01:30 in the night to Sun 22 Nov"


def test_a_running_attack_says_so():
    assert phrases.length_words(attack(ongoing=True), NOON) == "still going, 2 h 55 min so far"


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((), ""),
        (("nose", "right_thumb"), "right thumb and nose"),
        (phrases.RIGHT_HAND, "all fingers of the right hand"),
        ((*phrases.LEFT_HAND, "left_toes"), "all fingers of the left hand and left toes"),
        (phrases.RIGHT_HAND + phrases.LEFT_HAND, "all fingers"),
        (phrases.FEET, "toes of both feet"),
        (("left_elbow",), "left_elbow"),
    ],
)
def test_places_join_to_whole_hands_and_feet(places, words):
    assert phrases.place_words(places) == words


def test_a_score_of_none_is_said_and_one_not_recorded_is_not():
    assert phrases.symptom_words(attack(pain=0, tingling=3)) == "pain 0, tingling 3"


def test_every_word_of_the_catalogue_has_its_short_form():
    assert set(phrases.COLOURS) == {choice.key for choice in COLOURS}
    assert list(phrases.PLACES) == [choice.key for choice in PLACES]
