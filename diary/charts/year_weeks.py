"""The weeks of a year over those of the year before: solid with dots, dashed with squares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from math import nan

from matplotlib.lines import Line2D

from diary.charts.drawing import Box, Drawing, Point
from diary.charts.finish import finish
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.style import Style
from diary.charts.ticks import Span, day_ticks, span_of, value_ticks
from diary.charts.twin import MISSING, Shown, Twin
from diary.charts.year_words import THE_WEEKS, measure_words, week_value, week_words
from diary.field import Field
from diary.i18n import _, format_day, format_number, format_short_day, ngettext
from diary.logic.rolling import FEWEST_IN_WEEK
from diary.logic.seasons import Measure, Seasons, Week
from diary.logic.weeks import WEEK

HIGH = 10.0
A_MONTH = 4.6
"""The height of the weeks, and the room of a month's name, in sizes of the text."""
LEGEND = 2.4
DASHES = (3.0, 2.0)
MARK, MARK_AT_MOST = 0.42, 0.62
"""The width of a mark in sizes of the text, and at most of a week's room."""
LARGEST = 100.0


def weeks_shown(field: Field, seasons: Seasons) -> Shown:
    """Two years beside each other, with a row a week."""
    season = _(
        "Raynaud’s follows the season: a week is best seen beside the same week of last year."
    )
    both = ngettext(
        "{n} week has enough recorded days in both years.",
        "{n} weeks have enough recorded days in both years.",
        seasons.both,
    )
    said = f"{both} {season}"
    rows = tuple(
        (format_short_day(pair.now.period.first, year=True),
         *_cells(field, seasons, pair.now), *_cells(field, seasons, pair.before))
        for pair in seasons.pairs
        if pair.now.recorded or pair.before.recorded
    )  # fmt: skip
    headings = (
        _("Week from"),
        _year(seasons.year),
        _("Days recorded"),
        _year(seasons.year - 1),
        _("Days recorded"),
    )
    twin = Twin(headings, rows, _rule(seasons))
    if seasons.nothing:
        few = _("No week of the two years has enough recorded days. {rule}")
        return Shown(str(THE_WEEKS), few.format(rule=_rule(seasons)), None, twin)
    return Shown(str(THE_WEEKS), said, partial(_draw, field, seasons, said), twin)


def words_shown(field: Field) -> Shown:
    """Why there are no weeks of a field whose answers are words."""
    said = _(
        "“{field}” is answered in words, which have no middle value. The calendar shows each day."
    ).format(field=field.label)
    return Shown(str(THE_WEEKS), said, None, Twin((), ()))


def _year(year: int) -> str:
    return str(year)


def _cells(field: Field, seasons: Seasons, week: Week) -> tuple[str, str]:
    value = MISSING if week.value is None else week_value(field, seasons.measure, week.value)
    return value, format_number(week.recorded)


def _rule(seasons: Seasons) -> str:
    if seasons.least < FEWEST_IN_WEEK:
        return _("A week without an entry is a gap.")
    return _("A week with fewer than {least} recorded days is a gap.").format(
        least=format_number(seasons.least)
    )


def _draw(field: Field, seasons: Seasons, said: str, style: Style) -> Drawing:
    frame = _frame(field, seasons, said)
    height = round(2 * style.padding + (LEGEND + HIGH + 3.2) * style.em)
    paper = Paper(style.width_px, height, style, frame)
    plot = _plot(style)
    span = _span(field, seasons)
    _draw_values(paper, plot, field, seasons.measure, span)
    _draw_months(paper, plot, seasons)
    _draw_legend(paper, plot, field, seasons)
    _draw_weeks(paper, plot, span, [pair.before for pair in seasons.pairs], field, now=False)
    _draw_weeks(paper, plot, span, [pair.now for pair in seasons.pairs], field, now=True)
    points = _points(field, seasons, plot)
    description = _("{title}, weeks of {year} and of {before}. {said} {rule}").format(
        title=field.label,
        year=_year(seasons.year),
        before=_year(seasons.year - 1),
        said=said,
        rule=_rule(seasons),
    )
    return finish(paper, frame, description, points)


def _frame(field: Field, seasons: Seasons, said: str) -> Frame:
    title = _("{field}: {year} beside {before}").format(
        field=field.label, year=_year(seasons.year), before=_year(seasons.year - 1)
    )
    weeks = seasons.pairs[0].now.period.first, seasons.pairs[-1].now.period.last
    period = _("{first} to {last}, and 52 weeks before").format(
        first=format_day(weeks[0]), last=format_day(weeks[1])
    )
    return Frame(title, period, f"{said} {measure_words(seasons.measure)} {_rule(seasons)}")


