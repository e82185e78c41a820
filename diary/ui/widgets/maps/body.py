"""The whole body, from the front and from the back.

Each view is drawn as half an outline, the half on the viewer’s right, and mirrored. Seen from the
front, the patient’s right side is on the left; the captions say so.
"""

from __future__ import annotations

from diary.event_words import PATCH_REGIONS
from diary.i18n import N_
from diary.ui.widgets.maps.drawing import (
    Area,
    Caption,
    Drawing,
    Figure,
    Point,
    Points,
    mirrored,
    moved,
)

HALF: Points = (
    (0, 4),
    (17, 8),
    (26, 26),
    (25, 46),
    (16, 66),
    (13, 73),
    (14, 86),
    (30, 97),
    (53, 104),
    (66, 118),
    (71, 144),
    (76, 172),
    (83, 192),
    (92, 222),
    (99, 250),
    (107, 264),
    (111, 284),
    (110, 302),
    (104, 313),
    (97, 311),
    (93, 298),
    (91, 288),
    (87, 294),
    (81, 298),
    (77, 291),
    (78, 276),
    (81, 262),
    (84, 252),
    (74, 222),
    (62, 196),
    (54, 168),
    (47, 136),
    (46, 166),
    (43, 196),
    (45, 222),
    (51, 252),
    (53, 288),
    (49, 330),
    (42, 362),
    (44, 392),
    (40, 424),
    (30, 462),
    (32, 476),
    (42, 492),
    (34, 500),
    (16, 500),
    (11, 488),
    (12, 462),
    (13, 424),
    (13, 392),
    (14, 362),
    (10, 330),
    (4, 290),
    (0, 268),
)
SMILE: Points = ((-7, 55), (0, 57.5), (7, 55))
PALM: tuple[Points, ...] = (
    ((97, 294), (98, 302), (99, 310)),
    ((103, 292), (104, 302), (105, 311)),
    ((-97, 294), (-98, 302), (-99, 310)),
    ((-103, 292), (-104, 302), (-105, 311)),
)
FRONT: tuple[Points, ...] = (
    ((-14, 40), (-10, 38.5), (-6, 40)),
    ((6, 40), (10, 38.5), (14, 40)),
    ((0, 40), (-2.5, 48), (1, 49)),
    SMILE,
    ((6, 101), (20, 106), (38, 107)),
    ((-6, 101), (-20, 106), (-38, 107)),
    ((-2, 208), (0, 211), (2, 208)),
    ((20, 388), (28, 392), (36, 388)),
    ((-20, 388), (-28, 392), (-36, 388)),
    ((22, 491), (22, 498)),
    ((28, 491), (28, 499)),
    ((34, 491), (35, 498)),
    ((-22, 491), (-22, 498)),
    ((-28, 491), (-28, 499)),
    ((-34, 491), (-35, 498)),
)
BACK: tuple[Points, ...] = (
    ((0, 108), (0, 150), (0, 206)),
    ((14, 128), (24, 142), (22, 158)),
    ((-14, 128), (-24, 142), (-22, 158)),
    ((0, 236), (0, 252), (0, 268)),
    ((8, 272), (22, 274), (36, 268)),
    ((-8, 272), (-22, 274), (-36, 268)),
    ((20, 378), (28, 375), (36, 378)),
    ((-20, 378), (-28, 375), (-36, 378)),
)
MIDDLE: dict[str, tuple[Points, Point]] = {
    "scalp": (((-40, 0), (40, 0), (40, 33), (22, 29), (0, 27), (-22, 29), (-40, 33)), (0, 14)),
    "face": (
        ((-40, 33), (-22, 29), (0, 27), (22, 29), (40, 33), (40, 62), (0, 74), (-40, 62)),
        (0, 40),
    ),
    "neck_front": (
        ((-40, 62), (0, 74), (40, 62), (40, 84), (26, 94), (0, 104), (-26, 94), (-40, 84)),
        (0, 86),
    ),
    "chest": (
        ((-26, 94), (0, 104), (26, 94), (44, 128), (48, 137), (48, 164), (-48, 164), (-48, 137)),
        (0, 138),
    ),
    "belly": (
        (
            (-48, 164),
            (48, 164),
            (48, 212),
            (26, 218),
            (22, 256),
            (0, 272),
            (-22, 256),
            (-26, 218),
            (-48, 212),
        ),
        (0, 192),
    ),
}
MIDDLE_BACK: dict[str, tuple[Points, Point]] = {
    "scalp": (((-40, 0), (40, 0), (40, 58), (0, 66), (-40, 58)), (0, 32)),
    "neck_back": (
        ((-40, 58), (0, 66), (40, 58), (40, 84), (26, 94), (0, 104), (-26, 94), (-40, 84)),
        (0, 84),
    ),
    "upper_back": (
        ((-26, 94), (0, 104), (26, 94), (44, 128), (48, 137), (48, 170), (-48, 170), (-48, 137)),
        (0, 138),
    ),
    "lower_back": (
        ((-48, 170), (48, 170), (48, 214), (27, 222), (0, 228), (-27, 222), (-48, 214)),
        (0, 196),
    ),
    "buttocks": (((-27, 222), (0, 228), (27, 222), (28, 272), (0, 276), (-28, 272)), (0, 250)),
}
SIDES: dict[str, tuple[Points, Point]] = {
    "shoulder": (((26, 94), (44, 128), (47, 136), (80, 136), (80, 90)), (53, 118)),
    "upper_arm": (((47, 136), (80, 136), (92, 178), (50, 190)), (64, 160)),
    "forearm": (((50, 190), (92, 178), (110, 246), (74, 258)), (78, 222)),
    "hand": (((74, 258), (110, 246), (130, 280), (120, 320), (70, 300)), (96, 280)),
    "hip": (((48, 212), (26, 218), (22, 256), (60, 262), (60, 212)), (39, 240)),
    "thigh": (((22, 256), (60, 262), (60, 350), (0, 350), (0, 272)), (29, 308)),
    "knee": (((0, 350), (60, 350), (60, 390), (0, 390)), (28, 370)),
    "lower_leg": (((0, 390), (60, 390), (60, 462), (0, 462)), (27, 424)),
    "foot": (((0, 462), (60, 462), (60, 510), (0, 510)), (27, 484)),
}
BEHIND: dict[str, tuple[Points, Point]] = {
    "hip": (((48, 214), (27, 222), (28, 272), (60, 268), (60, 214)), (41, 244)),
    "thigh": (((28, 272), (60, 268), (60, 350), (0, 350), (0, 276)), (29, 308)),
}
WIDE, HIGH = 468.0, 504.0
CENTRES = (116.0, 352.0)
ASIDE = 78.0


