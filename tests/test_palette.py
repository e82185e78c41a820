from __future__ import annotations

import pytest

from diary.field import Group
from diary.palette import Look, colours, contrast

TEXT = ("ink", "ink2", "accent", *(group.value for group in Group))


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("role", TEXT)
def test_text_reaches_seven_to_one(look: Look, ground: str, role: str) -> None:
    assert contrast(colours(look)[role], colours(look)[ground]) >= 7


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("fill", ["accent", *(group.value for group in Group)])
def test_words_on_a_filled_button_reach_seven_to_one(look: Look, fill: str) -> None:
    assert contrast(colours(look)["on_accent"], colours(look)[fill]) >= 7


@pytest.mark.parametrize("look", Look)
def test_control_lines_reach_three_to_one(look: Look) -> None:
    for ground in ("paper", "card"):
        assert contrast(colours(look)["line"], colours(look)[ground]) >= 3
