"""What is deleted stays for a while and can be brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.errors import UnstorableError
from db.folder import open_diary
from db.records import Measurement, Put, Reading, Record, Remove, SoreDay, key_of
from db.store import Store
from tests.db.examples import ALL, ATTACK, BELONGING, NOTE, OTHERS, PARENTS, READING, SORE, puts

LATER = datetime.now(UTC) + timedelta(days=1)


@pytest.fixture
def full(store: Store) -> Store:
    store.write(puts(*ALL, *BELONGING))
    return store


def removal(*records: Record) -> list[Remove]:
    return [Remove(key_of(record)) for record in records]


def test_one_step_is_one_deletion(full: Store) -> None:
    full.write(removal(SORE, BELONGING[0]))

    (deletion,) = full.deletions()

    assert set(deletion.records) == {SORE, BELONGING[0]}
    assert datetime.now(UTC) - deletion.at < timedelta(minutes=1)


def test_the_last_step_comes_first(full: Store) -> None:
    full.write(removal(NOTE))
    full.write(removal(ATTACK))

    assert [each.records for each in full.deletions()] == [(ATTACK,), (NOTE,)]


def test_what_comes_back_leaves_the_list(full: Store) -> None:
    full.write(removal(SORE, BELONGING[0]))
    (deletion,) = full.deletions()

    full.write([Put(record) for record in deletion.records])

    assert full.deletions() == []
    assert full.event(type(SORE), SORE.id) == SORE


@pytest.mark.parametrize("record", [*OTHERS[:-1], NOTE, ATTACK], ids=lambda one: type(one).__name__)
def test_each_kind_is_kept_as_it_was(full: Store, record: Record) -> None:
    full.write(removal(record))

    assert full.deletions()[0].records == (record,)


def test_readings_and_preferences_are_not_kept(full: Store) -> None:
    full.write(removal(READING, OTHERS[-1]))

    assert full.deletions() == []


def test_after_a_while_it_is_gone_for_good(full: Store, folder: Path) -> None:
    full.write(removal(NOTE))
    full.forget(LATER - timedelta(days=30))
    assert full.deletions() != []

    full.forget(LATER)

    assert full.deletions() == []
    full.close()
    again = open_diary(folder)
    assert again.deletions() == []
    again.close()


def test_a_write_that_fails_deletes_nothing(full: Store) -> None:
    orphan = Put(SoreDay(sore="nobody's", day=NOTE.day, recorded_at=NOTE.recorded_at))

    with pytest.raises(UnstorableError):
        full.write([*removal(NOTE), orphan])

    assert full.note(NOTE.day) == NOTE
    assert full.deletions() == []


def test_what_belongs_to_a_record_is_found(full: Store) -> None:
    photo = next(each for each in OTHERS if getattr(each, "about", "") == "sore")

    assert full.belonging(key_of(SORE)) == [BELONGING[0], photo]
    assert [full.belonging(key_of(one)) for one in PARENTS[1:]] == [[one] for one in BELONGING[1:]]
    assert full.belonging(key_of(READING)) == []


def test_events_of_a_stretch_of_days(full: Store) -> None:
    day = READING.day

    assert len(full.events(Measurement, day, day)) == 1
    assert full.events(Measurement, day + timedelta(days=1)) == []
    assert full.events(Measurement, last=day - timedelta(days=1)) == []
    assert full.event(Measurement, "unknown") is None
    assert isinstance(full.day_readings(day)[READING.field], Reading)
