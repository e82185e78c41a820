"""Reads the attacks of a time and makes their charts. On the worker: it loads matplotlib."""

from __future__ import annotations

from diary.charts.pattern_answers import colours_shown, triggers_shown
from diary.charts.pattern_cold import cold_shown
from diary.charts.pattern_hours import hours_shown, weekdays_shown
from diary.charts.pattern_places import places_shown
from diary.charts.twin import Shown
from diary.fields import ATTACK_COUNT, DAY_PATTERN
from diary.logic.patterns import OUTDOOR_LOW, patterns
from diary.logic.periods import Period
from diary.logic.units import Unit
from diary.session import Session
from diary.ui.widgets.maps.hands import HANDS

NEEDED = (ATTACK_COUNT, DAY_PATTERN, OUTDOOR_LOW)


def read_patterns(
    session: Session, period: Period, first_weekday: int, unit: Unit
) -> tuple[Shown, ...]:
    """The charts of a period, temperatures in a unit; none where no attack is recorded."""
    readings = session.read.readings(period.first, period.last, NEEDED)
    attacks = session.read.attacks(period.first, period.last)
    found = patterns(period, readings, attacks, first_weekday)
    if not found.attacks:
        return ()
    return (
        hours_shown(found),
        weekdays_shown(found),
        triggers_shown(found),
        colours_shown(found),
        places_shown(found, HANDS),
        cold_shown(found, unit),
    )
