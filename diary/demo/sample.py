"""Makes the sample diary as records: same days, same seed, same records.

Used by `demo`, the tests and the benchmarks; fifty years take seconds.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta
from random import Random

from db.records import (
    Attack,
    Event,
    Everything,
    Measurement,
    Note,
    Preference,
    Profile,
    Reading,
    SoreDay,
    Value,
    in_order,
)
from diary.clock import in_zone
from diary.demo.care import care
from diary.demo.events import events
from diary.demo.outdoors import Outdoors
from diary.demo.rare import SWITCHED_ON, Rare
from diary.demo.spells import spells
from diary.demo.voice import Voice
from diary.demo.weather import DayState, often, scale, states
from diary.field import Kind
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.i18n import _

ZONE = "Europe/London"
BORN = date(1979, 4, 12)
MOTIONS = "digestion.motions"
KEPT = Preference("fields.on", json.dumps(SWITCHED_ON))
SCALES = tuple(
    field
    for field in CATALOGUE
    if field.kind is Kind.SCALE10 and (field.default_on or field.key in SWITCHED_ON)
)
NEVER_USED = frozenset({"digestion.constipation"})
LEFT_OUT = 0.04
LONGEST_DAY = 1440

# Each scale's usual level, what a cold day and a flare add to it, and how often it is absent.
LEVELS: dict[str, tuple[float, float, float, float]] = {
    "skin.tightness": (3.0, 1.2, 3.0, 0.0),
    "skin.movement": (2.2, 0.8, 2.6, 0.0),
    "skin.itch": (1.8, 0.6, 2.0, 0.4),
    "raynaud.impact": (1.0, 4.0, 1.4, 0.0),
    "digestion.heartburn": (3.0, 0.0, 1.2, 0.3),
    "digestion.swallowing": (1.6, 0.0, 0.8, 0.6),
    "digestion.bloating": (2.8, 0.0, 1.6, 0.2),
    "digestion.cramps": (1.8, 0.0, 1.2, 0.6),
    "digestion.diarrhoea": (2.0, 0.0, 0.8, 0.8),
    "digestion.nausea": (1.6, 0.0, 1.0, 0.7),
    "organs.breathlessness": (1.4, 0.4, 0.6, 0.5),
    "general.fatigue": (3.6, 0.8, 3.0, 0.0),
    "general.pain": (2.4, 0.8, 2.6, 0.0),
    "general.hands": (2.4, 1.6, 2.8, 0.0),
    "general.overall": (2.6, 1.2, 3.0, 0.0),
}
USUAL = (2.0, 0.4, 1.0, 0.2)


def sample(days: int = 365, until: date = date(2026, 6, 30), seed: int = 1) -> Everything:
    """A diary of `days` days that ends with `until`."""
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    first = until - timedelta(days=days - 1)
    readings: list[Reading] = []
    notes: list[Note] = []
    attacks: list[Attack] = []
    voice, rare, outdoors = Voice(chance), Rare(chance), Outdoors(seed)
    for state in states(first, days, chance):
        those, weather = spells(state, chance, ZONE), outdoors.values(state)
        if not state.recorded:
            continue
        attacks.extend(those)
        at = _written(state, until, chance)
        values = _values(state, those, chance) | rare.values(state) | weather
        readings.extend(_readings(state, values, at))
        if words := voice.note(state, those):
            notes.append(Note(state.day, words, at + timedelta(minutes=3)))
    attacks.sort(key=lambda attack: (attack.started_at, attack.id))
    others = _events(first, until, seed, {reading.day for reading in readings})
    patient = Profile(_("Sample Patient"), BORN, "SAMPLE-01")
    return Everything(patient, tuple(readings), tuple(notes), tuple(attacks), others)


def _events(first: date, until: date, seed: int, kept: Container[date]) -> tuple[Event, ...]:
    """Everything with its own time, from a chance of its own, as the store orders it.

    On days without the diary she measures nothing and looks at no sore either.
    """
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    made = [*events(first, until, chance, ZONE), *care(first, until, chance, ZONE), KEPT]
    found = (e for e in made if not isinstance(e, Measurement | SoreDay) or e.day in kept)
    return tuple(sorted(found, key=in_order))


def _written(state: DayState, until: date, chance: Random) -> datetime:
    """When the evening's entries were made: at times days later, never after `until`."""
    day = min(state.day + timedelta(days=state.late_by), until)
    return in_zone(day, chance.choice((20, 21, 21, 22)), chance.randrange(50), ZONE)


def _readings(state: DayState, values: dict[str, Value], at: datetime) -> Iterator[Reading]:
    for place, key in enumerate(sorted(values)):
        yield Reading(state.day, key, values[key], at + timedelta(seconds=8 * place))


def _values(state: DayState, attacks: list[Attack], chance: Random) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in SCALES:
        if field.key in NEVER_USED or chance.random() < LEFT_OUT:
            continue
        level, cold, flare, absent = LEVELS.get(field.key, USUAL)
        around = level + cold * state.cold + flare * state.flare + 0.6 * state.mood
        there = chance.random() >= absent * (1 - state.flare)
        values[field.key] = scale(chance, around) if there else 0
    if chance.random() >= LEFT_OUT:
        values[MOTIONS] = often(chance, 1.3 + 0.15 * int(values.get("digestion.diarrhoea", 0)))
    return values | _evening(state, attacks, chance)


def _evening(state: DayState, attacks: list[Attack], chance: Random) -> dict[str, Value]:
    """The evening's totals: the timed attacks, and those that nobody timed."""
    untimed = often(chance, 0.15 + 0.5 * state.cold)
    count = len(attacks) + untimed
    minutes = sum(attack.minutes or 0 for attack in attacks)
    minutes += sum(chance.randrange(5, 26, 5) for _more in range(untimed))
    all_day = state.cold + state.flare > 0.95 and chance.random() < 0.2  # noqa: PLR2004 - a bad day
    pattern = "most" if all_day else "attacks" if count else "none"
    evening: dict[str, Value] = {DAY_PATTERN: pattern, ATTACK_COUNT: count}
    if all(attack.minutes is not None for attack in attacks):
        evening[ATTACK_MINUTES] = min(minutes, LONGEST_DAY)
    return evening
