"""Both feet from above, as one sees one’s own: the right foot on the right."""

from __future__ import annotations

from diary.event_words import TOES
from diary.i18n import N_
from diary.ui.widgets.maps.digits import TOE, Digit
from diary.ui.widgets.maps.drawing import (
    Area,
    Caption,
    Drawing,
    Figure,
    Points,
    mirrored,
    mirrored_figure,
    moved,
)

NAIL = (0.7, 0.94, 0.27)
DIGITS = (
    Digit("big_toe", (42, 88), -5, 70, 42, TOE, (), NAIL),
    Digit("second_toe", (78, 82), 0, 66, 28, TOE, (), NAIL),
    Digit("third_toe", (106, 88), 4, 57, 27, TOE, (), NAIL),
    Digit("fourth_toe", (132, 100), 9, 49, 27, TOE, (), NAIL),
    Digit("little_toe", (155, 118), 14, 41, 27, TOE, (), NAIL),
)
INNER = ((62, 290), (62, 290), (60, 258), (46, 214), (27, 160), (18, 122))
BETWEEN = (((63.5, 78),), ((92, 78),), ((118.5, 87),), ((143.5, 102),))
OUTER = ((170, 146), (168, 186), (155, 228), (139, 262), (136, 290), (136, 290))
ANKLE = (((78, 262), (84, 272), (82, 284)), ((122, 262), (116, 272), (118, 284)))
WIDE, HIGH = 420.0, 292.0
RIGHT = 222.0
"""How far to the right the right foot stands."""
MIRROR = WIDE / 2 - RIGHT / 2


def _foot() -> Figure:
    toes = [digit.outline() for digit in DIGITS]
    outline: Points = INNER
    for toe, gap in zip(toes, (*BETWEEN, ()), strict=True):
        outline = (*outline, *toe[1:-1], *gap)
    nails = tuple(digit.nail() for digit in DIGITS)
    return Figure((*outline, *OUTER), (*nails, *ANKLE))


def _right(foot: Figure) -> Figure:
    return Figure(moved(foot.outline, RIGHT), tuple(moved(line, RIGHT) for line in foot.details))


def _area(digit: Digit, side: str) -> Area:
    key, fence, spot = f"{side}_{digit.key}", digit.fence(), (digit.at(0.2, 0),)
    if side == "left":
        return Area(key, 0, mirrored(fence, MIRROR), mirrored(spot, MIRROR)[0])
    return Area(key, 1, moved(fence, RIGHT), moved(spot, RIGHT)[0])


FEET = Drawing(
    name=N_("Drawing of both feet"),
    hint=N_("Your feet as you see them yourself, from above: right on the right."),
    width=WIDE,
    height=HIGH,
    regions=TOES,
    figures=(mirrored_figure(_foot(), MIRROR), _right(_foot())),
    areas=tuple(_area(digit, "left") for digit in reversed(DIGITS))
    + tuple(_area(digit, "right") for digit in DIGITS),
    captions=(
        Caption(N_("Left foot"), WIDE / 2 - 105),
        Caption(N_("Right foot"), WIDE / 2 + 105),
    ),
)
