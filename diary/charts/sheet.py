"""The paper of one chart: matplotlib artists placed in the pixels and days of its plan."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, Transform

from diary.charts.geometry import Plot, Row
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.style import Style
from diary.charts.ticks import Span
from diary.field import Group


class Sheet(Paper):
    """A chart of rows: what is recorded is drawn in (day, value), words in logical pixels."""

    def __init__(self, plot: Plot, style: Style, group: Group, frame: Frame) -> None:
        super().__init__(plot.width, plot.height, style, frame)
        self.plot = plot
        self.full = style.colours[group.value]
        self.soft = style.soft(group.value)

    def days(self, row: Row, span: Span) -> Transform:
        """The way from (day of the range, value of the span) to the figure."""
        width = self.plot.day_width
        scale = (row.bottom - row.top) / span.height
        left, foot = row.left + width / 2, row.bottom + span.low * scale
        return Affine2D.from_values(width, 0, 0, -scale, left, foot) + self.page

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
        """Upright bars in the soft colour, each (x, low, high), `width` pixels wide.

        Not smoothed, so that no seam is seen between bars that touch.
        """
        self.figure.add_artist(
            LineCollection(
                [((x, low), (x, high)) for x, low, high in spans],
                transform=where,
                colors=self.soft,
                linewidths=width * POINT,
                capstyle="butt",
                antialiaseds=False,
                zorder=2,
                gid="range",
            )
        )
