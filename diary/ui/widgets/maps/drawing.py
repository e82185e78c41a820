"""What a drawn map is made of, in units of its own. No Qt here.

A **figure** is an outline, a closed smooth curve through points; a point given twice is a corner.
An **area** is the part of a figure inside a fence; it belongs to a region. A region can have
several areas, one a view: a thigh is seen from the front and from the back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diary.field import Choice
from diary.i18n import Message

Point = tuple[float, float]
Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One outline, and fine lines inside it that are only to be seen: nails, folds, a face."""

    outline: Points
    details: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """Where a region is seen: in which figure, inside which fence, and where its mark stands."""

    region: str
    figure: int
    fence: Points
    spot: Point


@dataclass(frozen=True, slots=True)
class Caption:
    """Words above the drawing, centred on `x`; `row` 0 is the upper line."""

    words: Message
    x: float
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole map. `hint` says how it is meant, above all which side is the right one."""

    name: Message
    hint: Message
    width: float
    height: float
    regions: tuple[Choice, ...]
    figures: tuple[Figure, ...]
    areas: tuple[Area, ...]
    captions: tuple[Caption, ...] = ()

    def label(self, key: str) -> str:
        """The words of a region."""
        return next(str(choice.label) for choice in self.regions if choice.key == key)


def mirrored(points: Iterable[Point], axis: float) -> Points:
    """The points on the other side of an upright line, in the opposite order."""
    return tuple((2 * axis - x, y) for x, y in reversed(tuple(points)))


def moved(points: Iterable[Point], by: float) -> Points:
    """The points, further to the right."""
    return tuple((x + by, y) for x, y in points)


def mirrored_figure(figure: Figure, axis: float) -> Figure:
    """A figure seen in an upright mirror."""
    details = tuple(mirrored(line, axis) for line in figure.details)
    return Figure(mirrored(figure.outline, axis), details)
