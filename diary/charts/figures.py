"""A group of fields as a stack of small rows over one date axis, drawn with matplotlib.

Figures are made as objects, never through pyplot, which keeps global state. The artists lie on
the figure itself: rows need no axes of matplotlib's, since `geometry.plan` places everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure

from db.records import Attack, Reading, Value
from diary.charts.bins import bin_days
from diary.charts.geometry import Plot, Row, plan
from diary.charts.marks import LANE_FOOT, LANE_LINE, draw_dots, draw_lane, draw_range, draw_shares
from diary.charts.series import Values, late_days, values_of, within
from diary.charts.sheet import Sheet
from diary.charts.style import Style
from diary.charts.ticks import day_ticks, top_of, value_ticks
from diary.field import Field, Group, Kind
from diary.i18n import _

WIDEST_DATE = 4.6
"""The room of a date on the axis, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class Data:
    """What a chart draws: `values` reach back before `first` for the median, `shown` do not."""

    fields: tuple[Field, ...]
    first: date
    last: date
    values: dict[str, Values]
    shown: dict[str, Values]
    readings: Sequence[Reading]


def group_figure(  # noqa: PLR0913, PLR0917 - a chart is of all these
    group: Group,
    fields: Sequence[Field],
    readings: Sequence[Reading],
    attacks: Iterable[Attack],
    first: date,
    last: date,
    style: Style,
) -> Figure:
    """The fields of a group from `first` to `last`, as a figure for any canvas."""
    return draw(group, gather(fields, readings, attacks, first, last), style)[0]


def gather(
    fields: Sequence[Field],
    readings: Sequence[Reading],
    attacks: Iterable[Attack],
    first: date,
    last: date,
) -> Data:
    """The values of the fields; records outside the range serve the median alone."""
    values = values_of(fields, readings, attacks)
    shown = {key: within(those, first, last) for key, those in values.items()}
    return Data(tuple(fields), first, last, values, shown, readings)


def draw(group: Group, data: Data, style: Style) -> tuple[Figure, Plot]:
    """The figure and where its rows lie."""
    empty = {key for key, those in data.shown.items() if not those}
    plot = plan(data.fields, empty, data.first, data.last, style)
    sheet = Sheet(plot, style, group)
    for field, row in zip(data.fields, plot.rows, strict=True):
        label_y = row.top - 0.65 * style.em
        sheet.text(row.left, label_y, str(field.label), size="plain", role="ink")
        if row.field in empty:
            sheet.text(row.left, row.bottom - 0.45 * style.em, _("nothing recorded"))
        elif field.kind in {Kind.CHOICE, Kind.YES_NO}:
            _draw_answers(sheet, row, field, data)
        else:
            _draw_numbers(sheet, row, field, data)
    _draw_dates(sheet)
    return sheet.figure, plot


def _draw_numbers(sheet: Sheet, row: Row, field: Field, data: Data) -> None:
    """A row of numbers with its three values at the left."""
    shown = _numbers(data.shown[field.key])
    top = top_of(field, max(shown.values()))
    height = row.bottom - row.top
    for value, word in value_ticks(field, top):
        y = row.bottom - height * value / top
        x = row.left - 0.6 * sheet.style.em
        sheet.text(x, y, word, ha="right", va="center")
        sheet.rules([(row.left, y, row.right, y)], "hairline" if value else "line")
    size = bin_days(sheet.plot.days, row.right - row.left)
    if size > 1:
        draw_range(sheet, row, shown, size, top)
    else:
        late = late_days(field, data.readings)
        draw_dots(sheet, row, _numbers(data.values[field.key]), late, top)


def _draw_answers(sheet: Sheet, row: Row, field: Field, data: Data) -> None:
    """A lane for each answer, the first at the bottom, its words above its marks."""
    shown, style = data.shown[field.key], sheet.style
    size = bin_days(sheet.plot.days, row.right - row.left)
    late = late_days(field, data.readings) if size == 1 else frozenset()
    answers: list[Value] = [*field.choice_keys] or [0, 1]
    for lane, answer in enumerate(answers):
        bottom = row.bottom - lane * style.lane_height
        sheet.text(row.left, bottom - 0.55 * style.lane_height, field.words(answer))
        days = {day for day, value in shown.items() if value == answer}
        y = bottom - (LANE_LINE if size == 1 else LANE_FOOT) * style.lane_height
        sheet.rules([(row.left, y, row.right, y)], "hairline")
        if days and size > 1:
            draw_shares(sheet, row, lane, days, size)
        elif days:
            draw_lane(sheet, row, lane, days, late)


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


def _numbers(values: Values) -> dict[date, float]:
    return {day: value for day, value in values.items() if not isinstance(value, str)}
