"""Where each day of a year stands in a grid of twelve months, for any width."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect

WEEK, WEEKS, MONTHS = 7, 6, 12
COLUMNS = (6, 4, 3, 2, 1)
BETWEEN = 16


@dataclass(frozen=True, slots=True)
class YearGrid:
    """The months of a year in columns, each with a title, a row of weekdays and six weeks.

    `cell` is the side of a day's square, `title` the height of a month's name, in pixels;
    `first_weekday` is 0 for Monday.
    """

    year: int
    first_weekday: int
    columns: int
    cell: int
    title: int
    mirrored: bool = False
    width: int = 0

    @property
    def height(self) -> int:
        """The height of the whole grid."""
        return MONTHS // self.columns * self.row_height - BETWEEN

    @property
    def month_width(self) -> int:
        """The width of one month."""
        return WEEK * self.cell

    @property
    def month_height(self) -> int:
        """The height of one month: its name, the weekdays, six weeks."""
        return self.title + (WEEKS + 1) * self.cell

    @property
    def row_height(self) -> int:
        """From the top of a row of months to that of the next."""
        return self.month_height + BETWEEN

    def month(self, month: int) -> QRect:
        """The place of a month (1 to 12)."""
        row, column = divmod(month - 1, self.columns)
        if self.mirrored:
            column = self.columns - 1 - column
        spare = self.width - self.columns * self.month_width
        step = self.month_width + (spare // (self.columns - 1) if self.columns > 1 else 0)
        y = row * self.row_height
        x = self.width - self.month_width if self.columns == 1 and self.mirrored else column * step
        return QRect(x, y, self.month_width, self.month_height)

    def heading(self, month: int, weekday: int) -> QRect:
        """The place of the short name of a weekday (0 for Monday) above a month."""
        column = (weekday - self.first_weekday) % WEEK
        return self._square(month, column, 0)

    def day(self, day: date) -> QRect:
        """The place of a day."""
        before = self._before(day.month)
        week, column = divmod(before + day.day - 1, WEEK)
        return self._square(day.month, column, week + 1)

    def day_at(self, place: QPoint) -> date | None:
        """The day at a place; None beside all days."""
        return next((day for day in self.days() if self.day(day).contains(place)), None)

    def days(self) -> Iterator[date]:
        """All days of the year."""
        for month in range(1, MONTHS + 1):
            for number in range(1, monthrange(self.year, month)[1] + 1):
                yield date(self.year, month, number)

    def _before(self, month: int) -> int:
        """The empty squares before the first of a month."""
        return (date(self.year, month, 1).weekday() - self.first_weekday) % WEEK

    def _square(self, month: int, column: int, row: int) -> QRect:
        place = self.month(month)
        if self.mirrored:
            column = WEEK - 1 - column
        x = place.x() + column * self.cell
        y = place.y() + self.title + row * self.cell
        return QRect(x, y, self.cell, self.cell)


def grid_for(
    width: int, year: int, first_weekday: int, cells: tuple[int, int], title: int
) -> YearGrid:
    """As many columns as fit with days of at least `cells[0]` pixels, at most `cells[1]`."""
    least, most = cells
    columns = next((n for n in COLUMNS if _cell(width, n) >= least), 1)
    cell = max(min(_cell(width, columns), most), 1)
    return YearGrid(year, first_weekday, columns, cell, title, width=width)


def _cell(width: int, columns: int) -> int:
    return (width - (columns - 1) * BETWEEN) // (columns * WEEK)
