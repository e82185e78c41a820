"""The days of a year as a grid of months: where each stands, and what its square shows. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diary.charts.drawing import Box
from diary.charts.style import Style
from diary.logic.weeks import WEEK

MONTHS, ROWS = 12, 6
COLUMNS = (6, 4, 3, 2, 1)
LEAST, LEAST_SCALED, MOST = 24.0, 1.25, 2.4
"""The side of a day: at least so many pixels and sizes of the text, at most so many sizes."""
BETWEEN = 1.5
"""From one month to the next, in sizes of the text."""
NAME, WEEKDAYS = 1.7, 1.3
"""The height of a month's name, and of its weekdays."""


@dataclass(frozen=True, slots=True)
class YearGrid:
    """Twelve months in columns. `first_weekday` is 0 for Monday; lengths are pixels."""

    year: int
    first_weekday: int
    columns: int
    cell: float
    em: float
    left: float
    top: float
    step: float

    @property
    def month_height(self) -> float:
        """One month with its name, its weekdays and six weeks."""
        return (NAME + WEEKDAYS) * self.em + ROWS * self.cell

    @property
    def bottom(self) -> float:
        """Where the last month ends."""
        rows = MONTHS // self.columns
        return self.top + rows * (self.month_height + BETWEEN * self.em) - BETWEEN * self.em

    def corner(self, month: int) -> tuple[float, float]:
        """The upper left corner of a month (1 to 12)."""
        row, column = divmod(month - 1, self.columns)
        y = self.top + row * (self.month_height + BETWEEN * self.em)
        return self.left + column * self.step, y

    def box(self, day: date) -> Box:
        """The square of a day."""
        x, y = self.corner(day.month)
        before = (day.replace(day=1).weekday() - self.first_weekday) % WEEK
        week, column = divmod(before + day.day - 1, WEEK)
        left = x + column * self.cell
        top = y + (NAME + WEEKDAYS) * self.em + week * self.cell
        return Box(left, top, left + self.cell, top + self.cell)

    def days(self) -> Iterator[date]:
        """All days of the year."""
        for month in range(1, MONTHS + 1):
            for number in range(1, monthrange(self.year, month)[1] + 1):
                yield date(self.year, month, number)


def year_grid(year: int, first_weekday: int, style: Style) -> YearGrid:
    """As many months beside each other as fit with days of the least size or more."""
    left, width = style.padding, style.width_px - 2 * style.padding
    between = BETWEEN * style.em
    least = max(LEAST, LEAST_SCALED * style.em)

    def side(columns: int) -> float:
        return (width - (columns - 1) * between) / (columns * WEEK)

    columns = next((n for n in COLUMNS if side(n) >= least), 1)
    cell = min(side(columns), MOST * style.em)
    spare = width - columns * WEEK * cell
    step = WEEK * cell + (spare / (columns - 1) if columns > 1 else 0)
    return YearGrid(year, first_weekday, columns, cell, style.em, left, style.padding, step)
