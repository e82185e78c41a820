"""What must be told apart in a chart stays apart for every eye, and in black and white."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from diary.charts.marks import SHAPES
from diary.charts.style import Style
from diary.field import Group
from diary.palette import Look, contrast

Matrix = NDArray[np.float64]
SEEN: dict[str, Matrix] = {
    # Machado, Oliveira and Fernandes 2009, doi 10.1109/TVCG.2009.113, severity 1.0, linear RGB.
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
    "grey": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
LINE_ON_DOTS = 1.8
"""The least contrast of the median and the dots and bars that it runs over."""
MARKS_ON_CARD = 2.6
"""3.2 for the usual eye; a colour may lose a little to another one."""


def seen(colour: str, eye: str) -> str:
    """A colour as another eye, or a grey print, has it."""
    share = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    other = np.clip(SEEN[eye] @ linear, 0, 1)
    back = np.where(other <= 0.0031308, other * 12.92, 1.055 * other ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * each):02X}" for each in back)


def test_the_simulation_is_right_where_the_answer_is_known() -> None:
    assert all(seen("#FFFFFF", eye) == "#FFFFFF" for eye in SEEN)
    assert seen("#FF0000", "grey") == "#7F7F7F"
    red, green = (seen(colour, "deuteranopia") for colour in ("#C00000", "#007000"))
    assert contrast(red, green) < contrast("#C00000", "#007000") * 1.6


@pytest.mark.parametrize(("look", "group", "eye"), [*product(Look, Group, SEEN)])
def test_line_dots_and_paper_stay_apart(look: Look, group: Group, eye: str) -> None:
    style = Style(look)
    card = seen(style.colours["card"], eye)
    full = seen(style.colours[group.value], eye)
    soft = seen(style.soft(group.value), eye)
    assert contrast(soft, card) >= MARKS_ON_CARD
    assert contrast(full, card) >= 6
    if look is not Look.CONTRAST:
        assert contrast(full, soft) >= LINE_ON_DOTS


@pytest.mark.parametrize(("look", "eye"), [*product(Look, SEEN)])
def test_words_and_marked_lines_are_seen(look: Look, eye: str) -> None:
    colours = Style(look).colours
    card = seen(colours["card"], eye)
    assert contrast(seen(colours["ink2"], eye), card) >= 7
    assert contrast(seen(colours["line"], eye), card) >= 3


def test_answers_differ_by_shape_and_not_by_colour() -> None:
    assert len(set(SHAPES)) == len(SHAPES) == 5