def _figure(details: tuple[Points, ...], centre: float) -> Figure:
    other = tuple((-x, y) for x, y in reversed(HALF[1:-1]))
    return Figure(moved((*HALF, *other), centre), tuple(moved(line, centre) for line in details))


def _view(figure: int, middle: dict[str, tuple[Points, Point]], right: int) -> tuple[Area, ...]:
    """The areas of one view; `right` is -1 where the patient’s right is on the left."""
    sides = SIDES if figure == 0 else {**SIDES, **BEHIND}
    made = [_area(key, figure, fence, spot) for key, (fence, spot) in middle.items()]
    for key, (fence, spot) in sides.items():
        there, here = (mirrored(fence, 0), mirrored((spot,), 0)[0]), (fence, spot)
        pair = (there, here) if right < 0 else (here, there)
        made += [
            _area(f"{side}_{key}", figure, *given)
            for side, given in zip(("right", "left"), pair, strict=True)
        ]
    return tuple(made)


def _area(key: str, figure: int, fence: Points, spot: Point) -> Area:
    centre = CENTRES[figure]
    return Area(key, figure, moved(fence, centre), moved((spot,), centre)[0])


BODY = Drawing(
    name=N_("Drawing of the body"),
    hint=N_("The body from the front and from the back. Right and left are yours."),
    width=WIDE,
    height=HIGH,
    regions=PATCH_REGIONS,
    figures=(_figure(FRONT + PALM, CENTRES[0]), _figure(BACK + PALM, CENTRES[1])),
    areas=_view(0, MIDDLE, -1) + _view(1, MIDDLE_BACK, 1),
    captions=(
        Caption(N_("Front"), CENTRES[0]),
        Caption(N_("Back"), CENTRES[1]),
        Caption(N_("right"), CENTRES[0] - ASIDE, 1),
        Caption(N_("left"), CENTRES[0] + ASIDE, 1),
        Caption(N_("left"), CENTRES[1] - ASIDE, 1),
        Caption(N_("right"), CENTRES[1] + ASIDE, 1),
    ),
)
