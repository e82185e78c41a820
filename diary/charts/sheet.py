"""The paper of one chart: matplotlib artists placed in the pixels and days of its plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from diary.charts.geometry import Plot, Row
from diary.charts.style import DPI, POINTS_PER_INCH, Style
from diary.charts.ticks import Span
from diary.field import Group
from diary.palette import Look

FAMILIES = ("Noto Sans", "DejaVu Sans")
TITLE = 1.25
WEIGHTS = {
    "normal": frozenset[str | int]({400, "normal", "regular"}),
    "bold": frozenset[str | int]({700, "bold"}),
}
POINT = POINTS_PER_INCH / DPI
"""The points of one logical pixel."""


@cache
def _families(wanted: str, weights: frozenset[str | int]) -> tuple[str, ...]:
    """The families that are there in one of these weights; the last comes with matplotlib."""
    there = {entry.name for entry in fontManager.ttflist if entry.weight in weights}
    return tuple(family for family in (wanted, *FAMILIES) if family in there)


class Sheet:
    """A figure to draw on. Rows are drawn in (day, value), words in logical pixels."""

    def __init__(self, plot: Plot, style: Style, group: Group) -> None:
        self.plot = plot
        self.style = style
        self.full = style.colours[group.value]
        self.soft = style.soft(group.value)
        self.figure = Figure(
            figsize=(plot.width / DPI, plot.height / DPI),
            dpi=DPI * style.ratio,
            facecolor=style.colours["card"],
        )
        page = Affine2D.from_values(1 / DPI, 0, 0, -1 / DPI, 0, plot.height / DPI)
        self._page = page + self.figure.dpi_scale_trans
        self._fonts = {
            "title": self._font(style.points * TITLE, "bold"),
            "name": self._font(style.points, "bold"),
            "small": self._font(style.small_points, "normal"),
        }

    def _font(self, points: float, weight: str) -> FontProperties:
        families = _families(self.style.family, WEIGHTS[weight])
        return FontProperties(family=list(families), size=points, weight=weight)

    def days(self, row: Row, span: Span) -> Transform:
        """The way from (day of the range, value of the span) to the figure."""
        width = self.plot.day_width
        scale = (row.bottom - row.top) / span.height
        left, foot = row.left + width / 2, row.bottom + span.low * scale
        return Affine2D.from_values(width, 0, 0, -scale, left, foot) + self._page

    def text(self, x: float, y: float, words: str, *, size: str = "small", **more: Any) -> None:
        """Words whose baseline is at `y`, in a colour `role`."""
        role = more.pop("role", "ink2")
        text = Text(
            x,
            y,
            words,
            transform=self._page,
            color=self.style.colours[role],
            fontproperties=self._fonts[size],
            parse_math=False,
            **more,
        )
        self.figure.add_artist(text)

    def rules(self, lines: Iterable[tuple[float, float, float, float]], role: str) -> None:
        """Thin straight lines, each from (x, y) to (x, y) in pixels."""
        quiet = self.style.look is Look.CONTRAST and role == "hairline"
        pieces = [((x, y), (to_x, to_y)) for x, y, to_x, to_y in lines]
        collection = LineCollection(
            pieces,
            transform=self._page,
            colors=self.style.colours[role],
            linewidths=POINT,
            linestyles=[(0, (1, 4))] if quiet else "solid",
            zorder=1,
        )
        collection.set_snap(True)
        self.figure.add_artist(collection)

    def line(self, where: Transform, x: Sequence[float], y: Sequence[float]) -> None:
        """A line in the full colour; NaN breaks it."""
        self.figure.add_artist(
            Line2D(
                x,
                y,
                transform=where,
                color=self.full,
                linewidth=min(0.13 * self.style.em, 1.6 + self.plot.day_width / 2) * POINT,
                solid_capstyle="round",
                solid_joinstyle="round",
                zorder=4,
                gid="median",
            )
        )

    def marks(  # noqa: PLR0913 - a mark is its place, its size and its shape
        self,
        where: Transform,
        x: Sequence[float],
        y: Sequence[float],
        *,
        size: float,
        shape: str = "o",
        hollow: bool = False,
    ) -> None:
        """Marks in the soft colour, `size` pixels wide; hollow ones for late entries."""
        edge = min(max(1.4, size / 7), size / 3) if hollow else 0.0
        self.figure.add_artist(
            Line2D(
                x,
                y,
                transform=where,
                linestyle="none",
                marker=shape,
                markersize=(size - edge) * POINT,
                markerfacecolor=self.style.colours["card"] if hollow else self.soft,
                markeredgecolor=self.soft,
                markeredgewidth=edge * POINT,
                zorder=3,
                gid="late" if hollow else "readings",
            )
        )

    def bars(
        self, where: Transform, spans: Sequence[tuple[float, float, float]], width: float
    ) -> None:
        """Upright bars in the soft colour, each (x, low, high), `width` pixels wide."""
        self.figure.add_artist(
            LineCollection(
                [((x, low), (x, high)) for x, low, high in spans],
                transform=where,
                colors=self.soft,
                linewidths=width * POINT,
                capstyle="butt",
                zorder=2,
                gid="range",
            )
        )
