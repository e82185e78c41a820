"""The paper of a chart: words and thin lines at logical pixels from its top left corner.

A `framed` style is for a file: the paper grows by a margin, a title and the days above, and a key
below. What is drawn on it keeps its places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from diary.charts.lettering import LETTER, filled
from diary.charts.style import DPI, POINTS_PER_INCH, SMALL, Style
from diary.palette import Look

FAMILIES = ("Noto Sans", "DejaVu Sans")
TITLE = 1.25
WEIGHTS = {
    "normal": frozenset[str | int]({400, "normal", "regular"}),
    "bold": frozenset[str | int]({700, "bold"}),
}
POINT = POINTS_PER_INCH / DPI
"""The points of one logical pixel."""
FRAME = 1.8
"""The margin of a picture that stands alone, in sizes of the text."""


@cache
def _families(wanted: str, weights: frozenset[str | int]) -> tuple[str, ...]:
    """The families that are there in one of these weights; the last comes with matplotlib."""
    there = {entry.name for entry in fontManager.ttflist if entry.weight in weights}
    return tuple(family for family in (wanted, *FAMILIES) if family in there)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture that stands alone says around the chart."""

    title: str
    period: str
    key: str


class Paper:
    """A figure to draw on, `width` by `height` logical pixels, frame not included."""

    def __init__(self, width: float, height: float, style: Style, frame: Frame) -> None:
        self.style = style
        self.width, self.height = width, height
        self._fonts = {
            "title": self._font(style.points * TITLE, "bold"),
            "name": self._font(style.points, "bold"),
            "small": self._font(style.small_points, "normal"),
        }
        above, below = self._heads(frame), self._feet(frame)
        line, margin = style.line_height, FRAME * style.em if style.framed else 0.0
        head = margin + (len(above) + 0.9) * line if above else 0.0
        foot = margin + (len(below) + 0.4) * line if below else 0.0
        whole = width + 2 * margin, height + head + foot
        self.figure = Figure(
            figsize=(whole[0] / DPI, whole[1] / DPI),
            dpi=DPI * style.ratio,
            facecolor=style.colours["card"],
        )
        page = Affine2D.from_values(1 / DPI, 0, 0, -1 / DPI, margin / DPI, (whole[1] - head) / DPI)
        self.page = page + self.figure.dpi_scale_trans
        for n, (words, size) in enumerate(above):
            y = margin - head + (n + 0.9) * line
            self.text(0, y, words, size=size, role="ink" if size == "title" else "ink2")
        for n, words in enumerate(below):
            self.text(0, height + (n + 1.2) * line, words)

    def _heads(self, frame: Frame) -> list[tuple[str, str]]:
        return [(frame.title, "title"), (frame.period, "small")] if self.style.framed else []

    def _feet(self, frame: Frame) -> list[str]:
        letters = int(self.width / (LETTER * SMALL * self.style.em))
        return filled([frame.key], letters) if self.style.framed else []

    def _font(self, points: float, weight: str) -> FontProperties:
        families = _families(self.style.family, WEIGHTS[weight])
        return FontProperties(family=list(families), size=points, weight=weight)

    def text(self, x: float, y: float, words: str, *, size: str = "small", **more: Any) -> None:
        """Words whose baseline is at `y`, in a colour `role`; `size` is title, name or small."""
        role = more.pop("role", "ink2")
        text = Text(
            x,
            y,
            words,
            transform=self.page,
            color=self.style.colours[role],
            fontproperties=self._fonts[size],
            parse_math=False,
            **more,
        )
        self.figure.add_artist(text)

    def rules(self, lines: Iterable[tuple[float, float, float, float]], role: str) -> None:
        """Thin straight lines, each from (x, y) to (x, y) in pixels."""
        quiet = self.style.look is Look.CONTRAST and role == "hairline"
        pieces: Sequence[Any] = [((x, y), (to_x, to_y)) for x, y, to_x, to_y in lines]
        collection = LineCollection(
            pieces,
            transform=self.page,
            colors=self.style.colours[role],
            linewidths=POINT,
            linestyles=[(0, (1, 4))] if quiet else "solid",
            zorder=1,
        )
        collection.set_snap(True)
        self.figure.add_artist(collection)
