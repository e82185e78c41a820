"""A group of fields as a stack of small rows over one date axis, drawn with matplotlib.

Figures are made as objects, never through pyplot, which keeps global state. The artists lie on
the figure itself: rows need no axes of matplotlib's, since `geometry.plan` places everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from matplotlib.figure import Figure

from db.records import Attack, Reading, Value
from diary.charts.bins import bin_days
from diary.charts.describe import figures, key_words
from diary.charts.geometry import Plot, Row, plan
from diary.charts.marks import (
    LANE_FOOT,
    LANE_LINE,
    dot_size,
    draw_dots,
    draw_lane,
    draw_median,
    draw_range,
    draw_shares,
)
from diary.charts.paper import Frame
from diary.charts.pressures import draw_pressures, pressures_of
from diary.charts.series import Series, numbers, series_of
from diary.charts.sheet import Sheet
from diary.charts.style import Style
from diary.charts.ticks import day_ticks, span_of, value_ticks
from diary.field import GROUP_NAMES, Cadence, Field, Group, Kind
from diary.i18n import _, format_day

LANES = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
WIDEST_DATE = 4.6
"""The room of a date on the axis, in sizes of the text."""


def group_figure(  # noqa: PLR0913, PLR0917 - a chart is of all these
    group: Group,
    fields: Sequence[Field],
    readings: Iterable[Reading],
    attacks: Iterable[Attack],
    first: date,
    last: date,
    style: Style,
) -> Figure:
    """The fields of a group from `first` to `last`, as a figure for any canvas."""
    return draw(group, fields, series_of(readings, attacks, first, last), style)[0]


def draw(
    group: Group, fields: Sequence[Field], series: Series, style: Style
) -> tuple[Figure, Plot]:
    """The figure and where its rows lie."""
    words = {field.key: figures(field, series) for field in fields}
    plot = plan(fields, words, series.shown, series.first, series.last, style)
    sheet = Sheet(plot, style, group, _frame(group, plot))
    for field, row in zip(fields, plot.rows, strict=True):
        _write_words(sheet, row)
        if not series.shown.get(field.key):
            continue
        if field.kind in LANES:
            _draw_answers(sheet, row, field, series)
        else:
            _draw_numbers(sheet, row, field, series)
    _draw_dates(sheet)
    return sheet.figure, plot


def _write_words(sheet: Sheet, row: Row) -> None:
    """The field's name, and its figures beside or below it."""
    style, words = sheet.style, row.words
    lines = [row.label_y + (n + 1) * style.line_height for n in range(words.lines)]
    for y, line in zip(lines, words.name, strict=False):
        sheet.text(style.padding, y, line, size="name", role="ink")
    if words.beside:
        for line in words.figures:
            sheet.text(row.right, lines[0], line, ha="right")
        return
    for y, line in zip(lines[len(words.name) :], words.figures, strict=True):
        sheet.text(style.padding, y, line)


def _draw_numbers(sheet: Sheet, row: Row, field: Field, series: Series) -> None:
    """A row of numbers with its three values at the left."""
    shown = numbers(series.shown[field.key])
    pressures = pressures_of(shown)
    lowest = min((each.lower for each in pressures.values()), default=min(shown.values()))
    span = span_of(field, lowest, max(shown.values()))
    height = row.bottom - row.top
    for value, word in value_ticks(field, span):
        y = row.bottom - height * (value - span.low) / span.height
        x = row.left - 0.6 * sheet.style.em
        sheet.text(x, y, word, ha="right", va="center")
        sheet.rules([(row.left, y, row.right, y)], "line" if value == span.low else "hairline")
    if pressures:
        draw_pressures(sheet, row, pressures, span)
        return
    size = bin_days(sheet.plot.days, row.right - row.left)
    if size > 1:
        draw_range(sheet, row, shown, size, span)
        return
    late = series.late.get(field.key, frozenset())
    draw_dots(sheet, row, shown, late, span, size=dot_size(sheet, field.cadence))
    if field.cadence is Cadence.DAILY:
        draw_median(sheet, row, numbers(series.known[field.key]), span)


def _draw_answers(sheet: Sheet, row: Row, field: Field, series: Series) -> None:
    """A lane for each answer, the first at the bottom, its words above its marks."""
    shown, style = series.shown[field.key], sheet.style
    size = bin_days(sheet.plot.days, row.right - row.left)
    late = series.late.get(field.key, frozenset())
    answers: list[Value] = [*field.choice_keys] or [0, 1]
    for lane, answer in enumerate(answers):
        bottom = row.bottom - lane * style.lane_height
        sheet.text(row.left, bottom - 0.62 * style.lane_height, field.words(answer))
        days = {day for day, value in shown.items() if field.answered(value, answer)}
        y = bottom - (LANE_LINE if size == 1 else LANE_FOOT) * style.lane_height
        sheet.rules([(row.left, y, row.right, y)], "hairline")
        if days and size > 1:
            draw_shares(sheet, row, lane, days, size)
        elif days:
            draw_lane(sheet, row, lane, days, late, size=dot_size(sheet, field.cadence))


def _draw_dates(sheet: Sheet) -> None:
    """The dates under the last row, each year said once."""
    plot, style = sheet.plot, sheet.style
    bottom = plot.rows[-1].bottom if plot.rows else style.padding
    top = bottom + 0.5 * style.em
    fits = max(1, int((plot.right - plot.left) / (WIDEST_DATE * style.em)))
    ticks = day_ticks(plot.first, plot.last, fits)
    places = [plot.left + (tick.place + 0.5) * plot.day_width for tick in ticks]
    sheet.rules([(x, top, x, top + 0.3 * style.em) for x in places], "line")
    for tick, x in zip(ticks, places, strict=True):
        sheet.text(x, top + 1.35 * style.em, tick.word, ha="center")
        if tick.year:
            sheet.text(x, top + 2.5 * style.em, tick.year, ha="center")


def _frame(group: Group, plot: Plot) -> Frame:
    """What the chart says when it stands alone."""
    days = _("{first} to {last}").format(first=format_day(plot.first), last=format_day(plot.last))
    key = key_words(bin_days(plot.days, plot.right - plot.left))
    return Frame(str(GROUP_NAMES[group]), days, key)
