"""What is said on Today, stop by stop in the order of Tab, as a reader would hear it."""

from __future__ import annotations

import pytest

SKIN = """\
== Today ==
[Today]
  [Skin]
    Skin tightness, slider, -1, not recorded, 0 is not tight, 10 is worst imaginable
    About: Skin tightness, push button, What is this, and why is it asked? (F1)
"""
ONE_ANSWER = "Raynaud’s over the day: No attacks, radio button, not checked"
A_NUMBER = "Raynaud’s attacks, text, “”, not recorded"


@pytest.fixture
def said(tour: dict[str, str]) -> str:
    """Today of an empty diary, and the page of attacks."""
    return tour["pages"]


def test_today_says_card_field_state_and_ends_of_the_scale(said: str) -> None:
    assert SKIN in said
    assert ONE_ANSWER in said
    assert A_NUMBER in said


def test_each_stop_has_a_name_and_says_nothing_twice(said: str) -> None:
    stops = [line.strip() for line in said.splitlines() if line.strip() and line[0] == " "]
    stops = [line for line in stops if not line.startswith("[")]
    assert len(stops) > 30
    for stop in stops:
        parts = stop.split(", ")
        assert parts[0] not in {"", "slider", "push button", "text", "check box", "radio button"}
        assert len(parts) == len(set(parts)), stop


def test_each_page_and_each_card_is_a_part_that_is_entered(said: str) -> None:
    parts = [line.strip() for line in said.splitlines() if line.strip().startswith("[")]
    cards = ["[Skin]", "[Raynaud’s]", "[Digestion]", "[Heart, lungs, kidneys]", "[General]"]
    begin = "[Your attacks will appear here]"
    assert parts == ["[Today]", *cards, "[Note]", "[Attacks]", begin]
