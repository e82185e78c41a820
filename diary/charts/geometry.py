"""Where each row and each day of a chart lies, so that the window can answer clicks.

The plan is made before anything is drawn, and the drawing follows it. Logical pixels, from the
top left corner; no matplotlib here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from diary.charts.lettering import Words, above_row
from diary.charts.series import Values
from diary.charts.style import Style
from diary.field import Field, Kind


@dataclass(frozen=True, slots=True)
class Row:
    """The rectangle in which one field's days are drawn; its words begin above, at `label_y`.

    A row of which nothing is recorded has no height.
    """

    field: str
    left: float
    top: float
    right: float
    bottom: float
    label_y: float
    words: Words


@dataclass(frozen=True, slots=True)
class Plot:
    """The rows of a chart over one date axis. Each day has an equal share of the width."""

    first: date
    last: date
    left: float
    right: float
    width: float
    height: float
    rows: tuple[Row, ...]

    @property
    def days(self) -> int:
        """How many days the axis has."""
        return (self.last - self.first).days + 1

    @property
    def day_width(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / self.days

    def x_of(self, day: date) -> float:
        """The middle of a day."""
        return self.left + ((day - self.first).days + 0.5) * self.day_width

    def date_at(self, x: float) -> date | None:
        """The day at a place; None left and right of the axis."""
        if not self.left <= x <= self.right:
            return None
        place = int((x - self.left) / self.day_width)
        return self.first + timedelta(days=min(place, self.days - 1))

    def with_room_below(self, height: float) -> Plot:
        """The same with room under the dates."""
        return replace(self, height=self.height + round(height))

    def row_of(self, key: str) -> Row | None:
        """The row of a field."""
        return next((row for row in self.rows if row.field == key), None)


def plan(  # noqa: PLR0913, PLR0917 - a plan follows from all these
    fields: Sequence[Field],
    figures: Mapping[str, Sequence[str]],
    shown: Mapping[str, Values],
    first: date,
    last: date,
    style: Style,
    above: float = 0,
) -> Plot:
    """Lay out a stack of rows.

    `figures` are the words that stand with each field's name; `shown` are the values to draw;
    `above` is the room for the line of flags.
    """
    left = style.padding + style.gutter
    right = style.width_px - style.padding - style.margin
    y = style.padding + above
    rows = []
    for field in fields:
        words = above_row(str(field.label), figures[field.key], style, right - style.padding)
        top = y + words.lines * style.line_height
        drawn = bool(shown.get(field.key))
        top += style.label_gap if drawn else 0
        bottom = top + (_height(field, style) if drawn else 0)
        rows.append(Row(field.key, left, top, right, bottom, y, words))
        y = bottom + style.row_gap
    height = round(y - style.row_gap + style.axis_height + style.padding)
    return Plot(first, last, left, right, style.width_px, height, tuple(rows))


def _height(field: Field, style: Style) -> float:
    several = len(field.choices)
    lanes = {Kind.CHOICE: several, Kind.SEVERAL: several, Kind.YES_NO: 2}.get(field.kind)
    return lanes * style.lane_height if lanes else style.row_height
