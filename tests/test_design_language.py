"""The tables of docs/design-language.md are those of the theme file; each picture is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

import design_language
from diary.palette import Look, colours, design

PAGE = design_language.PAGE.read_text("utf-8")
GRID = 4


def test_its_tables_are_those_of_the_theme_file() -> None:
    assert design_language.filled(PAGE) == PAGE, "run tasks.py design"
    assert all(f"<!-- {name} -->\n\n|" in PAGE for name in design_language.TABLES)


@pytest.mark.parametrize("look", Look)
def test_each_colour_has_a_meaning(look: Look) -> None:
    assert list(colours(look)) == list(design_language.MEANINGS)


def test_each_picture_is_there() -> None:
    named = re.findall(r"\]\((pictures/[\w-]+\.png)\)", PAGE)
    assert len(named) > 3
    assert [each for each in named if not (design_language.PAGE.parent / each).exists()] == []


@pytest.mark.parametrize(
    ("part", "besides"), [("space", {"hair"}), ("corner", {"row", "box", "bar"})]
)
def test_lengths_stand_on_the_grid(part: str, besides: set[str]) -> None:
    lengths: Mapping[str, int] = design(part)
    assert {name for name, pixels in lengths.items() if pixels % GRID} <= besides


def test_no_target_is_smaller_than_the_least() -> None:
    targets = design("target")
    inner = {"box", "scroll"}  # a part of a check box; a bar that the wheel and keys do without
    assert min(each for name, each in targets.items() if name not in inner) == targets["least"]
    assert min(targets[name] for name in ("button", "primary", "attack", "link", "fold")) >= 44
