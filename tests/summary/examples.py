"""A diary of some months, the same on every run, with gaps, late entries and a field never used."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from db.records import Attack, Note, Profile, Put, Reading, Wish
from db.store import Store
from diary.field import Kind
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.logic.periods import Period
from diary.summary import Options
from diary.summary.content import Content, Row

LAST = date(2026, 11, 21)
PERIOD = Period.ending(LAST, 90)
MADE = datetime(2026, 11, 22, 9, tzinfo=UTC)
OPTIONS = Options(MADE)
NEVER_USED = "digestion.diarrhoea"
PROFILE = Profile("Ann Example", date(1968, 3, 14), "12 345")
TRIGGERS = ("cold_air", "cold_object", "emotion", "none_noticed")


def table(content: Content, key: str) -> tuple[Row, ...]:
    """The rows of one of the tables at the end."""
    return next(block.rows for block in content.tables if block.key == key)


def fill(store: Store, days: int = 180, seed: int = 1) -> None:
    """Write the example into an open diary."""
    chance = random.Random(seed)
    wishes: list[Wish] = [Put(PROFILE)]
    for number in range(days):
        day = LAST - timedelta(days=days - 1 - number)
        if chance.random() < 0.1 or 40 < days - number < 47:
            continue
        wishes += _day(day, chance)
    store.write(wishes)


def _day(day: date, chance: random.Random) -> list[Wish]:
    evening = datetime(day.year, day.month, day.day, 21, tzinfo=UTC)
    recorded = evening + timedelta(days=3 if chance.random() < 0.08 else 0)
    attacks = [_attack(day, number, chance) for number in range(chance.randint(0, 4))]
    total = len(attacks) + chance.randint(0, 1)
    values: dict[str, int | str] = {
        field.key: min(10, max(0, round(chance.gauss(field.rank % 7 + 1, 1.5))))
        for field in CATALOGUE
        if field.kind is Kind.SCALE10 and field.key != NEVER_USED and chance.random() > 0.06
    }
    values[DAY_PATTERN] = chance.choice(["attacks", "most"]) if total else "none"
    values[ATTACK_COUNT] = total
    values[ATTACK_MINUTES] = 20 * total
    readings = [Put(Reading(day, key, value, recorded)) for key, value in values.items()]
    notes = [Put(Note(day, "Gloves helped.", evening))] if chance.random() < 0.05 else []
    return [*readings, *map(Put, attacks), *notes]


def _attack(day: date, number: int, chance: random.Random) -> Attack:
    began = datetime(day.year, day.month, day.day, 7 + 4 * number, 15, tzinfo=UTC)
    return Attack(
        id=f"{day}-{number}",
        started_at=began,
        zone="Europe/London",
        recorded_at=began + timedelta(minutes=chance.choice([20, 20, 600])),
        minutes=chance.choice([5, 15, 40, None]),
        pain=chance.randint(0, 8),
        triggers=(chance.choice(TRIGGERS),),
        note="By the lake." if chance.random() < 0.05 else "",
    )
