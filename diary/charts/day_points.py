"""The days of a chart that can be read: those with an entry or on which something happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from diary.charts.describe import amount
from diary.charts.drawing import Box, Point, Points
from diary.charts.geometry import Plot
from diary.charts.series import Series
from diary.field import Field
from diary.i18n import _, format_day


class DayPoints(Points):
    """A point a day that is recorded or on which something `happened`, marked or not.

    Words are made when they are asked for: there may be 18,000 days.
    """

    def __init__(
        self,
        plot: Plot,
        fields: Sequence[Field],
        series: Series,
        happened: Mapping[date, Sequence[str]],
    ) -> None:
        super().__init__()
        self.plot = plot
        self._fields, self._series, self._happened = fields, series, happened
        self.days = sorted({*series.recorded(field.key for field in fields), *happened})

    def __len__(self) -> int:
        return len(self.days)

    def __getitem__(self, number: int) -> Point:
        day = self.days[number]
        x = self.plot.x_of(day)
        rows = self.plot.rows
        return Point(Box(x, rows[0].label_y, x, rows[-1].bottom), self._words(day), day)

    def boxes(self, number: int) -> list[Box]:
        """An upright line through each row."""
        x = self.plot.x_of(self.days[number])
        rows = [row for row in self.plot.rows if row.bottom > row.top]
        return [Box(x, row.top, x, row.bottom) for row in rows]

    def nearest(self, x: float, _y: float, reach: float) -> int | None:
        """The number of the day at a place, or at most `reach` pixels from it."""
        wanted = self.plot.date_at(min(max(x, self.plot.left), self.plot.right))
        if wanted is None or not self.days:
            return None
        place = bisect_left(self.days, wanted)
        around = range(max(0, place - 1), min(place + 1, len(self.days)))
        found = min(around, key=lambda number: abs(self.plot.x_of(self.days[number]) - x))
        near = abs(self.plot.x_of(self.days[found]) - x) <= max(reach, self.plot.day_width)
        return found if near else None

    def of_day(self, day: date) -> int | None:
        """The number of a day."""
        place = bisect_left(self.days, day)
        return place if place < len(self.days) and self.days[place] == day else None

    def beside(self, number: int, *, up: bool) -> int:  # noqa: ARG002 - days stand side by side
        """No day is above another."""
        return number

    def _words(self, day: date) -> str:
        said = [self._said(field, day) for field in self._fields if self._has(field, day)]
        said += self._happened.get(day, ())
        return f"{format_day(day, 'EEEE d MMMM yyyy')}: {'; '.join(said)}"

    def _has(self, field: Field, day: date) -> bool:
        return day in self._series.shown.get(field.key, {})

    def _said(self, field: Field, day: date) -> str:
        said = _("{field}: {amount}").format(
            field=field.label, amount=amount(field, self._series.shown[field.key][day])
        )
        late = day in self._series.late.get(field.key, ())
        return _("{said} (entered late)").format(said=said) if late else said
