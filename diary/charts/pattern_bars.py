"""Bars that are counted, not dated: upright ones side by side, or lying ones in a list.

All colours of a chart are those of its group; each bar has its number beside it where there is
room for it, and in its words always.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.collections import PolyCollection

from diary.charts.drawing import Box, Point
from diary.charts.lettering import LETTER
from diary.charts.paper import Paper
from diary.charts.style import SMALL, Style
from diary.i18n import format_number

HIGH = 9.0
"""The height of the tallest upright bar, in sizes of the text."""
LEVEL_ROW, LEVEL_BAR = 1.95, 1.0
"""A row of lying bars, and the bar in it."""
FILLED = 0.74
"""How much of its place an upright bar takes."""
NAMES_AT_MOST = 0.5
"""How much of the width names may take; above, each stands over its bar."""
TOPS = (
    2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000,
    2000, 4000, 10_000, 20_000, 100_000,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its names (lines, the first is the main one), its value and how that is told.

    A bar without a value has too little to be drawn; its `sign` stands in its place.
    """

    names: tuple[str, ...]
    value: float | None
    sign: str
    words: str


def letters_wide(words: str, style: Style) -> float:
    """About how wide small words are, in pixels."""
    return len(words) * LETTER * SMALL * style.em


def fill(paper: Paper, boxes: Sequence[Box], colour: str) -> None:
    """Rectangles in one colour."""
    corners = [
        [(b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)] for b in boxes
    ]
    collection = PolyCollection(
        corners, transform=paper.page, facecolors=colour, edgecolors="none", zorder=2
    )
    collection.set_snap(True)
    paper.figure.add_artist(collection)


# Upright bars.


@dataclass(frozen=True, slots=True)
class Field:
    """The room of upright bars: the feet of the bars stand on `foot`, the tallest ends at `top`."""

    left: float
    right: float
    top: float
    foot: float
    highest: float
    signed: bool

    def box(self, place: int, of: int, value: float) -> Box:
        """The rectangle of one of so many bars."""
        pitch = (self.right - self.left) / of
        middle, half = self.left + (place + 0.5) * pitch, pitch * FILLED / 2
        height = (self.foot - self.top) * value / self.highest
        return Box(middle - half, self.foot - height, middle + half, self.foot)


def upright_height(style: Style, lines: int) -> float:
    """How high a chart of upright bars is, with so many lines of names below."""
    return round(2 * style.padding + (1.6 + HIGH + 0.7) * style.em + lines * style.line_height)


def upright_field(style: Style, bars: Sequence[Bar]) -> Field:
    """Where the bars stand: with their numbers over them where these fit, else with an axis."""
    values = [bar.value for bar in bars if bar.value is not None]
    right = style.width_px - style.padding - 0.3 * style.em
    widest = max(letters_wide(bar.sign, style) for bar in bars)
    signed = widest < (right - style.padding) / len(bars)
    top = style.padding + 1.6 * style.em
    highest = max(values, default=1) or 1
    if not signed:
        highest = next((each for each in TOPS if each >= highest), highest)
    left = style.padding + (0.3 if signed else 0.6 + 0.7 * len(format_number(highest))) * style.em
    return Field(left, right, top, top + HIGH * style.em, highest, signed)


def draw_upright(paper: Paper, bars: Sequence[Bar], group: str) -> list[Point]:
    """The bars on their line; what is under it is the chart's own. The points, from the left."""
    style, field = paper.style, upright_field(paper.style, bars)
    boxes = [field.box(n, len(bars), bar.value or 0) for n, bar in enumerate(bars)]
    fill(paper, [box for box in boxes if box.bottom > box.top], style.soft(group))
    paper.rules([(field.left, field.foot, field.right, field.foot)], "line")
    if field.signed:
        for bar, box in zip(bars, boxes, strict=True):
            if bar.sign:
                x = (box.left + box.right) / 2
                paper.text(x, box.top - 0.4 * style.em, bar.sign, ha="center", role="ink")
    else:
        _draw_axis(paper, field)
    whole = [Box(b.left, field.top, b.right, field.foot) for b in boxes]
    shown = [
        box if box.bottom > box.top + 2 else wide for box, wide in zip(boxes, whole, strict=True)
    ]
    return [Point(box, bar.words) for box, bar in zip(shown, bars, strict=True)]


def _draw_axis(paper: Paper, field: Field) -> None:
    for share in (0, 0.5, 1):
        y = field.foot - share * (field.foot - field.top)
        word = format_number(share * field.highest)
        paper.text(field.left - 0.4 * paper.style.em, y, word, ha="right", va="center")
        if share:
            paper.rules([(field.left, y, field.right, y)], "hairline")


# Lying bars.


@dataclass(frozen=True, slots=True)
class Section:
    """Some lying bars under a heading; empty for none."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The room of lying bars, and whether names stand before them or over them."""

    left: float
    right: float
    names: float
    beside: bool

    def row(self, style: Style) -> float:
        """The height of one bar with its name."""
        return (LEVEL_ROW if self.beside else LEVEL_ROW + 1.15) * style.em


def column(style: Style, sections: Iterable[Section], left: float, right: float) -> Column:
    """How the bars are laid out between two edges."""
    names = [bar.names[0] for section in sections for bar in section.bars]
    widest = max((letters_wide(name, style) for name in names), default=0) + 0.8 * style.em
    beside = widest <= NAMES_AT_MOST * (right - left)
    return Column(left, right, widest if beside else 0, beside)


def level_height(style: Style, sections: Sequence[Section], room: Column) -> float:
    """How high the lying bars are, headings included."""
    bars = sum(len(section.bars) for section in sections)
    headings = sum(bool(section.heading) for section in sections)
    gaps = max(0, len(sections) - 1) * 0.6 * style.em
    return bars * room.row(style) + headings * 1.9 * style.em + gaps


def draw_level(
    paper: Paper, sections: Sequence[Section], room: Column, top: float, group: str
) -> list[Point]:
    """The bars from `top` down, each with its number at its end. The points, from above."""
    style, points, y = paper.style, list[Point](), top
    values = [bar.value or 0 for section in sections for bar in section.bars]
    signs = [letters_wide(bar.sign, style) for section in sections for bar in section.bars]
    widest = room.right - room.left - room.names - max(signs, default=0) - 0.9 * style.em
    scale = widest / max([*values, 1])
    for number, section in enumerate(sections):
        y += 0.6 * style.em if number else 0
        if section.heading:
            paper.text(room.left, y + 1.1 * style.em, section.heading, size="name", role="ink")
            y += 1.9 * style.em
        for bar in section.bars:
            points.append(_draw_one(paper, bar, room, y, (bar.value or 0) * scale))
            y += room.row(style)
    fill(paper, [point.box for point in points], style.soft(group))
    return points


def _draw_one(paper: Paper, bar: Bar, room: Column, y: float, length: float) -> Point:
    em = paper.style.em
    left = room.left + room.names
    if room.beside:
        paper.text(room.left, y + em, bar.names[0], va="baseline")
        top = y + 0.15 * em
    else:
        paper.text(room.left, y + 0.95 * em, bar.names[0])
        top = y + 1.3 * em
    box = Box(left, top, left + max(length, 1), top + LEVEL_BAR * em)
    paper.text(box.right + 0.4 * em, top + 0.85 * em, bar.sign, role="ink")
    return Point(box, bar.words)
