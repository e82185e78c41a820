"""When the patient's day begins: at midnight, or up to four hours later for people awake at night.

What is recorded never moves when this is changed: each record keeps its own day. Used by the
session, the commands and the importer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from db.records import LATEST_START, Attack, Preference

KEY = "day.start"
"""The preference: "HH:MM", from 00:00 to 04:00."""

MIDNIGHT = timedelta()
DAY = timedelta(days=1)


def start_from(preferences: Iterable[Preference]) -> timedelta:
    """How long after midnight the day begins; 0 where nothing that is allowed was chosen."""
    chosen = next((each.value for each in preferences if each.key == KEY), "null")
    return parsed_start(json.loads(chosen))


def parsed_start(value: object) -> timedelta:
    """The start as a time after midnight, from "HH:MM"; 0 for anything else."""
    try:
        at = time.fromisoformat(value) if isinstance(value, str) else time()
    except ValueError:
        return MIDNIGHT
    start = timedelta(hours=at.hour, minutes=at.minute)
    return start if start <= LATEST_START else MIDNIGHT


def day_at(moment: datetime, start: timedelta) -> date:
    """The patient's day at a moment, by the clock on the wall there."""
    return (moment.replace(tzinfo=None) - start).date()


def until_next_day(moment: datetime, start: timedelta) -> timedelta:
    """How long, by the clock on the wall, until the next day begins; more than 0."""
    wall = moment.replace(tzinfo=None)
    return datetime.combine(day_at(moment, start) + DAY, time()) + start - wall


def counted(attack: Attack, start: timedelta) -> Attack:
    """The attack on the patient's day on which it began."""
    return replace(attack, counted_on=day_at(attack.started_at, start))


def can_count_on(attack: Attack) -> bool:
    """Whether its day can be so: the date of its start, or the day before for a start at night."""
    earliest = day_at(attack.started_at, LATEST_START)
    return earliest <= attack.day <= attack.started_at.date()
