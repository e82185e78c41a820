"""A paper that is drawn on becomes a drawing, with its points."""

from __future__ import annotations

from collections.abc import Sequence

from diary.charts.drawing import Drawing, Point, Points
from diary.charts.paper import Frame, Paper


def finish(
    paper: Paper, frame: Frame, description: str, points: Sequence[Point] | Points = ()
) -> Drawing:
    """The drawing; `points` in reading order."""
    return Drawing(
        figure=paper.figure,
        title=frame.title,
        period=frame.period,
        key=frame.key,
        description=description,
        points=points if isinstance(points, Points) else Points(points),
    )
