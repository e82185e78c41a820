"""The drawing of both hands as a picture: each finger shaded by a share, with its number.

The shapes are those of the map on which attacks are recorded; the window hands them over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, Protocol

from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from diary.charts.drawing import Box
from diary.charts.paper import POINT, Paper
from diary.charts.style import Style
from diary.i18n import Message, format_number
from diary.palette import Look

Spot = tuple[float, float]
Line = tuple[Spot, ...]
SHADES = (0.1, 0.24, 0.4, 0.6, 0.85)
"""How much of the group's colour, from the least to the most."""
DISC = 0.95
"""Half the width of the disc with a number, in sizes of the text."""
CAPTION = 1.9


class Figure(Protocol):
    """An outline, and fine lines in it."""

    @property
    def outline(self) -> Line: ...  # noqa: D102
    @property
    def details(self) -> tuple[Line, ...]: ...  # noqa: D102


class Area(Protocol):
    """The part of a figure inside a fence, and where its number stands."""

    @property
    def region(self) -> str: ...  # noqa: D102
    @property
    def figure(self) -> int: ...  # noqa: D102
    @property
    def fence(self) -> Line: ...  # noqa: D102
    @property
    def spot(self) -> Spot: ...  # noqa: D102


class Caption(Protocol):
    """Words over the drawing, centred on `x`."""

    @property
    def words(self) -> Message: ...  # noqa: D102
    @property
    def x(self) -> float: ...  # noqa: D102


class Shapes(Protocol):
    """A drawn map, in units of its own."""

    @property
    def width(self) -> float: ...  # noqa: D102
    @property
    def height(self) -> float: ...  # noqa: D102
    @property
    def figures(self) -> Sequence[Figure]: ...  # noqa: D102
    @property
    def areas(self) -> Sequence[Area]: ...  # noqa: D102
    @property
    def captions(self) -> Sequence[Caption]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Room:
    """Where the drawing stands on the paper: its upper left corner, and its scale."""

    left: float
    top: float
    scale: float

    def spot(self, place: Spot) -> Spot:
        """A place of the drawing, in pixels."""
        return self.left + place[0] * self.scale, self.top + place[1] * self.scale


def hands_room(shapes: Shapes, style: Style, left: float, top: float, width: float) -> Room:
    """The drawing in the middle of a width, captions above it."""
    scale = min(width / shapes.width, 26 * style.em / shapes.width)
    spare = (width - scale * shapes.width) / 2
    return Room(left + spare, top + CAPTION * style.em, scale)


def draw_hands(
    paper: Paper, shapes: Shapes, room: Room, counts: Mapping[str, int], group: str
) -> dict[str, Box]:
    """The hands with the counts of their fingers; where the number of each finger stands."""
    where = Affine2D.from_values(room.scale, 0, 0, room.scale, room.left, room.top) + paper.page
    outlines = [_curve(figure.outline, closed=True) for figure in shapes.figures]
    colours = paper.style.colours
    for outline in outlines:
        _patch(paper, outline, where, facecolor=colours["paper"], zorder=1)
    _draw_shades(paper, shapes, where, outlines, counts, group)
    for figure, outline in zip(shapes.figures, outlines, strict=True):
        for line in figure.details:
            _patch(paper, _curve(line, closed=False), where, edgecolor=colours["line"], zorder=3)
        _patch(paper, outline, where, edgecolor=colours["ink2"], linewidth=1.6 * POINT, zorder=4)
    for caption in shapes.captions:
        x, y = room.spot((caption.x, 0))
        paper.text(x, y - 0.8 * paper.style.em, str(caption.words), ha="center", role="ink")
    return {area.region: _number(paper, room, area, counts.get(area.region, 0))
            for area in shapes.areas}  # fmt: skip


def _draw_shades(  # noqa: PLR0913, PLR0917 - a shade is a place, a shape and a share
    paper: Paper,
    shapes: Shapes,
    where: Transform,
    outlines: Sequence[Path],
    counts: Mapping[str, int],
    group: str,
) -> None:
    most = max((counts.get(area.region, 0) for area in shapes.areas), default=0)
    for area in shapes.areas:
        count = counts.get(area.region, 0)
        fence = Path([*area.fence, area.fence[0]], closed=True)
        edge = _patch(paper, fence, where, edgecolor="none", zorder=2)
        look = {"facecolor": _shade(paper.style, group, count / most)} if count else {}
        shade = _patch(paper, outlines[area.figure], where, zorder=2, **look)
        shade.set_clip_path(edge)


def _shade(style: Style, group: str, share: float) -> str:
    """One of a few shades; in high contrast the numbers alone tell the fingers apart."""
    if style.look is Look.CONTRAST:
        return style.colours["card"]
    return style.mixed(group, SHADES[min(int(share * len(SHADES)), len(SHADES) - 1)])


def _patch(paper: Paper, path: Path, where: Transform, **look: Any) -> PathPatch:
    known: dict[str, Any] = {"facecolor": "none", "edgecolor": "none", "linewidth": POINT}
    patch = PathPatch(path, transform=where, **(known | look))
    paper.figure.add_artist(patch)
    return patch


def _number(paper: Paper, room: Room, area: Area, count: int) -> Box:
    """The number of a finger in a disc that is legible on any shade."""
    style = paper.style
    x, y = room.spot(area.spot)
    half = max(DISC, 0.42 * len(format_number(count))) * style.em
    disc = Circle(
        (x, y),
        half,
        transform=paper.page,
        facecolor=style.colours["card"],
        edgecolor=style.colours["line"],
        linewidth=POINT,
        zorder=5,
    )
    paper.figure.add_artist(disc)
    paper.text(x, y, format_number(count), ha="center", va="center", role="ink", zorder=6)
    return Box.around(x, y, half)


def _curve(points: Line, *, closed: bool) -> Path:
    """A smooth curve through points; a point given twice is a corner."""
    vertices, codes = [points[0]], [Path.MOVETO]
    for place in range(len(points) if closed else len(points) - 1):
        before, here, there, after = (_at(points, place + n, closed=closed) for n in (-1, 0, 1, 2))
        reach = hypot(there[0] - here[0], there[1] - here[1]) / 3
        vertices += [_towards(here, before, there, reach), _towards(there, after, here, reach)]
        vertices.append(there)
        codes += [Path.CURVE4] * 3
    return Path(vertices, codes)


def _at(points: Line, place: int, *, closed: bool) -> Spot:
    last = len(points) - 1
    return points[place % len(points) if closed else min(max(place, 0), last)]


def _towards(here: Spot, back: Spot, ahead: Spot, reach: float) -> Spot:
    """From `here` in the direction of the curve, which runs along its two neighbours."""
    x, y = ahead[0] - back[0], ahead[1] - back[1]
    scale = reach / (hypot(x, y) or 1)
    return here[0] + x * scale, here[1] + y * scale
