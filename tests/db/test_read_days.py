"""Entries are counted by day, as the records themselves say what is late."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from db.folder import open_diary
from db.records import DayCount, Put, Reading, is_late
from db.store import Store
from tests.db.examples import ALL, ATTACK, BELONGING, DAY

EAST = timezone(timedelta(hours=5, minutes=45))
MIDNIGHT = datetime(2026, 11, 1, tzinfo=EAST)


def test_each_kind_is_counted(store: Store) -> None:
    store.write([Put(record) for record in (*ALL, *BELONGING)])

    (day,) = store.day_counts(DAY, DAY)

    # A reading, a note, a sore’s day, a measurement and a photo.
    assert day == DAY
    assert store.day_counts(DAY, DAY)[day] == DayCount(entries=5, attacks=1)
    assert store.day_counts(DAY - timedelta(days=9), DAY - timedelta(days=1)) == {}


def test_several_late_entries_of_a_day_are_counted(store: Store) -> None:
    then, later = date(2026, 10, 1), datetime(2026, 10, 9, 8, tzinfo=EAST)
    store.write([Put(Reading(then, f"a.{n}", n, later)) for n in range(3)])

    assert store.day_counts(then, then) == {then: DayCount(entries=3, late=3)}


def test_only_attacks_with_a_note_are_searched(store: Store) -> None:
    store.write([Put(ATTACK)])

    assert store.noted_attacks() == [ATTACK]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 5 * 24 * 60), min_size=1, max_size=20, unique=True))
def test_late_is_what_the_records_call_late(tmp_path_factory, minutes: list[int]) -> None:
    day = MIDNIGHT.date()
    readings = [Reading(day, f"a.{n}", 1, MIDNIGHT + timedelta(minutes=n)) for n in minutes]
    store = open_diary(tmp_path_factory.mktemp("late") / "diary")
    try:
        store.write([Put(each) for each in readings])
        counted = store.day_counts(day, day)[day].late
    finally:
        store.close()

    assert counted == sum(is_late(each.day, each.recorded_at) for each in readings)
