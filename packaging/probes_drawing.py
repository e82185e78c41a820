"""The measurements of what is drawn: Trends and the summary. Run by probes.py.

Loading the libraries is no part of the figures, neither of the floors' nor of the program's.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as clock_time
from pathlib import Path

import typst
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from db.folder import open_diary
from db.store import Store
from diary.charts.days import GroupChart
from diary.charts.pixels import picture
from diary.charts.series import load
from diary.charts.style import Style
from diary.collector import no_collector
from diary.field import Catalogue
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, make
from diary.summary.collect import collect
from diary.summary.typeset import fonts

Figures = dict[str, float]

POINTS = 500
WIDTH, ROW_HEIGHT, DPI = 800, 60, 96
DAYS = 90


def trends_floor(_home: Path) -> Figures:
    """A figure a group, an axes a field, with 500 points each, drawn by Agg."""

    def draw() -> None:
        for group in CATALOGUE.groups():
            rows = len(CATALOGUE.in_group(group))
            figure = Figure(figsize=(WIDTH / DPI, rows * ROW_HEIGHT / DPI), dpi=DPI)
            for axes in figure.subplots(rows, squeeze=False).flat:
                axes.plot(range(POINTS), [number % 11 for number in range(POINTS)])
            FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]

    return {"figure": _seconds(draw)}


def trends(home: Path) -> Figures:
    """The charts of all groups over the whole diary, with reading it."""
    store = open_diary(home / "diary")
    span = store.span()
    assert span is not None  # noqa: S101 - the prepared diary is not empty

    def draw() -> None:
        with no_collector():
            series = load(store, *span)
        for group in CATALOGUE.groups():
            chart = GroupChart(group, CATALOGUE.in_group(group), series)
            picture(chart, Style(width_px=WIDTH))

    return {"figure": _seconds(draw)}


def summary_floor(home: Path) -> Figures:
    """As many empty charts as the summary has, as SVG by matplotlib; a page by Typst; warm."""
    content = collect(*_asked(home, DAYS))
    charts = sum(len(group[-1]) for part in content.charts for group in part.groups)

    def write() -> None:
        for _chart in range(charts):
            figure = Figure()
            figure.subplots()
            FigureCanvasSVG(figure).print_svg(io.BytesIO())  # type: ignore[no-untyped-call]
        typst.compile(b"One page.", font_paths=fonts())

    write()
    return {"figure": _seconds(write), "charts": charts}


def summary(home: Path) -> Figures:
    """The summary of 90 days; warm: the second one, of a slightly different period."""
    make(*_asked(home, DAYS - 1))
    asked = _asked(home, DAYS)
    return {"figure": _seconds(lambda: make(*asked))}


def _asked(home: Path, days: int) -> tuple[Store, Catalogue, Period, Options]:
    """The summary of so many days, with nothing but the usual options."""
    store = open_diary(home / "diary")
    span = store.span()
    assert span is not None  # noqa: S101 - the prepared diary is not empty
    options = Options(made=datetime.combine(span[1], clock_time(12), UTC))
    return store, CATALOGUE, Period.ending(span[1], days), options


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
