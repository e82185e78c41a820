"""The dates under a chart, drawn with matplotlib."""

from __future__ import annotations

from diary.charts.geometry import Plot
from diary.charts.paper import Paper
from diary.charts.ticks import day_ticks

WIDEST_DATE = 4.6
"""The room of a date on the axis, in sizes of the text."""


def draw_dates(paper: Paper, plot: Plot, bottom: float) -> None:
    """The dates under `bottom`, each year said once."""
    style = paper.style
    top = bottom + 0.5 * style.em
    fits = max(1, int((plot.right - plot.left) / (WIDEST_DATE * style.em)))
    ticks = day_ticks(plot.first, plot.last, fits, style.week_begins)
    places = [plot.left + (tick.place + 0.5) * plot.day_width for tick in ticks]
    paper.rules([(x, top, x, top + 0.3 * style.em) for x in places], "line")
    for tick, x in zip(ticks, places, strict=True):
        paper.text(x, top + 1.35 * style.em, tick.word, ha="center")
        if tick.year:
            paper.text(x, top + 2.5 * style.em, tick.year, ha="center")
