from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.check import check
from db.errors import UnstorableError
from db.folder import open_diary
from db.records import Attack, Edit, Note, Profile, Put, Reading, Record, Remove, key_of
from db.store import Store
from tests.db import examples
from tests.db.examples import ALL, ATTACK, DAY, NOTE, PROFILE, READING, puts

LONG = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One diary for many examples; each leaves it empty."""
    opened = open_diary(tmp_path_factory.mktemp("shared"))
    yield opened
    opened.close()


def stored(store: Store, record: Record) -> Record | None:
    match record:
        case Reading():
            return store.reading(record.day, record.field)
        case Note():
            return store.note(record.day)
        case Attack():
            return store.attack(record.id)
        case Profile():
            return store.profile()
    found: list[Record] = [*store.events(type(record))]
    return next((each for each in found if key_of(each) == key_of(record)), None)


def exactly(record: Record | None) -> str:
    """Unlike `==`, tells offsets apart, and 1 from 1.0."""
    return repr(record)


def test_a_new_diary_is_empty(store: Store) -> None:
    assert not any(store.counts().values())
    assert store.deletions() == []
    assert store.span() is None
    assert store.profile() == Profile()
    assert store.ongoing_attack() is None
    assert store.note(DAY) is None
    assert store.day_readings(DAY) == {}


@pytest.mark.parametrize("record", ALL, ids=lambda record: type(record).__name__)
def test_each_kind_is_written_read_and_removed(store: Store, record: Record) -> None:
    (put,) = store.write([Put(record)])
    assert put == Edit(None, record)
    assert exactly(stored(store, record)) == exactly(record)

    (gone,) = store.write([Remove(key_of(record))])
    assert gone == Edit(record, None)
    assert stored(store, record) == (Profile() if record is PROFILE else None)


@LONG
@given(examples.records)
def test_what_was_written_is_what_is_read(shared: Store, record: Record) -> None:
    edits = shared.write([Put(record)])
    after = edits[0].after if edits else None
    assert edits or record == Profile()
    if after is not None:
        assert exactly(stored(shared, after)) == exactly(after)
        assert after == record or "\\ud" in exactly(record), "only surrogates may change"
        shared.write([Remove(key_of(after))])
    assert sum(shared.counts().values()) == 0


@LONG
@given(st.lists(examples.records, max_size=6))
def test_edits_undo_in_reverse_order(shared: Store, records: list[Record]) -> None:
    edits = shared.write([*puts(*records), *(Remove(key_of(record)) for record in records[:2])])
    shared.write([edit.undone() for edit in reversed(edits)])
    assert sum(shared.counts().values()) == 0


def test_a_wish_that_changes_nothing_gives_no_edit(store: Store) -> None:
    store.write(puts(*ALL))
    assert store.write(puts(*ALL)) == ()
    assert store.write([Remove((Reading, "2026-11-21", "skin.tightness"))]) == ()
    assert store.write([]) == ()


def test_an_empty_profile_is_no_profile(store: Store) -> None:
    assert store.write([Put(Profile())]) == ()
    store.write([Put(PROFILE)])
    assert store.write([Put(Profile())]) == (Edit(PROFILE, None),)
    assert store.counts()["profile"] == 0


def test_the_same_moment_in_another_offset_is_a_change(store: Store) -> None:
    moved = replace(ATTACK, started_at=ATTACK.started_at.astimezone(timezone.utc))  # noqa: UP017 - the type under test
    assert moved == ATTACK
    store.write([Put(ATTACK)])
    assert len(store.write([Put(moved)])) == 1
    assert exactly(store.attack(ATTACK.id)) == exactly(moved)


def test_wishes_of_one_write_follow_each_other(store: Store) -> None:
    five, six = replace(READING, value=5), replace(READING, value=6)
    edits = store.write([Put(five), Put(six), Remove(key_of(six)), Put(READING)])
    assert edits == (Edit(None, five), Edit(five, six), Edit(six, None), Edit(None, READING))
    assert store.readings(date.min, date.max) == [READING]


def test_nothing_is_stored_when_one_wish_fails(store: Store) -> None:
    wishes = puts(READING, replace(ATTACK, pain=11))
    with pytest.raises(UnstorableError):
        store.write(wishes)
    assert sum(store.counts().values()) == 0
    assert len(store.write([Put(READING)])) == 1


def test_a_failing_source_of_wishes_stores_nothing(store: Store) -> None:
    def half() -> Iterator[Put]:
        for number in range(10_001):
            yield Put(replace(READING, field=f"f{number}"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(half())
    assert store.counts()["reading"] == 0


@pytest.mark.parametrize(
    "record",
    [
        replace(READING, value=float("nan")),
        replace(READING, value=float("inf")),
        replace(READING, value=2**63),
        replace(READING, field=""),
        replace(ATTACK, id=""),
        replace(ATTACK, pain=-1),
        replace(ATTACK, minutes=-1),
        replace(ATTACK, minutes=5, ongoing=True),
        replace(ATTACK, started_at=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))),
    ],
    ids=str,
)
def test_values_without_a_place_are_refused_with_a_sentence(store: Store, record: Record) -> None:
    with pytest.raises(UnstorableError, match="Nothing was saved"):
        store.write([Put(record)])
    assert sum(store.counts().values()) == 0


def test_odd_text_is_kept(store: Store) -> None:
    text = "a\0b\r\n\t e\u0301 \U0001f9e4 \u202eright to left\u202c " + "long " * 200_000
    store.write([Put(replace(NOTE, text=text))])
    found = store.note(DAY)
    assert found is not None
    assert found.text == text


def test_lone_surrogates_become_replacement_characters(store: Store) -> None:
    (edit,) = store.write([Put(replace(NOTE, text="a\ud83e b \ud83e\udde4 \udde4"))])
    expected = replace(NOTE, text="a\ufffd b \U0001f9e4 \ufffd")
    assert edit.after == expected
    assert store.note(DAY) == expected


def test_zero_is_not_the_same_as_not_recorded(store: Store) -> None:
    store.write([Put(replace(READING, value=0))])
    assert store.reading(DAY, READING.field) == replace(READING, value=0)
    assert store.reading(DAY, "another") is None


def test_two_threads_read_and_write_at_once(store: Store) -> None:
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                values = {each.value for each in store.day_readings(DAY).values()}
                assert len(values) <= 1, "a reader saw half a write"
        except BaseException as error:  # noqa: BLE001 - shown by the main thread
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for value in range(60):
        store.write([Put(replace(READING, field=field, value=value)) for field in "abc"])
    done.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert check(store) == []


def test_it_is_all_there_after_reopening(folder: Path) -> None:
    first = open_diary(folder)
    first.write(puts(*ALL))
    first.close()
    second = open_diary(folder, create=False)
    found = second.everything()
    second.close()
    assert set(found.records()) == set(ALL)
