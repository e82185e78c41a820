"""Draws a group of fields to pixels, with its geometry and its words. Loads matplotlib.

Call it from one worker thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.backends.backend_agg import FigureCanvasAgg

from diary.charts.bins import bin_days
from diary.charts.describe import describe, key_words
from diary.charts.figures import draw
from diary.charts.geometry import Plot
from diary.charts.series import Series
from diary.charts.style import Style
from diary.field import Field, Group


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart. `width` and `height` are device pixels, `plot` is in logical ones.

    `rgba` has four bytes a pixel, row by row from the top; `description` one line a field; `key`
    says what its marks mean; `recorded` are the days on which anything of it is recorded.
    """

    width: int
    height: int
    ratio: float
    rgba: bytes
    plot: Plot
    description: str
    key: str
    recorded: list[date]


def render(group: Group, fields: Sequence[Field], series: Series, style: Style) -> Picture:
    """Draw the fields of a group."""
    figure, plot = draw(group, fields, series, style)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height(physical=True)
    return Picture(
        width=width,
        height=height,
        ratio=style.ratio,
        rgba=bytes(canvas.buffer_rgba()),  # type: ignore[no-untyped-call]
        plot=plot,
        description="\n".join(describe(field, series) for field in fields),
        key=key_words(bin_days(plot.days, plot.right - plot.left)),
        recorded=series.recorded(field.key for field in fields),
    )