def _plot(style: Style) -> Box:
    top = style.padding + LEGEND * style.em
    right = style.width_px - style.padding - style.margin
    return Box(style.padding + style.gutter, top, right, top + HIGH * style.em)


def _span(field: Field, seasons: Seasons) -> Span:
    if seasons.measure is Measure.IN_SEVEN:
        return Span(0, WEEK)
    both = (week.value for pair in seasons.pairs for week in (pair.now, pair.before))
    known = [value for value in both if value is not None]
    return span_of(field, min(known), max(known))


def _draw_values(paper: Paper, plot: Box, field: Field, measure: Measure, span: Span) -> None:
    ticks = value_ticks(field, span)
    if measure is Measure.IN_SEVEN:
        ticks = [(value, format_number(value)) for value in (0, WEEK)]
    for value, word in ticks:
        y = plot.bottom - span.share(value) * (plot.bottom - plot.top)
        paper.text(plot.left - 0.6 * paper.style.em, y, word, ha="right", va="center")
        paper.rules([(plot.left, y, plot.right, y)], "line" if value == span.low else "hairline")


def _pitch(plot: Box, weeks: Sequence[object]) -> float:
    return (plot.right - plot.left) / len(weeks)


def _draw_months(paper: Paper, plot: Box, seasons: Seasons) -> None:
    em, day_width = paper.style.em, _pitch(plot, seasons.pairs) / WEEK
    first, last = date(seasons.year, 1, 1), date(seasons.year, 12, 31)
    start = plot.left + (first - seasons.pairs[0].now.period.first).days * day_width
    fits = max(1, int((plot.right - plot.left) / (A_MONTH * em)))
    top = plot.bottom + 0.3 * em
    for tick in day_ticks(first, last, fits):
        x = start + tick.place * day_width
        paper.rules([(x, top, x, top + 0.3 * em)], "line")
        paper.text(x, top + 1.35 * em, tick.word, ha="center")


def _draw_legend(paper: Paper, plot: Box, field: Field, seasons: Seasons) -> None:
    """Above the weeks: how each year is drawn."""
    em, x, y = paper.style.em, plot.left, paper.style.padding + 0.7 * paper.style.em
    for year, now in ((seasons.year, True), (seasons.year - 1, False)):
        _line(paper, [x, x + 1.3 * em, x + 2.6 * em], [y, y, y], field, now=now, mark_at=[1])
        paper.text(x + 3.2 * em, y, _year(year), va="center", role="ink")
        x += 7.5 * em


def _draw_weeks(  # noqa: PLR0913 - a line of weeks is of all these
    paper: Paper, plot: Box, span: Span, weeks: Sequence[Week], field: Field, *, now: bool
) -> None:
    pitch, height = _pitch(plot, weeks), plot.bottom - plot.top
    x = [plot.left + (place + 0.5) * pitch for place in range(len(weeks))]
    y = [
        nan if week.value is None else plot.bottom - span.share(week.value) * height
        for week in weeks
    ]
    _line(paper, x, y, field, now=now, pitch=pitch)


def _line(  # noqa: PLR0913 - as said
    paper: Paper,
    x: Sequence[float],
    y: Sequence[float],
    field: Field,
    *,
    now: bool,
    pitch: float = LARGEST,
    mark_at: list[int] | None = None,
) -> None:
    """A line that breaks at NaN: this year's solid with dots, last year's dashed with squares."""
    style, group = paper.style, field.group.value
    colour = style.colours[group] if now else style.soft(group)
    line = Line2D(
        x,
        y,
        transform=paper.page,
        color=colour,
        linewidth=(2.0 if now else 1.5) * POINT,
        linestyle="-" if now else (0, DASHES),
        marker="o" if now else "s",
        markersize=min(MARK * style.em, MARK_AT_MOST * pitch) * POINT,
        markerfacecolor=colour if now else style.colours["card"],
        markeredgecolor=colour,
        markeredgewidth=1.2 * POINT,
        markevery=mark_at,
        zorder=4 if now else 3,
        gid="this year" if now else "last year",
    )
    paper.figure.add_artist(line)


def _points(field: Field, seasons: Seasons, plot: Box) -> list[Point]:
    """A column a week, in which both years are read."""
    pitch, points = _pitch(plot, seasons.pairs), list[Point]()
    for place, pair in enumerate(seasons.pairs):
        if not (pair.now.recorded or pair.before.recorded):
            continue
        left = plot.left + place * pitch
        words = _("Week from {day}: {now}; a year before: {before}").format(
            day=format_day(pair.now.period.first),
            now=week_words(field, seasons.measure, pair.now),
            before=week_words(field, seasons.measure, pair.before),
        )
        box = Box(left + 1, plot.top, left + pitch - 1, plot.bottom)
        read = pair.now if pair.now.recorded else pair.before
        points.append(Point(box, words, read.period.first))
    return points
