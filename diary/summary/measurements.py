"""Blood pressure, weight and sores of a period, in words: numbers alone, never a category."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from statistics import median

from db.records import Measurement, Sore
from db.store import Reader
from diary.charts.measured import Pressure, middle_pressure, units_of
from diary.field import Group
from diary.i18n import _, format_number, format_short_day, ngettext
from diary.logic.event_phrases import sore_place
from diary.logic.measurements import GROUPS, PRESSURE, WEIGHT, percent_changed, value_words
from diary.logic.periods import Period
from diary.logic.sores import count_words, counts, since_words
from diary.logic.units import Units
from diary.measures import MEASURES
from diary.summary.content import Block, Row
from diary.summary.rest_keys import SORES

PRINTED = (PRESSURE, WEIGHT)


def measured_blocks(
    reader: Reader, period: Period, sections: Container[Group]
) -> tuple[Block, ...]:
    """A table of what was measured, and of the sores; none where there was nothing."""
    rows = (*_measured(reader, period, sections), *_sores(reader, period, sections))
    if not rows:
        return ()
    columns = (_("What"), _("In this period"))
    heading = _("Blood pressure, weight and sores")
    return (Block(heading, columns, rows, nothing=_("Nothing recorded."), key=SORES),)


def _measured(reader: Reader, period: Period, sections: Container[Group]) -> list[Row]:
    units = units_of(reader)
    events = reader.events(Measurement, period.first, period.last)
    events.sort(key=lambda event: (event.day, event.measured_at))
    found = {key: [each for each in events if each.measure == key] for key in PRINTED}
    return [
        Row(str(MEASURES[key].label), (measured_line(those, units),))
        for key, those in found.items()
        if those and GROUPS[key] in sections
    ]


def _sores(reader: Reader, period: Period, sections: Container[Group]) -> list[Row]:
    sores = reader.events(Sore)
    found = counts(sores, period)
    if found.nothing or Group.RAYNAUD not in sections:
        return []
    sores.sort(key=lambda sore: (sore.noticed, sore.id))
    those = [
        Row(sore_place(sore), (". ".join(filter(None, _told(sore, period.last))),))
        for sore in sores
        if sore.noticed <= period.last and (sore.healed is None or sore.healed >= period.first)
    ]
    return [Row(_("Finger and toe sores"), (count_words(found),)), *those]


def _told(sore: Sore, last: date) -> tuple[str, ...]:
    """Since when, and the patient's words."""
    return since_words(sore, last), sore.note.strip()


def measured_line(events: Sequence[Measurement], units: Units) -> str:
    """Median, range, first and last, and on how many days; of one measure, in order of time."""
    unit = units.of(events[0].measure).words
    if len(events) == 1:
        return _("{value} {unit} on {day}").format(**_one(events[0], units), unit=unit)
    middle, ends = _spread(events, units)
    parts = [
        _("median {median}, {range} {unit}").format(median=middle, range=ends, unit=unit),
        _("first {value} on {day}").format(**_one(events[0], units)),
        _("last {value} on {day}").format(**_one(events[-1], units)),
        ngettext("on {n} day", "on {n} days", len({event.day for event in events})),
    ]
    if events[0].measure == WEIGHT:
        parts.append(_("changed by {percent} over the period").format(percent=change(events)))
    return "; ".join(parts)


def _spread(events: Sequence[Measurement], units: Units) -> tuple[str, str]:
    """The median, and from the lowest to the highest."""
    pairs = pressures(events)
    if pairs:
        return middle_pressure(pairs).words, ends_words(pairs)
    values = [event.value for event in events]
    words = units.of(events[0].measure).number_words
    ends = _("{low} to {high}").format(low=words(min(values)), high=words(max(values)))
    return words(median(values)), ends


def pressures(events: Sequence[Measurement]) -> list[Pressure]:
    """Those that have both numbers, as pairs."""
    return [Pressure(e.value, e.diastolic) for e in events if e.diastolic is not None]


def ends_words(pairs: Sequence[Pressure]) -> str:
    """The lowest and highest of either number: they need not be of the same moment."""
    lower = [pair.lower for pair in pairs]
    return _("upper {upper_low}–{upper_high}, lower {lower_low}–{lower_high}").format(
        upper_low=format_number(float(min(pairs)), 0),
        upper_high=format_number(float(max(pairs)), 0),
        lower_low=format_number(min(lower), 0),
        lower_high=format_number(max(lower), 0),
    )


def _one(event: Measurement, units: Units) -> dict[str, str]:
    return {
        "value": value_words(event, units),
        "day": format_short_day(event.day, year=True),
    }


def change(events: Sequence[Measurement]) -> str:
    """From the first to the last value, in per cent with its sign."""
    percent = percent_changed(events[0].value, events[-1].value)
    number = format_number(abs(percent))
    sign = "" if number == format_number(0) else "−" if percent < 0 else "+"
    return _("{sign}{number} %").format(sign=sign, number=number)
