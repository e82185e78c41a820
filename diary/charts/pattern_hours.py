"""When attacks came: by the hour of the clock, and by the day of the week."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

from diary.charts.drawing import Drawing
from diary.charts.finish import finish
from diary.charts.paper import Frame, Paper
from diary.charts.pattern_bars import (
    Bar,
    Field,
    draw_upright,
    letters_wide,
    upright_field,
    upright_height,
)
from diary.charts.pattern_titles import BY_HOUR, BY_WEEKDAY
from diary.charts.pattern_words import alone_title, attacks_words, few_attacks, period_words
from diary.charts.style import Style
from diary.charts.twin import MISSING, Shown, Twin
from diary.field import Group
from diary.i18n import _, format_day, format_number, format_time, ngettext
from diary.logic.patterns import FEWEST_OF_A_WEEKDAY, Hours, Patterns, Weekday

RAYNAUD = Group.RAYNAUD.value
HOURS = 24
HOUR_STEPS = (3, 6, 12)
A_MONDAY = date(2024, 1, 1)
NAMES = ("cccc", "ccc", "ccccc")
"""The patterns of a weekday's name, from the longest to the shortest."""


def hours_shown(found: Patterns) -> Shown:
    """Attacks by the hour in which they began."""
    title = str(BY_HOUR)
    said = _hours_said(found.hours)
    rows = tuple((_span(hour), format_number(n)) for hour, n in enumerate(found.hours.counts))
    twin = Twin((_("Hour"), _("Attacks")), rows if found.hours.timed else ())
    if not found.hours.enough:
        return Shown(title, few_attacks(said), None, twin)
    return Shown(title, said, partial(_draw_hours, found, title, said), twin)


def _hours_said(hours: Hours) -> str:
    timed = ngettext("{n} timed attack", "{n} timed attacks", hours.timed)
    if not hours.without:
        return _("{attacks}.").format(attacks=timed)
    return _("{attacks}; {number} without a time.").format(
        attacks=timed, number=format_number(hours.without)
    )


def _span(hour: int) -> str:
    return _("{start} to {end}").format(start=_clock(hour), end=_clock(hour + 1))


def _clock(hour: int) -> str:
    return format_time(time(hour % HOURS))


def _draw_hours(found: Patterns, title: str, said: str, style: Style) -> Drawing:
    counts = found.hours.counts
    bars = [
        Bar((), count, format_number(count) if count else "", _hour_words(hour, count))
        for hour, count in enumerate(counts)
    ]
    key = _("{said} Each bar: the attacks that began in that hour, by the clock where you were.")
    frame = Frame(alone_title(title), period_words(found.period), key.format(said=said))
    paper = Paper(style.width_px, upright_height(style, 1), style, frame)
    points = draw_upright(paper, bars, RAYNAUD)
    _draw_clock(paper, upright_field(style, bars))
    most = max(range(HOURS), key=lambda hour: counts[hour])
    description = _("{title}, {period}. {said} Most began from {hour}: {number}.").format(
        title=title,
        period=frame.period,
        said=said,
        hour=_span(most),
        number=format_number(counts[most]),
    )
    return finish(paper, frame, description, points)


def _hour_words(hour: int, count: int) -> str:
    return _("{hour}: {attacks}").format(hour=_span(hour), attacks=attacks_words(count))


def _draw_clock(paper: Paper, field: Field) -> None:
    """The times under the edges of the bars, as many as fit."""
    style, pitch = paper.style, (field.right - field.left) / HOURS
    widest = 1.5 * letters_wide(_clock(12), style) + style.em
    step = next((each for each in HOUR_STEPS if each * pitch >= widest), HOURS)
    places = [(hour, field.left + hour * pitch) for hour in range(0, HOURS + 1, step)]
    paper.rules([(x, field.foot, x, field.foot + 0.3 * style.em) for _hour, x in places], "line")
    for hour, x in places:
        ha = {0: "left", HOURS: "right"}.get(hour, "center")
        paper.text(x, field.foot + 1.35 * style.em, _clock(hour), ha=ha)


