"""Where each row and each day of a chart lies, so that the window can answer clicks.

The plan is made before anything is drawn, and the drawing follows it. Logical pixels, from the
top left corner; no matplotlib here.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diary.charts.style import Style
from diary.field import Field, Kind


@dataclass(frozen=True, slots=True)
class Row:
    """The rectangle in which one field's days are drawn; its name stands above, at `label_y`."""

    field: str
    left: float
    top: float
    right: float
    bottom: float
    label_y: float


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

    def row_at(self, y: float) -> Row | None:
        """The row at a height, its name included; None below the last row."""
        return next((row for row in self.rows if row.label_y <= y <= row.bottom), None)


def plan(
    fields: Sequence[Field], empty: Container[str], first: date, last: date, style: Style
) -> Plot:
    """Lay out a stack of rows. `empty` has the keys of the fields with nothing to draw."""
    left = style.padding + style.gutter
    right = style.width_px - style.padding - style.margin
    y: float = style.padding
    rows = []
    for field in fields:
        top = y + style.label_height
        bottom = top + _height(field, style, empty=field.key in empty)
        rows.append(Row(field.key, left, top, right, bottom, label_y=y))
        y = bottom + style.row_gap
    height = round(y - style.row_gap + style.axis_height + style.padding)
    return Plot(first, last, left, right, style.width_px, height, tuple(rows))


def _height(field: Field, style: Style, *, empty: bool) -> float:
    if empty:
        return style.nothing_height
    lanes = {Kind.CHOICE: len(field.choices), Kind.YES_NO: 2}.get(field.kind)
    return lanes * style.lane_height if lanes else style.row_height
