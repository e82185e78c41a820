"""A whole key file of another diary lies beside the right one: files of two folders were mixed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import keys, passphrase
from db.errors import (
    DamagedError,
    DiaryError,
    DiskFullError,
    PassphraseNeededError,
    WrongKeyError,
    WrongPassphraseError,
)
from db.folder import DB_NAME, open_diary, recover
from db.reading_copy import open_to_read
from db.records import Put
from db.rescue import rescue
from db.store import Store
from tests.db.examples import NOTE

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
OURS, THEIRS = "warm gloves", "cold gloves"
EACH_WORDS = pytest.mark.parametrize(
    ("ours", "theirs"), [(None, None), (OURS, None), (None, THEIRS), (OURS, THEIRS), (OURS, OURS)]
)


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


Mixed = Callable[..., str]


@pytest.fixture
def mixed(folder: Path, tmp_path: Path) -> Mixed:
    """Puts the key of another diary beside ours; gives its text."""

    def mix(ours: str | None, theirs: str | None, *names: str) -> str:
        with closing(open_diary(folder, passphrase=ours)) as store:
            store.write([Put(NOTE)])
        shutil.copy(folder / keys.KEYS_NAME, tmp_path / "kept.json")
        open_diary(tmp_path / "other", passphrase=theirs).close()
        for name in names or (keys.KEYS_NAME,):
            shutil.copy(tmp_path / "other" / name, folder / name)
        return keys.text(tmp_path / "other")

    return mix


def holds_the_note(store: Store) -> bool:
    with closing(store):
        return store.everything().notes == (NOTE,)


def set_aside(folder: Path) -> list[str]:
    return [file.read_text() for file in folder.glob("keys of another diary *.json")]


@EACH_WORDS
@pytest.mark.parametrize("name", keys.NAMES)
def test_the_right_key_opens_it_and_the_other_ones_file_is_kept(
    folder: Path, mixed: Mixed, ours: str | None, theirs: str | None, name: str
) -> None:
    foreign = mixed(ours, theirs, name)

    assert holds_the_note(open_diary(folder, create=False, passphrase=ours))

    assert set_aside(folder) == [foreign]
    assert not keys.mixed(folder)
    assert holds_the_note(open_diary(folder, create=False, passphrase=ours))


@pytest.mark.parametrize(
    ("words", "error"), [(None, PassphraseNeededError), (THEIRS, WrongPassphraseError)]
)
@pytest.mark.parametrize("theirs", [None, THEIRS])
def test_the_words_that_are_asked_for_are_ours(
    folder: Path, mixed: Mixed, theirs: str | None, words: str | None, error: type[DiaryError]
) -> None:
    mixed(OURS, theirs)
    before = {name: (folder / name).read_bytes() for name in keys.NAMES}

    assert keys.sealed(folder)
    with pytest.raises(error):
        open_diary(folder, create=False, passphrase=words)

    assert before == {name: (folder / name).read_bytes() for name in keys.NAMES}


@EACH_WORDS
def test_it_can_be_read_where_nothing_can_be_written(
    folder: Path, mixed: Mixed, ours: str | None, theirs: str | None
) -> None:
    mixed(ours, theirs)

    assert holds_the_note(open_to_read(folder, DiskFullError(), ours))


@EACH_WORDS
def test_what_can_be_read_of_it_is_saved_where_it_is_damaged(
    folder: Path, mixed: Mixed, ours: str | None, theirs: str | None
) -> None:
    mixed(ours, theirs)
    with (folder / DB_NAME).open("r+b") as stream:
        stream.truncate(stream.seek(0, 2) - 4096)

    rescue(folder, NOW, ours)

    open_diary(folder, create=False, passphrase=ours).close()


def test_the_recovery_code_opens_it_where_both_are_foreign(
    folder: Path, tmp_path: Path, mixed: Mixed
) -> None:
    foreign = mixed(None, THEIRS, *keys.NAMES)
    secret = bytes.fromhex(
        json.loads((tmp_path / "kept.json").read_text())["slots"]["open"]["secret"]
    )
    with pytest.raises(WrongKeyError):
        open_diary(folder, create=False, passphrase=THEIRS)

    recover(folder, secret, OURS)

    assert holds_the_note(open_diary(folder, create=False, passphrase=OURS))
    assert set_aside(folder) == [foreign]


def test_a_file_that_does_not_say_whose_it_is_may_be_ours_with_other_words(
    folder: Path, mixed: Mixed
) -> None:
    """Given a sealed one of an older program: kept, it could open the diary with old words."""
    mixed(OURS, None)
    body = json.loads((folder / keys.COPY_NAME).read_text())
    del body["slots"]["passphrase"]["diary"]
    (folder / keys.KEYS_NAME).write_text(keys.written(body["slots"]))

    assert holds_the_note(open_diary(folder, create=False, passphrase=OURS))

    assert set_aside(folder) == []


@pytest.mark.parametrize(("before", "after"), [(OURS, None), (None, OURS), (OURS, THEIRS)])
def test_a_change_of_words_that_was_cut_off_is_no_mixture(
    folder: Path, before: str | None, after: str | None
) -> None:
    """Given one killed between the two files: what is not in force any more is not kept."""
    open_diary(folder, passphrase=before).close()
    old = (folder / keys.KEYS_NAME).read_bytes()
    keys.store(folder, keys.load(folder, before), after)
    (folder / keys.KEYS_NAME).write_bytes(old)

    assert not keys.mixed(folder)
    assert keys.sealed(folder) is (before is not None)
    open_diary(folder, create=False, passphrase=after or before).close()

    assert set_aside(folder) == []


def test_where_neither_fits_nothing_is_changed(folder: Path, mixed: Mixed) -> None:
    """Given a database that is damaged at its beginning as well."""
    mixed(None, None)
    with (folder / DB_NAME).open("r+b") as stream:
        stream.write(bytes(range(100, 200)))
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    with pytest.raises(DamagedError):
        open_diary(folder, create=False)

    assert before == {file.name: file.read_bytes() for file in folder.iterdir()}
