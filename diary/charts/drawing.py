"""A finished chart: its figure, its words, and the places in it that can be read. No matplotlib.

Every chart of Trends is a `Job`: it takes a style and gives a `Drawing`. The window draws it to
pixels; the same job, with the style of a file, is saved as PNG or SVG.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.charts.style import Style


class Box(NamedTuple):
    """A rectangle in logical pixels, from the top left corner of the chart."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, half: float) -> Box:
        """A square around a place."""
        return cls(x - half, y - half, x + half, y + half)

    def distance(self, x: float, y: float) -> float:
        """How far a place lies outside of it; 0 inside."""
        across = max(self.left - x, 0, x - self.right)
        along = max(self.top - y, 0, y - self.bottom)
        return hypot(across, along)

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Point:
    """A place that can be read: a dot, a bar, the square of a day; `day` is what Enter opens."""

    box: Box
    words: str
    day: date | None = None


class Points:
    """The points of a chart in reading order."""

    def __init__(self, points: Sequence[Point] = ()) -> None:
        self._points = points

    def __len__(self) -> int:
        return len(self._points)

    def __getitem__(self, number: int) -> Point:
        return self._points[number]

    def boxes(self, number: int) -> Sequence[Box]:
        """What the cursor is drawn around."""
        return (self[number].box,)

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """The number of the point at a place, or at most `reach` pixels from it."""
        if not len(self):
            return None
        distance, number = min((self[n].box.distance(x, y), n) for n in range(len(self)))
        return number if distance <= reach else None

    def of_day(self, day: date) -> int | None:
        """The number of the first point of a day."""
        return next((n for n in range(len(self)) if self[n].day == day), None)

    def beside(self, number: int, *, up: bool) -> int:
        """The number of the nearest point above or below; the same where there is none."""
        way = -1 if up else 1
        x, y = self[number].box.middle
        places = ((n, *self[n].box.middle) for n in range(len(self)))
        ahead = [(way * (b - y) + 3 * abs(a - x), n) for n, a, b in places if way * (b - y) > 1]
        return min(ahead)[1] if ahead else number


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart that is drawn.

    `title` names it, `period` are its days in words, `key` says what its marks mean (it stands
    under the chart), `description` says what it shows, a line each, for those who do not see it.
    """

    figure: Figure
    title: str
    period: str
    key: str
    description: str
    points: Points = field(default_factory=Points)


Job = Callable[["Style"], Drawing]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as pixels: `width` and `height` are device pixels, `ratio` of them to a logical one.

    `rgba` has four bytes a pixel, row by row from the top. The rest is as in `Drawing`.
    """

    width: int
    height: int
    ratio: float
    rgba: bytes
    title: str
    period: str
    key: str
    description: str
    points: Points
