"""Draws a group of fields to pixels, with its geometry and its words. Loads matplotlib.

Call it from one worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.backends.backend_agg import FigureCanvasAgg

from db.records import Attack, Reading
from diary.charts.describe import told
from diary.charts.figures import draw, gather
from diary.charts.geometry import Plot
from diary.charts.style import Style
from diary.field import Field, Group


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart. `width` and `height` are device pixels, `plot` is in logical ones.

    `rgba` has four bytes a pixel, row by row from the top; `description` one line a field.
    """

    width: int
    height: int
    ratio: float
    rgba: bytes
    plot: Plot
    description: str


def render(  # noqa: PLR0913, PLR0917 - a chart is of all these
    group: Group,
    fields: Sequence[Field],
    readings: Sequence[Reading],
    attacks: Iterable[Attack],
    first: date,
    last: date,
    style: Style,
) -> Picture:
    """Draw the fields of a group from `first` to `last`.

    Give the readings of six more days before `first`, so that the 7-day median is whole from
    the first day on.
    """
    data = gather(fields, readings, attacks, first, last)
    figure, plot = draw(group, data, style)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height(physical=True)
    lines = [told(field, data.shown[field.key], first, last) for field in fields]
    return Picture(
        width=width,
        height=height,
        ratio=style.ratio,
        rgba=bytes(canvas.buffer_rgba()),  # type: ignore[no-untyped-call]
        plot=plot,
        description="\n".join(lines),
    )
