"""Sores, blood pressure and weight on page 1: numbers and days alone, never a category.

What has no room here is counted; the appendix has it all.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from db.records import Measurement, Sore
from db.store import Reader
from diary.charts.measured import Pressure, middle_pressure, units_of
from diary.event_words import SORE_PLACES, word
from diary.field import Group
from diary.i18n import _, ngettext
from diary.logic.measurements import GROUPS, PRESSURE, WEIGHT, value_words
from diary.logic.periods import Period
from diary.logic.sores import count_words, counts, is_open
from diary.logic.units import Units
from diary.measures import MEASURES
from diary.summary.content import Watched, WatchedLine, WatchedPart
from diary.summary.measurements import change, ends_words, pressures
from diary.summary.words import day_words, on_page

MOST_OPEN = 3
"""So many lines for open sores; counting those without room takes one of them."""


def watched(reader: Reader, period: Period, sections: Container[Group]) -> Watched:
    """The three parts that the patient shows; who leaves out a group leaves out its part."""
    units = units_of(reader)
    events = sorted(
        reader.events(Measurement, period.first, period.last),
        key=lambda event: (event.day, event.measured_at),
    )
    made = (
        (Group.RAYNAUD, sores_part(reader.events(Sore), period)),
        (GROUPS[PRESSURE], _pressure_part(_of(events, PRESSURE), units, period)),
        (GROUPS[WEIGHT], _weight_part(_of(events, WEIGHT), units, period)),
    )
    return Watched(
        heading=_("Sores and measurements"),
        parts=tuple(part for group, part in made if group in sections),
        nothing=_("nothing recorded"),
        left_out=_("Left out."),
    )


def _of(events: Sequence[Measurement], measure: str) -> list[Measurement]:
    return [event for event in events if event.measure == measure]


def sores_part(sores: Sequence[Sore], period: Period) -> WatchedPart:
    """New, open at the end and healed; the open ones by their places, the oldest first."""
    found = counts(sores, period)
    still = [sore for sore in sores if is_open(sore, period.last)]
    still.sort(key=lambda sore: (sore.noticed, sore.id))
    shown = still if len(still) <= MOST_OPEN else still[: MOST_OPEN - 1]
    more = len(still) - len(shown)
    return WatchedPart(
        heading=_("Sores"),
        aside="" if found.nothing else count_words(found),
        lines=tuple(_open_line(sore, period) for sore in shown),
        more=on_page(ngettext("and {n} more open", "and {n} more open", more)) if more else "",
    )


def _open_line(sore: Sore, period: Period) -> WatchedLine:
    seen = Period(min(sore.noticed, period.first), period.last)
    return WatchedLine(
        label=_("open"),
        words=word(SORE_PLACES, sore.place),
        aside=_("since {day}").format(day=day_words(sore.noticed, seen)),
    )


def _pressure_part(events: Sequence[Measurement], units: Units, period: Period) -> WatchedPart:
    pairs = pressures(events)
    days = len({event.day for event in events})
    return WatchedPart(
        heading=str(MEASURES[PRESSURE].label),
        unit=str(units.of(PRESSURE).words),
        aside=ngettext("on {n} day", "on {n} days", days) if days else "",
        lines=(
            *(_spread(pairs) if len(pairs) > 1 else ()),
            *(_one(_("last"), event, units, period) for event in events[-1:]),
        ),
    )


def _spread(pairs: Sequence[Pressure]) -> tuple[WatchedLine, ...]:
    return (
        WatchedLine(_("median"), middle_pressure(pairs).words),
        WatchedLine(_("range"), ends_words(pairs)),
    )


def _weight_part(events: Sequence[Measurement], units: Units, period: Period) -> WatchedPart:
    several = len(events) > 1
    aside = _("changed by {percent}").format(percent=change(events)) if several else ""
    return WatchedPart(
        heading=str(MEASURES[WEIGHT].label),
        unit=str(units.of(WEIGHT).words),
        aside=aside,
        lines=(
            *(_one(_("first"), event, units, period) for event in events[:1] if several),
            *(_one(_("last"), event, units, period) for event in events[-1:]),
        ),
    )


def _one(label: str, event: Measurement, units: Units, period: Period) -> WatchedLine:
    return WatchedLine(label, value_words(event, units), day_words(event.day, period))
