"""Two forms of one record stand side by side in words, part by part where they differ."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from db.records import (
    EVENTS,
    Attack,
    CustomField,
    Note,
    PatchCheck,
    Preference,
    Profile,
    Question,
    Reading,
    Record,
    Sore,
)
from diary.fields import CATALOGUE
from diary.logic.part_words import NAMES, UNTOLD, differences

AT = datetime(2026, 6, 1, 21, 5, tzinfo=UTC)
DAY = AT.date()
ATTACK = Attack(id="a", started_at=AT, zone="UTC", recorded_at=AT)
SORE = Sore(id="s", place="left_index", noticed=DAY, recorded_at=AT)
CHECK = PatchCheck(patch="p", day=DAY, length_cm=2.5, recorded_at=AT)
OWN = CustomField(key="custom.0a1b2c3d", name="x", kind="choice", recorded_at=AT)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Reading(DAY, "skin.tightness", 4, AT), Reading(DAY, "skin.tightness", 6, AT), ("4", "6")),
        (Reading(DAY, "gone.field", 4, AT), Reading(DAY, "gone.field", 6, AT), ("4", "6")),
        (Note(DAY, "Warm.", AT), Note(DAY, "Cold.", AT), ("Warm.", "Cold.")),
        (ATTACK, replace(ATTACK, minutes=20), ("Minutes: nothing", "Minutes: 20")),
        (ATTACK, replace(ATTACK, ongoing=True), ("Still going: no", "Still going: yes")),
        (
            ATTACK,
            replace(ATTACK, colours=("white", "blue")),
            ("Colours: nothing", "Colours: white and blue"),
        ),
        (
            ATTACK,
            replace(ATTACK, started_at=AT.replace(hour=9)),
            ("Began: 1 June 2026, 21:05", "Began: 1 June 2026, 09:05"),
        ),
        (SORE, replace(SORE, healed=DAY), ("Healed: nothing", "Healed: 1 June 2026")),
        (
            SORE,
            replace(SORE, place="left_thumb"),
            ("Place: left index finger", "Place: left thumb"),
        ),
        (CHECK, replace(CHECK, length_cm=3), ("Length (cm): 2.5", "Length (cm): 3")),
        (OWN, replace(OWN, choices=("a", "b")), ("Answers: nothing", "Answers: a and b")),
    ],
)
def test_what_differs_is_said(one: Record, other: Record, said: tuple[str, str]) -> None:
    (found,) = differences(one, other, CATALOGUE)

    assert tuple(side.casefold() for side in found) == tuple(side.casefold() for side in said)


def test_what_says_nothing_is_left_out() -> None:
    question = Question(id="q", text="x", written=DAY, recorded_at=AT)

    assert list(differences(question, replace(question, rank=3), CATALOGUE)) == []


def test_every_part_has_a_name() -> None:
    kinds = (Attack, Profile, *(kind for kind in EVENTS if kind is not Preference))
    parts = {part.name for kind in kinds for part in fields(kind)} - UNTOLD

    assert parts - {"sore", "patch", "medicine"} == set(NAMES)
