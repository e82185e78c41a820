"""Charts of single fields under one date axis: days as dots, a 7-day median, gaps left blank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from diary.charts.ticks import Span, span_of
from diary.field import Cadence, Field, Kind
from diary.i18n import (
    _,
    format_day,
    format_minutes,
    format_number,
    format_short_day,
    ngettext,
)
from diary.logic.periods import DAY, Period
from diary.logic.rolling import rolling_median
from diary.logic.statistics import WEEK, Figures
from diary.summary.content import Axis, Charts, Series, Tick
from diary.summary.days import Days
from diary.summary.thinning import stretch, thinned
from diary.summary.words import (
    ABSENT,
    LONGEST_LABEL,
    LONGEST_UNIT,
    amount,
    of_spans,
    shortened,
    unit,
)

WEEKLY_UP_TO, EVERY_OTHER_WEEK_UP_TO, MONTHLY_UP_TO = 45, 75, 400
ROOM_FOR_A_LABEL = 0.1
COUNT_TOPS = (5, 10, 15, 20, 30, 40, 60, 80, 100)
MINUTE_TOPS = (60, 120, 180, 240, 360, 480, 720, 960, 1440)


def axis(period: Period) -> Axis:
    """The date axis: Mondays of a short period, months of a longer one, quarters of a long one."""
    if len(period) <= EVERY_OTHER_WEEK_UP_TO:
        step = 1 if len(period) <= WEEKLY_UP_TO else 2
        mondays = [day for day in period if day.weekday() == 0]
        ticks = [Tick(period.index(day), format_short_day(day)) for day in mondays[::step]]
    else:
        months = [day for day in period if day.day == 1]
        step = 1 if len(period) <= MONTHLY_UP_TO else 3 * -(-len(period) // (4 * 365))
        ticks = [
            Tick(period.index(day), format_day(day, "MMM yyyy" if day.month == 1 else "MMM"))
            for day in months
            if (day.month - 1) % step == 0
        ]
    if not ticks or ticks[0].day > ROOM_FOR_A_LABEL * len(period):
        ticks.insert(0, Tick(0, format_short_day(period.first)))
    return Axis(len(period), tuple(ticks), stretch(len(period)))


def series(days: Days, field: Field) -> Series:
    """The chart of one field over the period."""
    period = days.period
    values = {day: value for day, value in days.values[field.key].items() if day in period}
    span = _span(field, days.values[field.key], period)
    late = days.late.get(field.key, frozenset())
    found = days.figures(field, period)
    return Series(
        label=shortened(str(field.label), LONGEST_LABEL),
        unit=shortened(unit(field), LONGEST_UNIT),
        group=field.group.value,
        top=_end_words(field, span.high),
        bottom=_end_words(field, span.low),
        points=thinned(
            ((period.index(d), span.share(v), d in late) for d, v in sorted(values.items())),
            stretch(len(period)),
        ),
        medians=_medians(period, days.values[field.key], span)
        if field.cadence is Cadence.DAILY and field.kind is not Kind.YES_NO
        else (),
        figures=_figures(field, found),
        alt=_alt(field, found, period),
    )


def charts(days: Days, heading: str, groups: Mapping[str, tuple[str, tuple[Field, ...]]]) -> Charts:
    """The charts of these fields; `groups` maps a colour role to its heading and its fields."""
    return Charts(
        heading=heading,
        legend=(
            ("dot", _dot_words(stretch(len(days.period)))),
            ("late", _("entered more than a day late")),
            ("median", _("median of 7 days, where at least 4 are recorded")),
            ("gap", _("blank: not recorded")),
        ),
        groups=tuple(
            (title, role, tuple(series(days, field) for field in fields))
            for role, (title, fields) in groups.items()
            if fields
        ),
        nothing=_("Nothing recorded."),
    )


def _dot_words(days: int) -> str:
    if days == 1:
        return _("a day’s entry")
    return ngettext("highest and lowest of {n} day", "highest and lowest of {n} days", days)


def _medians(
    period: Period, values: Mapping[date, float], span: Span
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The 7-day median in unbroken pieces, as day of the period and height."""
    pieces: list[list[tuple[float, float]]] = [[]]
    medians = rolling_median(values, period.first, period.last)
    step = stretch(len(period))
    for number, value in list(enumerate(medians))[step // 2 :: step]:
        if value is not None:
            pieces[-1].append((number, span.share(value)))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)


def _span(field: Field, values: Mapping[date, float], period: Period) -> Span:
    """The values at the edges: the scale's ends, or round numbers around all that is drawn.

    The median of the first days reaches back over a week before the period.
    """
    drawn = Period(period.first - WEEK * DAY, period.last)
    shown = [value for day, value in values.items() if day in drawn] or [0]
    if field.kind not in {Kind.COUNT, Kind.MINUTES}:
        return span_of(field, min(shown), max(shown))
    tops = MINUTE_TOPS if field.kind is Kind.MINUTES else COUNT_TOPS
    return Span(0, next((top for top in tops if top >= max(shown)), max(int(max(shown)), 1)))


def _end_words(field: Field, end: float) -> str:
    if field.kind is Kind.YES_NO:
        return field.words(end)
    return format_minutes(end) if field.kind is Kind.MINUTES and end else format_number(end)


def _figures(field: Field, found: Figures | None) -> tuple[tuple[str, str], ...]:
    if found is None:
        return ()
    yes = field.kind is Kind.YES_NO
    middle = _("{n} yes").format(n=format_number(found.present)) if yes else None
    return (
        (_("median"), middle or amount(field, found.median)),
        (_("highest"), ABSENT if yes else amount(field, found.highest)),
        (_("days"), of_spans(field, found)),
    )


def _alt(field: Field, found: Figures | None, period: Period) -> str:
    """What the chart shows, in sentences."""
    where: dict[str, object] = {
        "field": field.label,
        "first": _long(period.first),
        "last": _long(period.last),
    }
    if found is None:
        return _("{field}: nothing was recorded from {first} to {last}.").format(**where)
    where["share"] = _share(field, found)
    if field.kind is Kind.YES_NO:
        return _(
            "{field} was recorded {share} from {first} to {last}. It was “yes” on {present}."
        ).format(present=format_number(found.present), **where)
    return _(
        "{field} was recorded {share} from {first} to {last}. The median "
        "was {median}, and the highest was {highest} on {on}."
    ).format(
        median=amount(field, found.median),
        highest=amount(field, found.highest),
        on=_long(found.highest_on),
        **where,
    )


def _share(field: Field, found: Figures) -> str:
    words = {
        Cadence.DAILY: _("on {recorded} of the {spans} days"),
        Cadence.WEEKLY: _("in {recorded} of the {spans} weeks"),
        Cadence.MONTHLY: _("in {recorded} of the {spans} months"),
    }[field.cadence]
    return words.format(recorded=format_number(found.recorded), spans=format_number(found.days))


def _long(day: date) -> str:
    return format_short_day(day, year=True)
