"""The two blocks of figures on page 1: Raynaud's, and days with a symptom."""

from __future__ import annotations

from collections.abc import Iterable

from diary.field import Group
from diary.fields import ATTACK_COUNT
from diary.i18n import _, format_minutes, format_number, format_percent
from diary.logic.comparison import compare
from diary.logic.digestion import DOMAINS, worst_of
from diary.logic.periods import Period
from diary.logic.raynaud import Raynaud, raynaud
from diary.logic.statistics import WEEK, Figures, figures
from diary.summary.content import Block, Row
from diary.summary.days import Days
from diary.summary.words import ABSENT, day_words, marked, of_days, span_words

IMPACT = "raynaud.impact"


def raynaud_block(days: Days) -> Block:
    """Raynaud's in the period, and in the last 14 days beside the 14 before."""
    last = days.period.fortnight
    periods = (days.period, last, last.previous)
    found = [raynaud(each, days.readings, days.attacks) for each in periods]
    nothing = not days.shows(Group.RAYNAUD) or all(each.nothing for each in found)
    return Block(
        heading=_("Raynaud’s"),
        columns=(
            _("how often, how long"),
            _("this period"),
            _("last 14 days"),
            _("14 before"),
            _("change, 14 days"),
        ),
        rows=() if nothing else _raynaud_rows(days, periods, found),
        nothing=nothing_words(days, Group.RAYNAUD),
        note=_(
            "Attacks of a day: the evening total, or the timed attacks where they are more. A day "
            "without either counts only if “no attacks” was answered."
        ),
    )


def nothing_words(days: Days, group: Group) -> str:
    """Why there is nothing: what the patient leaves out may well be recorded."""
    return _("Nothing recorded.") if days.shows(group) else _("Left out.")


def _raynaud_rows(days: Days, periods: tuple[Period, ...], found: list[Raynaud]) -> tuple[Row, ...]:
    fields = {field.key: field for field in days.fields}
    counts = [each.count for each in found]
    rows = [
        Row(
            _("Attacks a day: mean (range)"),
            (
                *(_mean(count, span=True) for count in counts),
                marked(compare(fields[ATTACK_COUNT], *counts[1:]))
                if ATTACK_COUNT in fields
                else "",
            ),
        )
    ]
    if IMPACT in fields:
        impacts = [days.figures(fields[IMPACT], period) for period in periods]
        change = marked(compare(fields[IMPACT], *impacts[1:]))
        rows.append(
            Row(_("Difficulty caused: mean"), (*(_mean(impact) for impact in impacts), change))
        )
    rows += [
        Row(_("Length of an attack: median"), _cells(map(_length, found))),
        Row(_("Time in attacks, all together"), _cells(map(_total_time, found))),
        Row(
            _("Worst pain in an attack, on"),
            _cells(_worst_pain(each, days.period) for each in found),
        ),
        Row(_("Cold or discoloured most of the day"), _cells(map(_most_days, found))),
        Row(_("Attacks recorded at the time"), _cells(map(_at_the_time, found))),
        Row(
            _("Days with attacks known"),
            _cells(
                of_days(each.count.recorded if each.count else 0, len(period))
                for each, period in zip(found, periods, strict=True)
            ),
        ),
    ]
    return tuple(rows)


def _cells(words: Iterable[str]) -> tuple[str, ...]:
    """The cells of a row that is not compared."""
    return (*words, "")


def _mean(found: Figures | None, *, span: bool = False) -> str:
    if found is None:
        return ABSENT
    mean = format_number(found.mean)
    return f"{mean} ({span_words(found)})" if span else mean


def _length(found: Raynaud) -> str:
    return ABSENT if found.median_minutes is None else format_minutes(found.median_minutes)


def _total_time(found: Raynaud) -> str:
    return ABSENT if found.minutes is None else format_minutes(float(found.minutes.total))


def _worst_pain(found: Raynaud, period: Period) -> str:
    if found.worst_pain is None:
        return ABSENT
    pain, day = found.worst_pain
    return _("{value} · {day}").format(value=format_number(pain), day=day_words(day, period))


def _most_days(found: Raynaud) -> str:
    if not found.pattern_days:
        return ABSENT
    return of_days(found.most_days, found.pattern_days)


def _at_the_time(found: Raynaud) -> str:
    if not found.timed:
        return ABSENT
    return _("{share} of {attacks}").format(
        share=format_percent(found.at_the_time / found.timed), attacks=format_number(found.timed)
    )


def presence_block(days: Days) -> Block:
    """Digestion: days with each symptom, and with any of a domain, of seven recorded days."""
    rows = []
    for name, keys in DOMAINS:
        used = [field for field in days.numeric if field.key in keys]
        named = [field for field in used if field.default_on or len(used) == 1]
        rows += [_presence(days, str(field.label), [field.key]) for field in named]
        if len(used) > 1:
            rows.append(_presence(days, str(name), keys))
    return Block(
        heading=_("Digestion"),
        columns=(_("days with it, of 7 recorded"), _("now"), _("before")),
        rows=tuple(rows),
        nothing=nothing_words(days, Group.DIGESTION),
    )


def _presence(days: Days, name: str, keys: Iterable[str]) -> Row:
    values = worst_of(days.values, keys)
    both = (days.period, days.period.previous)
    return Row(name, tuple(_in_seven(figures(values, each)) for each in both))


def _in_seven(found: Figures | None) -> str:
    if found is None:
        return ABSENT
    if found.entries < WEEK:  # too few to be told as a share of seven
        return of_days(found.present, found.entries)
    return format_number(found.present_in_seven)