# Weekdays.


def weekdays_shown(found: Patterns) -> Shown:
    """Attacks for each recorded day of each weekday."""
    title = str(BY_WEEKDAY)
    said = _("{attacks} on {days} on which attacks are known.").format(
        attacks=attacks_words(found.attacks),
        days=ngettext("{n} day", "{n} days", found.known_days),
    )
    rows = tuple(
        (_name(day), format_number(day.days), format_number(day.attacks), _rate(day, MISSING))
        for day in found.weekdays
    )
    headings = (_("Weekday"), _("Days recorded"), _("Attacks"), _("Attacks a day"))
    twin = Twin(headings, rows if found.known_days else (), _rule())
    if all(day.rate is None for day in found.weekdays):
        return Shown(title, f"{said} {_too_few()}", None, twin)
    return Shown(title, said, partial(_draw_weekdays, found, title, said), twin)


def _too_few() -> str:
    return _("That is too few to show: {rule}").format(rule=_rule())


def _rule() -> str:
    words = _(
        "A weekday is shown once {least} of them are recorded, so that one day does not decide."
    )
    return words.format(least=format_number(FEWEST_OF_A_WEEKDAY))


def _rate(day: Weekday, missing: str) -> str:
    return missing if day.rate is None else format_number(day.rate, 2)


def _draw_weekdays(found: Patterns, title: str, said: str, style: Style) -> Drawing:
    days = found.weekdays
    bars = [
        Bar(
            (_name(day), format_number(day.days)),
            day.rate,
            _("too few") if day.rate is None else format_number(day.rate, 1),
            _weekday_words(day),
        )
        for day in days
    ]
    key = _(
        "{said} Each bar: attacks a day. Below each: how many of these days are recorded. {rule}"
    )
    frame = Frame(
        alone_title(title), period_words(found.period), key.format(said=said, rule=_rule())
    )
    paper = Paper(style.width_px, upright_height(style, 2), style, frame)
    points = draw_upright(paper, bars, RAYNAUD)
    _draw_names(paper, upright_field(style, bars), days)
    told = "; ".join(point.words for point in points)
    description = _("{title}, {period}. {said} {each}.").format(
        title=title, period=frame.period, said=said, each=told
    )
    return finish(paper, frame, description, points)


def _weekday_words(day: Weekday) -> str:
    days = ngettext("{n} day recorded", "{n} days recorded", day.days)
    if day.rate is None:
        return _("{weekday}: too few days, {days}").format(weekday=_name(day), days=days)
    return _("{weekday}: {rate} attacks a day, {attacks} on {days}").format(
        weekday=_name(day), rate=_rate(day, ""), attacks=attacks_words(day.attacks), days=days
    )


def _draw_names(paper: Paper, field: Field, days: tuple[Weekday, ...]) -> None:
    """The weekdays under their bars, as long as fits, and how many are recorded."""
    style, pitch = paper.style, (field.right - field.left) / len(days)
    told = [ngettext("{n} day", "{n} days", day.days) for day in days]
    wide = max(letters_wide(each, style) for each in told) < 0.95 * pitch
    fits = (w for w in NAMES if max(letters_wide(_name(d, w), style) for d in days) < 0.95 * pitch)
    width = next(fits, NAMES[-1])
    for place, day in enumerate(days):
        x = field.left + (place + 0.5) * pitch
        y = field.foot + 1.35 * style.em
        paper.text(x, y, _name(day, width), ha="center", role="ink")
        recorded = told[place] if wide else format_number(day.days)
        paper.text(x, y + 1.25 * style.em, recorded, ha="center")


def _name(day: Weekday, style: str = "cccc") -> str:
    """The weekday as it stands alone: "Monday", "Mon", "M"."""
    return format_day(A_MONDAY + timedelta(days=day.weekday), style)
