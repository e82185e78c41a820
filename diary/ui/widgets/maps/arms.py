"""Both arms as one sees one’s own, stretched out with the backs of the hands up."""

from __future__ import annotations

from diary.field import Choice
from diary.i18n import N_
from diary.ui.widgets.maps import hands
from diary.ui.widgets.maps.drawing import (
    Area,
    Caption,
    Drawing,
    Figure,
    Point,
    Points,
    mirrored,
    mirrored_figure,
)

REGIONS = (
    Choice("right_fingers", N_("Right fingers")),
    Choice("right_hand", N_("Right hand")),
    Choice("right_forearm", N_("Right forearm")),
    Choice("right_upper_arm", N_("Right upper arm")),
    Choice("left_fingers", N_("Left fingers")),
    Choice("left_hand", N_("Left hand")),
    Choice("left_forearm", N_("Left forearm")),
    Choice("left_upper_arm", N_("Left upper arm")),
)
WIDE, HIGH = 372.0, 424.0
SCALE, RIGHT = 0.62, 226.0
INNER: Points = (
    (273, 424),
    (273, 424),
    (274, 396),
    (277, 352),
    (279, 318),
    (274, 286),
    (268, 248),
    (268, 208),
    (271, 176),
)
OUTER: Points = (
    (310, 176),
    (315, 206),
    (324, 244),
    (330, 284),
    (332, 316),
    (338, 350),
    (342, 392),
    (344, 424),
    (344, 424),
)
ELBOW: tuple[Points, ...] = (
    ((294, 325), (304, 330), (314, 325)),
    ((298, 307), (304, 304), (310, 307)),
)


def _placed(points: Points) -> Points:
    return tuple((round(x * SCALE + RIGHT, 1), round(y * SCALE, 1)) for x, y in points)


def _arm() -> Figure:
    hand = hands.hand()
    fingers = hand.outline[len(hands.WRIST_LEFT) - 2 : 2 - len(hands.WRIST_RIGHT)]
    details = tuple(_placed(line) for line in hand.details)
    return Figure((*INNER, *_placed(fingers), *OUTER), (*details, *ELBOW))


def _knuckle_line() -> Points:
    """Along the bases of the fingers, from the thumb to the little finger."""
    thumb, *others = hands.DIGITS
    line = [thumb.at(0, -0.6), thumb.at(0, 0.55), (59, 150)]
    for digit in others:
        line += [digit.at(0, -0.5), digit.at(0, 0.5)]
    return _placed((*line, others[-1].at(0, 0.8)))


FENCES: tuple[tuple[str, Points, Point], ...] = (
    (
        "fingers",
        (*_knuckle_line(), (372, 60), (372, -10), (200, -10), (200, 116)),
        _placed((hands.DIGITS[2].at(0.3, 0),))[0],
    ),
    ("hand", ((240, 178), *_knuckle_line(), (350, 100), (350, 178)), (288, 126)),
    ("forearm", ((240, 178), (350, 178), (360, 310), (260, 318)), (302, 244)),
    ("upper_arm", ((260, 318), (360, 310), (372, 430), (250, 430)), (315, 372)),
)


def _areas() -> tuple[Area, ...]:
    right = tuple(Area(f"right_{key}", 1, fence, spot) for key, fence, spot in FENCES)
    left = tuple(
        Area(f"left_{key}", 0, mirrored(fence, WIDE / 2), mirrored((spot,), WIDE / 2)[0])
        for key, fence, spot in FENCES
    )
    return right + left


ARMS = Drawing(
    name=N_("Drawing of both arms"),
    hint=N_("Your arms as you see them yourself: backs of the hands up, right on the right."),
    width=WIDE,
    height=HIGH,
    regions=REGIONS,
    figures=(mirrored_figure(_arm(), WIDE / 2), _arm()),
    areas=_areas(),
    captions=(Caption(N_("Left"), 70), Caption(N_("Right"), WIDE - 70)),
)
