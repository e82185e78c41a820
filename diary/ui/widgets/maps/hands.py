"""Both hands from their backs, as one sees one’s own: the right hand on the right."""

from __future__ import annotations

from diary.event_words import FINGERS
from diary.i18n import N_
from diary.ui.widgets.maps.digits import Digit
from diary.ui.widgets.maps.drawing import (
    Area,
    Caption,
    Drawing,
    Figure,
    mirrored,
    mirrored_figure,
    moved,
)

DIGITS = (
    Digit("thumb", (45, 172), -38, 84, 27, folds=(0.5,)),
    Digit("index", (69, 122), -10, 90, 26),
    Digit("middle", (98, 114), -2, 102, 26),
    Digit("ring", (127, 120), 6, 94, 25),
    Digit("little", (152, 136), 16, 74, 23),
)
WRIST_LEFT = ((72, 280), (72, 280), (68, 254), (52, 222), (36, 194))
WEB = ((57, 158), (55, 140))
BETWEEN = (((84, 123),), ((112, 122),), ((139, 131),))
WRIST_RIGHT = ((166, 156), (163, 196), (146, 238), (138, 280), (138, 280))
KNUCKLES = (
    ((66, 142), (71, 138), (77, 142)),
    ((93, 134), (99, 130), (105, 134)),
    ((119, 140), (125, 136), (131, 140)),
    ((142, 152), (147, 149), (152, 153)),
)
WIDE, HIGH = 420.0, 282.0
RIGHT = 222.0
"""How far to the right the right hand stands."""
MIRROR = WIDE / 2 - RIGHT / 2


def hand() -> Figure:
    """One right hand at the left edge; the arms end in it too."""
    thumb, index, middle, ring, little = (digit.outline() for digit in DIGITS)
    first, second, third = BETWEEN
    outline = (
        *WRIST_LEFT,
        *thumb[1:],
        *WEB,
        *index,
        *first,
        *middle,
        *second,
        *ring,
        *third,
        *little,
        *WRIST_RIGHT,
    )
    nails = tuple(digit.nail() for digit in DIGITS)
    folds = tuple(fold for digit in DIGITS for fold in digit.creases())
    return Figure(outline, (*nails, *folds, *KNUCKLES))


def _right() -> Figure:
    made = hand()
    return Figure(moved(made.outline, RIGHT), tuple(moved(line, RIGHT) for line in made.details))


def _area(digit: Digit, side: str) -> Area:
    key, fence, spot = f"{side}_{digit.key}", digit.fence(), (digit.at(0.3, 0),)
    if side == "left":
        return Area(key, 0, mirrored(fence, MIRROR), mirrored(spot, MIRROR)[0])
    return Area(key, 1, moved(fence, RIGHT), moved(spot, RIGHT)[0])


HANDS = Drawing(
    name=N_("Drawing of both hands"),
    hint=N_("Your hands as you see them yourself: backs up, right on the right."),
    width=WIDE,
    height=HIGH,
    regions=FINGERS,
    figures=(mirrored_figure(hand(), MIRROR), _right()),
    areas=tuple(_area(digit, "left") for digit in reversed(DIGITS))
    + tuple(_area(digit, "right") for digit in DIGITS),
    captions=(
        Caption(N_("Left hand"), WIDE / 2 - 105),
        Caption(N_("Right hand"), WIDE / 2 + 105),
    ),
)
