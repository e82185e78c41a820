"""Which region lies next in a direction."""

from __future__ import annotations

from diary.ui.widgets.maps.drawing import Drawing, Point

SIDEWAYS = 2.0
"""How much more a step to the side costs than one ahead."""


def nearest(drawing: Drawing, here: int, way: Point) -> int:
    """The place of the nearest area in the direction `way` from the area at `here`."""
    costs = {
        place: cost
        for place in range(len(drawing.areas))
        if (cost := _cost(drawing.areas[here].spot, drawing.areas[place].spot, way)) is not None
    }
    return min(costs, key=costs.__getitem__, default=here)


def _cost(start: Point, end: Point, way: Point) -> float | None:
    """How far it is from one spot to another; None where it lies in another direction."""
    x, y = end[0] - start[0], end[1] - start[1]
    ahead, aside = x * way[0] + y * way[1], abs(x * way[1]) + abs(y * way[0])
    return ahead + SIDEWAYS * aside if ahead > aside / SIDEWAYS else None
