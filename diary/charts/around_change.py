"""The days around a change, a row a field: dots by day, a median on each side, a line at day 0."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import partial

from matplotlib.lines import Line2D

from diary.charts.around_rows import BESIDE, Plan, Row, Values, plan
from diary.charts.around_words import (
    key_words,
    no_cause,
    sides_words,
    told_change,
    verdict,
    yes_words,
)
from diary.charts.describe import amount
from diary.charts.drawing import Box, Drawing, Point
from diary.charts.finish import finish
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.series import Series
from diary.charts.style import Style
from diary.charts.ticks import value_ticks
from diary.charts.twin import MISSING, Shown, Twin
from diary.field import GROUP_NAMES, Field, Group, Kind
from diary.i18n import _, format_day, format_days, format_number, format_short_day, ngettext
from diary.logic.around_change import AROUND, Sides, Window
from diary.logic.cadence import coverage_words
from diary.logic.event_phrases import joined
from diary.logic.medicines import MedicineChange
from diary.logic.statistics import Figures

DOT = 0.5
TICKS = (-AROUND, -AROUND // 2, 0, AROUND // 2, AROUND)


@dataclass(frozen=True, slots=True)
class Around:
    """One group of fields around a change; each field has at least one recorded day there."""

    group: Group
    change: MedicineChange
    window: Window
    series: Series
    rows: tuple[tuple[Sides, Values], ...]


def around_shown(around: Around) -> Shown:
    """The rows of a group; its table has a line for each side of a field."""
    title = str(GROUP_NAMES[around.group])
    headings = (
        _("Field"), _("Days"), _("Recorded"), _("Median"), _("Highest"), _("Compared")
    )  # fmt: skip
    rows = tuple(line for sides, _values in around.rows for line in _lines(sides))
    said = told_change(around.change)
    return Shown(title, said, partial(_draw, around, title), Twin(headings, rows, no_cause()))


def _lines(sides: Sides) -> Iterator[tuple[str, ...]]:
    label = str(sides.field.label)
    yield label, _("before"), *_cells(sides.field, sides.before), ""
    yield label, _("after"), *_cells(sides.field, sides.after), verdict(sides) or MISSING


def _cells(field: Field, found: Figures | None) -> tuple[str, str, str]:
    """How often it was recorded, its median, and its highest value with the day."""
    if found is None:
        return _("nothing"), MISSING, MISSING
    recorded = coverage_words(field.cadence, found.recorded, found.days)
    if field.kind is Kind.YES_NO:
        return recorded, yes_words(found), MISSING
    highest = _("{highest} on {day}").format(
        highest=amount(field, found.highest), day=format_short_day(found.highest_on)
    )
    return recorded, amount(field, found.median), highest


def _draw(around: Around, title: str, style: Style) -> Drawing:
    whole = around.window.whole
    frame = Frame(
        _("{group}: {change}").format(group=title, change=told_change(around.change)),
        format_days(whole.first, whole.last),
        key_words(),
    )
    where = plan(around.rows, around.window, style)
    paper = Paper(style.width_px, where.height, style, frame)
    points: list[Point] = []
    for row in where.rows:
        _write(paper, where, row)
        _draw_row(paper, where, row, around)
        points += _points(where, row, around)
    _draw_days(paper, where)
    lines = [sides_words(row.sides, around.window) for row in where.rows]
    return finish(paper, frame, "\n".join((frame.title, *lines)), points)


def _write(paper: Paper, where: Plan, row: Row) -> None:
    """The name of a field and its verdict; below it both sides, each over its half."""
    style, head = paper.style, row.head
    lines = [row.top + (n + 1) * style.line_height for n in range(head.lines)]
    for y, line in zip(lines, head.name, strict=False):
        paper.text(style.padding, y, line, size="name", role="ink")
    for line in head.figures:
        paper.text(where.right, lines[-1], line, ha="right", role="ink")
    foot, gap = row.foot(style), 0.5 * BESIDE * style.em
    for number, line in enumerate(row.before, 1):
        paper.text(where.middle - gap, foot + number * style.line_height, line, ha="right")
    for number, line in enumerate(row.after, 1):
        paper.text(where.middle + gap, foot + number * style.line_height, line)


def _draw_row(paper: Paper, where: Plan, row: Row, around: Around) -> None:
    field, style = row.sides.field, paper.style
    for value, word in _ticks(row):
        y = row.y(value)
        paper.text(where.left - 0.6 * style.em, y, word, ha="right", va="center")
        role = "line" if value == row.span.low else "hairline"
        paper.rules([(where.left, y, where.right, y)], role)
    top = row.foot(style) + 0.3 * style.line_height
    paper.rules([(where.middle, top, where.middle, row.box.bottom)], "ink")
    _draw_medians(paper, where, row)
    late = around.series.late.get(field.key, frozenset())
    for hollow in (False, True):
        _draw_dots(paper, where, row, late, hollow=hollow)


def _ticks(row: Row) -> list[tuple[float, str]]:
    field = row.sides.field
    if field.kind is Kind.YES_NO:
        return [(value, field.words(value)) for value in (0, 1)]
    return value_ticks(field, row.span)


def _draw_medians(paper: Paper, where: Plan, row: Row) -> None:
    """A line over the days of each side, at the height of its median."""
    window, half = where.window, where.day_width / 2
    colour = paper.style.colours[row.sides.field.group.value]
    for side, found in ((window.before, row.sides.before), (window.after, row.sides.after)):
        if side is None or found is None or row.sides.field.kind is Kind.YES_NO:
            continue
        x = (where.x(side.first) - half, where.x(side.last) + half)
        line = Line2D(x, [row.y(found.median)] * 2, transform=paper.page, color=colour,
                      linewidth=2 * POINT, zorder=4, gid="median")  # fmt: skip
        paper.figure.add_artist(line)


def _draw_dots(
    paper: Paper, where: Plan, row: Row, late: AbstractSet[object], *, hollow: bool
) -> None:
    style, soft = paper.style, paper.style.soft(row.sides.field.group.value)
    days = [day for day in row.values if (day in late) is hollow]
    size = min(DOT * style.em, 0.8 * where.day_width)
    edge = max(1.2, size / 6) if hollow else 0.0
    dots = Line2D(
        [where.x(day) for day in days],
        [row.y(row.values[day]) for day in days],
        transform=paper.page,
        linestyle="none",
        marker="o",
        markersize=(size - edge) * POINT,
        markerfacecolor=style.colours["card"] if hollow else soft,
        markeredgecolor=soft,
        markeredgewidth=edge * POINT,
        zorder=3,
        gid="late" if hollow else "days",
    )
    paper.figure.add_artist(dots)


def _points(where: Plan, row: Row, around: Around) -> list[Point]:
    field, half = row.sides.field, DOT * 6
    late = around.series.late.get(field.key, frozenset())
    return [
        Point(
            Box.around(where.x(day), row.y(row.values[day]), half),
            joined(_words(where.window, row, day), _("entered late") if day in late else ""),
            day,
        )
        for day in sorted(row.values)
    ]


def _words(window: Window, row: Row, day: date) -> str:
    """A day of a field: "3 October 2026, 5 days before: Skin tightness 8"."""
    place = window.place(day)
    if place < 0:
        when = ngettext("{n} day before", "{n} days before", -place)
    else:
        when = ngettext("{n} day after", "{n} days after", place) if place else _("day 0")
    return _("{day}, {when}: {field} {value}").format(
        day=format_day(day),
        when=when,
        field=row.sides.field.label,
        value=amount(row.sides.field, row.values[day]),
    )


def _draw_days(paper: Paper, where: Plan) -> None:
    """The days before and after, counted from the line."""
    em = paper.style.em
    top = (where.rows[-1].box.bottom if where.rows else paper.style.padding) + 0.4 * em
    for day in TICKS:
        x = where.middle + day * where.day_width
        paper.rules([(x, top, x, top + 0.3 * em)], "line")
        words = format_short_day(where.window.day) if day == 0 else format_number(day, 0)
        sign = "+" if day > 0 else ""
        paper.text(x, top + 1.35 * em, sign + words.replace("-", "−"), ha="center")
    paper.text(where.right, top + 2.6 * em, _("days before and after the change"), ha="right")
