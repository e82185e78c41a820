"""Charts of single fields under one date axis: days as dots, a 7-day median, gaps left blank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from diary.field import Field, Kind
from diary.i18n import _, format_day, format_minutes, format_number, format_short_day
from diary.logic.periods import DAY, Period
from diary.logic.rolling import rolling_median
from diary.logic.statistics import WEEK, Figures
from diary.summary.content import Axis, Charts, Series, Tick
from diary.summary.days import Days
from diary.summary.words import amount, of_days, unit

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
    return Axis(len(period), tuple(ticks))


def series(days: Days, field: Field) -> Series:
    """The chart of one field over the period."""
    period = days.period
    values = {day: value for day, value in days.values[field.key].items() if day in period}
    top = _top(field, days.values[field.key], period)
    late = days.late[field.key]
    found = days.figures(field, period)
    return Series(
        label=str(field.label),
        unit=unit(field),
        group=field.group.value,
        top=_top_words(field, top),
        points=tuple((period.index(d), v / top, d in late) for d, v in sorted(values.items())),
        medians=_medians(period, days.values[field.key], top),
        figures=_figures(field, found, period),
        alt=_alt(field, found, period),
    )


def charts(days: Days, heading: str, groups: Mapping[str, tuple[str, tuple[Field, ...]]]) -> Charts:
    """The charts of these fields; `groups` maps a colour role to its heading and its fields."""
    return Charts(
        heading=heading,
        legend=(
            ("dot", _("a day’s entry")),
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


def _medians(
    period: Period, values: Mapping[date, float], top: int
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The 7-day median in unbroken pieces, as day of the period and height."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for number, value in enumerate(rolling_median(values, period.first, period.last)):
        if value is not None:
            pieces[-1].append((number, value / top))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)


def _top(field: Field, values: Mapping[date, float], period: Period) -> int:
    """The value at the upper edge: the scale's end, or a round number above all that is drawn.

    The median of the first days reaches back over a week before the period.
    """
    if field.kind not in {Kind.COUNT, Kind.MINUTES}:
        return field.top
    drawn = Period(period.first - WEEK * DAY, period.last)
    highest = max((value for day, value in values.items() if day in drawn), default=0)
    tops = MINUTE_TOPS if field.kind is Kind.MINUTES else COUNT_TOPS
    return next((top for top in tops if top >= highest), max(int(highest), 1))


def _top_words(field: Field, top: int) -> str:
    return format_minutes(top) if field.kind is Kind.MINUTES else format_number(top)


def _figures(field: Field, found: Figures | None, period: Period) -> tuple[tuple[str, str], ...]:
    if found is None:
        return ()
    return (
        (_("median"), amount(field, found.median)),
        (_("highest"), amount(field, found.highest)),
        (_("days"), of_days(found.recorded, len(period))),
    )


def _alt(field: Field, found: Figures | None, period: Period) -> str:
    """What the chart shows, in sentences."""
    where = {"field": field.label, "first": _long(period.first), "last": _long(period.last)}
    if found is None:
        return _("{field}: nothing was recorded from {first} to {last}.").format(**where)
    return _(
        "{field} was recorded on {recorded} of the {days} days from {first} to {last}. The median "
        "was {median}, and the highest was {highest} on {on}."
    ).format(
        recorded=format_number(found.recorded),
        days=format_number(found.days),
        median=amount(field, found.median),
        highest=amount(field, found.highest),
        on=_long(found.highest_on),
        **where,
    )


def _long(day: date) -> str:
    return format_short_day(day, year=True)
