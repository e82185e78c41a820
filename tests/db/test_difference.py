"""What a restore would change is counted before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.difference import Both, difference
from db.folder import open_diary
from db.records import Attack, Note, Put, Reading, Remove, key_of
from db.store import Store
from tests.db.examples import ALL, ATTACK, BELONGING, NOTE, READING, puts


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with closing(open_diary(tmp_path / "other")) as opened:
        yield opened


def test_two_equal_diaries_differ_in_nothing(store: Store, other: Store) -> None:
    for each in (store, other):
        each.write(puts(*ALL, *BELONGING))

    found = difference(store.database, other.database.file, other.database.key)

    everything = [found.days, *found.kinds.values()]
    assert all(both.only_here == both.only_there == both.differ == 0 for both in everything)
    assert sum(both.here for both in found.kinds.values()) == sum(store.counts().values()) - 1


def test_each_kind_of_difference_is_counted(store: Store, other: Store) -> None:
    later = replace(READING, day=READING.day + timedelta(days=1))
    store.write(puts(READING, later, NOTE))
    other.write(puts(replace(READING, value=9), ATTACK))

    found = difference(store.database, other.database.file, other.database.key)

    assert found.kinds[Reading] == Both(here=2, there=1, both=1, differ=1)
    assert found.kinds[Note] == Both(here=1, there=0, both=0)
    assert found.kinds[Attack] == Both(here=0, there=1, both=0)
    assert found.kinds[Reading].only_here == 1
    assert found.kinds[Attack].only_there == 1


def test_a_day_counts_once_whatever_is_on_it(store: Store, other: Store) -> None:
    store.write(puts(READING, replace(NOTE, day=READING.day)))
    other.write(puts(replace(NOTE, day=READING.day + timedelta(days=3))))

    days = difference(store.database, other.database.file, other.database.key).days

    assert days == Both(here=1, there=1, both=0)


def test_it_leaves_the_open_diary_at_work(store: Store, other: Store) -> None:
    difference(store.database, other.database.file, other.database.key)

    store.write([Put(NOTE)])
    assert store.note(NOTE.day) == NOTE
    store.write([Remove(key_of(NOTE))])
