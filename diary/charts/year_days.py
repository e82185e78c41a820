"""A field over a year: a square a day. Its shade and its number say the value, its shape the rest.

Not recorded is a small cross, late a square in a frame, 0 a square with a 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from matplotlib.collections import PolyCollection

from db.records import Value
from diary.charts.describe import amount, describe, figures
from diary.charts.drawing import Box, Drawing, Point
from diary.charts.finish import finish
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.series import Series, numbers
from diary.charts.style import DPI, POINTS_PER_INCH, Style
from diary.charts.ticks import Span, span_of
from diary.charts.twin import Shown, Twin
from diary.charts.year_cells import MONTHS, NAME, WEEKDAYS, YearGrid, year_grid
from diary.charts.year_words import THE_DAYS
from diary.field import Field, Kind
from diary.i18n import _, format_day, format_heading
from diary.logic.event_phrases import joined
from diary.logic.weeks import WEEK
from diary.logic.year import share_of, sign_of, told_day
from diary.palette import contrast

SHADES = (0.08, 0.17, 0.26, 0.94, 1.0)
"""How much of the group's colour: letters on each are legible, in ink or in the card's colour."""
MEASURED = frozenset({Kind.COUNT, Kind.MINUTES, Kind.MEASURE})
"""Kinds whose shades reach from the lowest to the highest value of the year."""
AIR, LATE_AIR, CROSS = 0.06, 0.17, 0.13
"""Around a square, inside the frame of a late one, and half a cross, in sides of a day."""
LETTERS, HIGHER = 0.46, 0.06
SMALLEST = 6.5
"""The largest letters in sides of a day, and how much they are lifted; the smallest in pixels."""
A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """A field in a year: `series` begins with the year or the diary, and ends today or with it."""

    field: Field
    series: Series
    first_weekday: int

    @property
    def values(self) -> Mapping[date, Value]:
        """The recorded days."""
        return self.series.shown.get(self.field.key, {})

    @property
    def year(self) -> int:
        """Which year it is."""
        return self.series.first.year

    def late(self, day: date) -> bool:
        """Whether a day was entered late."""
        return day in self.series.late.get(self.field.key, frozenset())

    def holds(self, day: date) -> bool:
        """Whether a day could be recorded: neither before the first entry nor still to come."""
        return self.series.first <= day <= self.series.last

    def words(self, day: date) -> str:
        """A day, as it is read out."""
        if day not in self.values:
            return told_day(day, _("not recorded"))
        words = _("{field} {value}").format(
            field=self.field.label, value=amount(self.field, self.values[day])
        )
        return told_day(day, joined(words, _("entered late")) if self.late(day) else words)

    def span(self) -> Span | None:
        """The values from the palest to the strongest shade; None where the field says it."""
        known = numbers(self.values).values()
        if self.field.kind not in MEASURED or not known:
            return None
        return span_of(self.field, min(known), max(known))


def days_shown(year: YearOfDays) -> Shown:
    """The calendar of a year, with a row a recorded day."""
    said = _("{field}: {figures}").format(
        field=year.field.label, figures=" · ".join(figures(year.field, year.series))
    )
    rows = tuple(
        (format_day(day, "EEE d MMM yyyy"), amount(year.field, year.values[day]),
         _("late") if year.late(day) else "")
        for day in sorted(year.values, reverse=True)
    )  # fmt: skip
    twin = Twin(
        (_("Day"), str(year.field.label), _("Entered")),
        rows,
        _("Days that are not in the list are not recorded."),
    )
    return Shown(str(THE_DAYS), said, partial(_draw, year, said), twin)


def _draw(year: YearOfDays, said: str, style: Style) -> Drawing:
    grid = year_grid(year.year, year.first_weekday, style)
    title = _("{field}, {year}").format(
        field=year.field.label, year=format_day(year.series.first, "y")
    )
    days = _("{first} to {last}").format(
        first=format_day(year.series.first), last=format_day(year.series.last)
    )
    frame = Frame(title, days, _key(year, said))
    paper = Paper(style.width_px, round(grid.bottom + style.padding), style, frame)
    _draw_names(paper, grid)
    _draw_cells(paper, grid, year)
    come = [day for day in grid.days() if year.holds(day)]
    points = [Point(_inside(grid.box(day), AIR), year.words(day), day) for day in come]
    return finish(paper, frame, f"{days}. {describe(year.field, year.series)}", points)


def _key(year: YearOfDays, said: str) -> str:
    shades = _("A stronger shade is a higher value.")
    if year.field.kind in {Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO}:
        shades = _signs(year.field)
    rest = _(
        "A square in a frame: entered late. A small cross: not recorded. Nothing: before your "
        "first entry, or still to come."
    )
    return f"{said}. {shades} {rest}"


def _signs(field: Field) -> str:
    match field.kind:
        case Kind.YES_NO:
            return _("A tick: yes. A dash: no.")
        case Kind.SEVERAL:
            return _("The number: how many answers were chosen.")
    return " ".join(
        _("{number}: {answer}.").format(number=sign_of(field, choice.key), answer=choice.label)
        for choice in field.choices
    )


def _draw_names(paper: Paper, grid: YearGrid) -> None:
    """The months, and the weekdays above each."""
    em, size = grid.em, _points_of(grid, 1)
    weekdays = [A_MONDAY + timedelta(days=grid.first_weekday + n) for n in range(WEEK)]
    for month in range(1, MONTHS + 1):
        x, y = grid.corner(month)
        name = format_heading(date(grid.year, month, 1), "LLLL")
        paper.text(x + 0.15 * em, y + 1.1 * em, name, size="name", role="ink")
        foot = y + (NAME + 0.85 * WEEKDAYS) * em
        for column, weekday in enumerate(weekdays):
            middle = x + (column + 0.5) * grid.cell
            word = format_day(weekday, "ccccc")
            paper.text(middle, foot, word, ha="center", fontsize=size)


def _draw_cells(paper: Paper, grid: YearGrid, year: YearOfDays) -> None:
    span, known = year.span(), [day for day in grid.days() if day in year.values]
    shade = {day: _shade(paper.style, year, year.values[day], span) for day in known}
    late = {day for day in known if year.late(day)}
    air = {day: LATE_AIR if day in late else AIR for day in known}
    _squares(paper, [(_inside(grid.box(day), air[day]), shade[day]) for day in known])
    _frames(paper, [_inside(grid.box(day), AIR) for day in late], year.field.group.value)
    empty = [day for day in grid.days() if year.holds(day) and day not in year.values]
    _crosses(paper, [grid.box(day) for day in empty], CROSS * grid.cell)
    signs = {day: sign_of(year.field, year.values[day]) for day in known}
    size = _points_of(grid, max(map(len, signs.values()), default=1))
    for day, sign in signs.items() if size else ():
        x, y = grid.box(day).middle
        role = _letters_on(paper.style, shade[day])
        paper.text(
            x, y, sign, ha="center", va="center_baseline", role=role, zorder=5, fontsize=size
        )


def _points_of(grid: YearGrid, letters: int) -> float:
    """The size of letters that fit into a square, in points; 0 where they could not be read."""
    pixels = min(LETTERS * grid.cell, 0.9 * grid.em, 1.5 * (grid.cell - 4) / max(letters, 1))
    return pixels * POINTS_PER_INCH / DPI if pixels >= SMALLEST else 0


def _shade(style: Style, year: YearOfDays, value: Value, span: Span | None) -> str:
    if span is None or isinstance(value, str):
        share = share_of(year.field, value)
    else:
        share = span.share(value)
    place = min(max(int(share * len(SHADES)), 0), len(SHADES) - 1)
    return style.mixed(year.field.group.value, SHADES[place])


def _letters_on(style: Style, shade: str) -> str:
    """Ink or the colour of the card, whichever stands out more."""
    return max("ink", "card", key=lambda role: contrast(style.colours[role], shade))


def _inside(box: Box, air: float) -> Box:
    gap = air * (box.right - box.left)
    return Box(box.left + gap, box.top + gap, box.right - gap, box.bottom - gap)


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
    ]  # fmt: skip


def _squares(paper: Paper, squares: Sequence[tuple[Box, str]]) -> None:
    collection = PolyCollection(
        [_corners(box) for box, _shade in squares],
        transform=paper.page,
        facecolors=[shade for _box, shade in squares],
        edgecolors="none",
        zorder=2,
        gid="days",
    )
    collection.set_snap(True)
    paper.figure.add_artist(collection)


def _frames(paper: Paper, boxes: Iterable[Box], group: str) -> None:
    collection = PolyCollection(
        [_corners(box) for box in boxes],
        transform=paper.page,
        facecolors="none",
        edgecolors=paper.style.colours[group],
        linewidths=1.5 * POINT,
        zorder=3,
        gid="frames",
    )
    paper.figure.add_artist(collection)


def _crosses(paper: Paper, boxes: Iterable[Box], half: float) -> None:
    lines = []
    for x, y in (box.middle for box in boxes):
        lines += [
            (x - half, y - half, x + half, y + half),
            (x - half, y + half, x + half, y - half),
        ]
    paper.rules(lines, "line")
