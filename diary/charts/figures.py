"""A group of fields as a stack of small rows over one date axis, drawn with matplotlib.

Figures are made as objects, never through pyplot, which keeps global state. The artists lie on
the figure itself: rows need no axes of matplotlib's, since `geometry.plan` places everything.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.records import Value
from diary.charts.axis import draw_dates
from diary.charts.bins import bin_days
from diary.charts.day_content import GroupContent
from diary.charts.day_points import DayPoints
from diary.charts.describe import describe, figures, key_words
from diary.charts.drawing import Drawing
from diary.charts.flags import draw_flags, drawn_flags, flags_of
from diary.charts.geometry import Plot, Row, plan
from diary.charts.happened import What, by_day, key_of
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
from diary.charts.recent import draw_recent
from diary.charts.series import Series, numbers
from diary.charts.sheet import Sheet
from diary.charts.style import Style
from diary.charts.ticks import span_of, value_ticks
from diary.charts.unmarked import in_lines, unmarked_words
from diary.field import GROUP_NAMES, Cadence, Field, Group, Kind
from diary.i18n import _, format_day

LANES = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})


def draw(chart: GroupContent, style: Style) -> Drawing:
    """Draw the chart of a group."""
    fields, series = chart.fields, chart.series
    width = style.width_px - 2 * style.padding - style.gutter - style.margin
    of_group = flags_of(chart.happened.flags, chart.group)
    flags = drawn_flags(of_group, width, style)
    marked = {flag.what for flag in flags}
    unmarked = unmarked_words(flag for flag in of_group if flag.what not in marked)
    above = style.line_height * (chart.recent + bool(flags))
    words = {field.key: figures(field, series) for field in fields}
    plot = plan(fields, words, series.shown, series.first, series.last, style, above)
    below = in_lines(unmarked, plot.right - style.padding, style)
    plot = plot.with_room_below(len(below) * style.line_height)
    frame = _frame(chart.group, plot, marked)
    sheet = Sheet(plot, style, chart.group, frame)
    for field, row in zip(fields, plot.rows, strict=True):
        _draw_row(sheet, row, field, series)
    draw_dates(sheet, plot, plot.rows[-1].bottom if plot.rows else style.padding)
    if chart.recent:
        draw_recent(sheet)
    draw_flags(sheet, flags, style.padding + above - 0.25 * style.line_height)
    _write_below(sheet, below)
    told = [f"{frame.period}.", *(describe(field, series) for field in fields)]
    return Drawing(
        figure=sheet.figure,
        title=frame.title,
        period=frame.period,
        key=frame.key,
        description="\n".join([*told, unmarked] if unmarked else told),
        points=DayPoints(plot, fields, series, by_day(of_group)),
    )


def _write_below(sheet: Sheet, lines: Sequence[str]) -> None:
    """Words under the dates."""
    style = sheet.style
    foot = sheet.plot.height - style.padding
    for number, line in enumerate(reversed(lines)):
        sheet.text(style.padding, foot - (number + 0.25) * style.line_height, line)


def _draw_row(sheet: Sheet, row: Row, field: Field, series: Series) -> None:
    _write_words(sheet, row)
    if not series.shown.get(field.key):
        return
    if field.kind in LANES:
        _draw_answers(sheet, row, field, series)
    else:
        _draw_numbers(sheet, row, field, series)


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
    if size > field.cadence.days:
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


def _frame(group: Group, plot: Plot, kinds: Collection[What]) -> Frame:
    """What the chart says when it stands alone."""
    days = _("{first} to {last}").format(first=format_day(plot.first), last=format_day(plot.last))
    key = key_words(bin_days(plot.days, plot.right - plot.left))
    return Frame(str(GROUP_NAMES[group]), days, f"{key}\n{key_of(kinds)}".strip())
