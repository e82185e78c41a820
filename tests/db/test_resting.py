"""A diary that lets go of its key and wakes again; and what was half typed meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import drafts, keys
from db.errors import RestingError
from db.folder import open_diary
from db.records import Put
from db.store import Store
from tests.db.examples import NOTE


def test_nothing_is_read_or_written_until_it_wakes(store: Store, folder: Path) -> None:
    store.write([Put(NOTE)])
    key = store.database.key

    store.rest()

    with pytest.raises(RestingError):
        store.note(NOTE.day)
    with pytest.raises(RestingError):
        store.write([Put(NOTE)])
    with pytest.raises(RestingError):
        _ = store.database.key
    assert not (folder / "diary.db-wal").exists()
    assert key not in str(vars(store.database))

    store.wake(key)
    assert store.note(NOTE.day) == NOTE
    assert store.write([Put(NOTE)]) == ()


def test_it_rests_and_closes_more_than_once(store: Store) -> None:
    store.rest()
    store.rest()
    store.close()


def test_a_draft_is_kept_beside_the_diary_and_goes(store: Store, folder: Path) -> None:
    words = "the tip of my thumb is “white” again"
    assert drafts.kept(store.database) == ""

    drafts.keep(store.database, "before")
    drafts.keep(store.database, words)

    assert drafts.kept(store.database) == words
    assert (folder / drafts.NAME).stat().st_mode & 0o077 == 0
    assert all(b"thumb" not in file.read_bytes() for file in folder.glob("*") if file.is_file())
    drafts.forget(store.database)
    drafts.forget(store.database)
    assert drafts.kept(store.database) == ""
    assert not list(folder.glob("drafts*"))


def test_a_draft_of_another_diary_or_a_broken_one_is_none(store: Store, folder: Path) -> None:
    (folder / drafts.NAME).write_bytes(b"something else" * 400)

    assert drafts.kept(store.database) == ""

    drafts.keep(store.database, "after it")
    assert drafts.kept(store.database) == "after it"


def test_the_folder_says_whether_there_is_a_passphrase(folder: Path) -> None:
    open_diary(folder).close()
    assert not keys.sealed(folder)

    keys.store(folder, keys.load(folder), "warm gloves")

    assert keys.sealed(folder)
