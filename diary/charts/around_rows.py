"""Where each field and each day around a change is drawn. No matplotlib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from diary.charts.around_words import side_words, verdict
from diary.charts.drawing import Box
from diary.charts.lettering import LETTER, Words, above_row, filled
from diary.charts.style import SMALL, Style
from diary.charts.ticks import Span, span_of
from diary.logic.around_change import AROUND, Sides, Window

HIGH, BETWEEN, FOOT = 3.6, 1.5, 3.0
"""The height of a row, the room below it, and that of the days below the last, in text sizes."""
BESIDE = 1.2
"""The room on each side of the line at day 0, in sizes of the text."""

Values = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its name at `top`, the words of both sides below, its days in `box`."""

    sides: Sides
    values: Values
    head: Words
    before: tuple[str, ...]
    after: tuple[str, ...]
    top: float
    box: Box
    span: Span

    def foot(self, style: Style) -> float:
        """Where the name and the verdict end, and the words of the sides begin."""
        return self.top + self.head.lines * style.line_height

    def y(self, value: float) -> float:
        """The place of a value."""
        return self.box.bottom - self.span.share(value) * (self.box.bottom - self.box.top)


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows over one axis of days, and how high they are together."""

    window: Window
    left: float
    right: float
    rows: tuple[Row, ...]
    height: int

    @property
    def day_width(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / (2 * AROUND)

    @property
    def middle(self) -> float:
        """The line at which day 0 begins."""
        return (self.left + self.right) / 2

    def x(self, day: date) -> float:
        """The middle of a day."""
        return self.middle + (self.window.place(day) + 0.5) * self.day_width


def plan(found: Sequence[tuple[Sides, Values]], window: Window, style: Style) -> Plan:
    """Lay out a row for each field with its values."""
    left = style.padding + style.gutter
    right = style.width_px - style.padding - style.margin
    half = (right - left) / 2 - 0.5 * BESIDE * style.em
    letters = int(half / (LETTER * SMALL * style.em))
    rows, y = [], style.padding
    for sides, values in found:
        field = sides.field
        before = tuple(filled(side_words(field, sides.before, window.before), letters))
        after = tuple(filled(side_words(field, sides.after, window.after), letters))
        head = above_row(str(field.label), _told(sides), style, right - style.padding)
        lines = head.lines + max(len(before), len(after))
        top = y + lines * style.line_height + style.label_gap
        box = Box(left, top, right, top + HIGH * style.em)
        span = span_of(field, min(values.values()), max(values.values()))
        rows.append(Row(sides, values, head, before, after, y, box, span))
        y = box.bottom + BETWEEN * style.em
    height = y - BETWEEN * style.em + FOOT * style.em + style.padding
    return Plan(window, left, right, tuple(rows), round(height))


def _told(sides: Sides) -> list[str]:
    return [words for words in (verdict(sides),) if words]
