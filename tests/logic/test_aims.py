from __future__ import annotations

import pytest

from diary.logic.aims import Aim, matching

AIMS = [
    Aim("Record", "Tiredness", str, also="How tired did you feel?"),
    Aim("Record", "Skin tightness", str, also="How tight did your skin feel?"),
    Aim("Do", "Undo", str),
    Aim("Trend", "Skin tightness", str),
    Aim("Open", "Skin & sores", str),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Tiredness", "Skin tightness", "Undo", "Skin tightness", "Skin & sores"]),
        ("skin ti", ["Skin tightness", "Skin tightness"]),
        ("tight", ["Skin tightness", "Skin tightness"]),
        ("TIRE", ["Tiredness"]),
        ("how tight", ["Skin tightness"]),
        ("tr ski", ["Skin tightness"]),
        ("ndo", []),
        ("sórés", ["Skin & sores"]),
        ("skin xyz", []),
    ],
)
def test_each_typed_word_begins_a_word(typed: str, found: list[str]) -> None:
    assert [aim.words for aim in matching(AIMS, typed)] == found


def test_words_that_begin_so_come_before_those_that_hold_it_and_those_found_by_others() -> None:
    aims = [
        Aim("Record", "Itch", str, also="skin"),
        Aim("Read", "Your skin", str),
        Aim("Open", "Skin & sores", str),
    ]
    assert [aim.words for aim in matching(aims, "skin")] == ["Skin & sores", "Your skin", "Itch"]
