from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.records import Event, Everything
from db.store import Store
from tests.db.examples import (
    AT,
    ATTACK,
    BELONGING,
    DAY,
    NOTE,
    OTHERS,
    PARENTS,
    PROFILE,
    READING,
    puts,
)

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def test_readings_come_by_day_and_field(store: Store) -> None:
    rows = [replace(READING, day=day, field=f) for day in (BEFORE, DAY, AFTER) for f in "abc"]
    store.write(puts(*reversed(rows)))
    assert store.readings(BEFORE, AFTER) == rows
    assert store.readings(DAY, DAY) == rows[3:6]
    assert store.readings(BEFORE, AFTER, {"b", "never"}) == rows[1::3]
    assert store.readings(BEFORE, AFTER, []) == []
    assert store.day_readings(DAY) == {row.field: row for row in rows[3:6]}


def test_a_stretch_includes_both_its_ends(store: Store) -> None:
    notes = [replace(NOTE, day=day) for day in (BEFORE, DAY, AFTER)]
    store.write(puts(*notes))
    assert store.notes(BEFORE, AFTER) == notes
    assert store.notes(DAY, AFTER) == notes[1:]
    assert store.notes(AFTER, BEFORE) == []


def test_attacks_come_by_their_start_and_count_on_the_day_of_it(store: Store) -> None:
    late = replace(ATTACK, id="b", started_at=AT.replace(hour=23, minute=50), minutes=45)
    early = replace(ATTACK, id="c", started_at=AT.replace(hour=1))
    store.write(puts(late, early, ATTACK))
    assert store.attacks(DAY, DAY) == [early, ATTACK, late]
    assert store.attacks(AFTER, AFTER) == []
    assert store.attack("c") == early
    assert store.attack("nobody’s") is None


def test_the_latest_attack_that_still_goes_on(store: Store) -> None:
    first = replace(ATTACK, id="a", minutes=None, ongoing=True)
    last = replace(first, id="b", started_at=AT + timedelta(minutes=5))
    store.write(puts(ATTACK, last, first))
    assert store.ongoing_attack() == last
    store.write(puts(replace(first, ongoing=False), replace(last, ongoing=False, minutes=1)))
    assert store.ongoing_attack() is None


def test_a_day_is_recorded_by_a_reading_a_note_or_an_attack(store: Store) -> None:
    store.write(puts(replace(READING, day=BEFORE), NOTE, PROFILE))
    store.write(puts(replace(ATTACK, started_at=AT + timedelta(days=1))))
    assert store.recorded_days(date.min, date.max) == {BEFORE, DAY, AFTER}
    assert store.recorded_days(DAY, DAY) == {DAY}
    assert store.span() == (BEFORE, AFTER)


def test_everything_is_the_whole_diary_or_a_stretch_of_it(store: Store) -> None:
    other = replace(NOTE, day=BEFORE)
    store.write(puts(READING, NOTE, other, ATTACK, PROFILE))
    assert store.everything() == Everything(PROFILE, (READING,), (other, NOTE), (ATTACK,))
    assert store.everything(last=BEFORE) == Everything(PROFILE, (), (other,), ())
    assert store.everything(first=AFTER) == Everything(PROFILE)
    counts = {table: count for table, count in store.counts().items() if count}
    assert counts == {"reading": 1, "note": 2, "attack": 1, "profile": 1}


def test_questions_use_an_index(store: Store) -> None:
    plans = {
        "SELECT * FROM reading WHERE day BETWEEN 'a' AND 'b' ORDER BY day, field",
        "SELECT * FROM note WHERE day BETWEEN 'a' AND 'b' ORDER BY day",
        "SELECT * FROM attack WHERE day BETWEEN 'a' AND 'b'",
        "SELECT * FROM attack WHERE ongoing ORDER BY started_at DESC LIMIT 1",
        "SELECT max(day) FROM attack",
    }
    with store.database.reading() as connection:
        for question in plans:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
            assert "INDEX" in plan[0][3] or "PRIMARY KEY" in plan[0][3], question
            assert len(plan) == 1, f"{question} sorts: {plan}"


@pytest.mark.parametrize("event", [BELONGING[0], *OTHERS[:1], OTHERS[3]], ids=type)
def test_an_event_with_a_day_makes_the_day_a_recorded_one(store: Store, event: Event) -> None:
    store.write(puts(*PARENTS, event))

    assert store.span() == (DAY, DAY)
    assert store.recorded_days(DAY, DAY) == {DAY}
    assert store.recorded_days(AFTER, AFTER) == set()
