"""Each kind of entry has words for how many there are, and cells for what it holds."""

from __future__ import annotations

import pytest

from diary.exchange.csv_cells import cell
from diary.exchange.shapes import IN_ZIP, Shape


@pytest.mark.parametrize("shape", IN_ZIP, ids=lambda shape: shape.name)
def test_one_and_several_are_counted_in_words(shape: Shape) -> None:
    assert shape.counted(1).startswith("1 ")
    assert shape.counted(2).startswith("2 ")
    assert shape.counted(1)[2:] != shape.counted(2)[2:]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "yes"),
        (False, "no"),
        (None, ""),
        (0, "0"),
        (-0.5, "-0.5"),
        (("a", "b"), "a b"),
        (("a b", "c"), '["a b", "c"]'),
    ],
)
def test_each_value_has_its_cell(value: object, written: str) -> None:
    assert cell(value) == written
