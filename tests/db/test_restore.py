"""A restored backup takes the diary's place; what was there before is kept and can come back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import backup, copying, keys, passphrase, restore
from db.check import check
from db.engine import Database
from db.errors import (
    BackupDamagedError,
    DiaryError,
    LockedError,
    NewerDiaryError,
    PassphraseNeededError,
    WrongKeyError,
    WrongPassphraseError,
)
from db.folder import BACKUPS_NAME, DB_NAME, open_diary
from db.records import Everything, Note, Put
from db.store import Store
from db.unpacked import Access
from tests.db.examples import NOTE, READING
from tests.pictures import kept as jpeg
from tests.pictures import photo

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
STORED = Path(__file__).parent / "stored"
LATER = Note(NOTE.day + timedelta(days=1), "Written after the backup", NOTE.recorded_at)


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def saved(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """A backup of a diary that went on after it."""
    target = tmp_path / "saved.scdiary"
    with closing(open_diary(folder)) as store:
        picture = photo()
        store.write([Put(READING), Put(NOTE), Put(picture)], [(picture.id, jpeg())])
        backup.make(store, target, NOW, pictures=True)
        store.write([Put(LATER)])
    yield target
    assert not [each for each in folder.iterdir() if each.suffix in {".restored", ".new"}]
    assert not list(folder.glob(".unfinished-*"))


def everything(folder: Path, words: str | None = None) -> Everything:
    with closing(open_diary(folder, create=False, passphrase=words)) as store:
        assert check(store) == []
        assert store.without_picture() == []
        return store.everything()


def own(folder: Path, words: str | None = None) -> Access:
    return Access(keys.load(folder, words))


def test_the_diary_is_as_it_was_at_the_backup(folder: Path, saved: Path) -> None:
    restore.restore(folder, saved, NOW, own(folder))

    found = everything(folder)
    assert found.notes == (NOTE,)
    assert found.readings == (READING,)


def test_a_restore_can_be_undone(folder: Path, saved: Path) -> None:
    before = everything(folder)

    kept = restore.restore(folder, saved, NOW, own(folder))

    assert kept is not None
    assert kept.parent == folder / BACKUPS_NAME
    restore.restore(folder, kept, NOW + timedelta(minutes=1), own(folder))
    assert everything(folder) == before


def test_pictures_of_later_photos_survive_there_and_back(folder: Path, saved: Path) -> None:
    with closing(open_diary(folder)) as store:
        later = photo()
        store.write([Put(later)], [(later.id, jpeg())])

    kept = restore.restore(folder, saved, NOW, own(folder))
    with closing(open_diary(folder)) as store:
        store.sweep()
    assert kept is not None
    restore.restore(folder, kept, NOW + timedelta(minutes=1), own(folder))

    with closing(open_diary(folder)) as store:
        assert store.picture(later.id) == jpeg()


def test_a_stale_log_does_not_undo_the_restore(folder: Path, saved: Path, tmp_path: Path) -> None:
    """Given a program that was killed: its last entries are in the write-ahead log only."""
    copy = tmp_path / "killed"
    with closing(open_diary(folder)) as store:
        store.write([Put(Note(LATER.day, "In the log", LATER.recorded_at))])
        shutil.copytree(folder, copy)
    assert (copy / (DB_NAME + "-wal")).stat().st_size > 0

    kept = restore.restore(copy, saved, NOW, own(copy))

    assert everything(copy).notes == (NOTE,)
    assert kept is not None
    restore.restore(copy, kept, NOW + timedelta(minutes=1), own(copy))
    assert everything(copy).notes[-1].text == "In the log"


def test_a_new_computer_takes_the_keys_of_the_backup(tmp_path: Path, saved: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()

    assert restore.restore(new, saved, NOW, Access()) is None

    assert everything(new).notes == (NOTE,)


def test_a_new_computer_needs_the_passphrase_of_the_backup(tmp_path: Path) -> None:
    target, new = tmp_path / "sealed.scdiary", tmp_path / "new"
    with closing(open_diary(tmp_path / "old", passphrase="first")) as store:
        store.write([Put(NOTE)])
        backup.make(store, target, NOW)
    new.mkdir()

    with pytest.raises(PassphraseNeededError):
        restore.restore(new, target, NOW, Access())
    with pytest.raises(WrongPassphraseError):
        restore.restore(new, target, NOW, Access(passphrase="second"))
    assert list(new.iterdir()) == []
    restore.restore(new, target, NOW, Access(passphrase="first"))

    assert everything(new, "first").notes == (NOTE,)


def test_a_recovery_code_opens_a_sealed_backup(tmp_path: Path) -> None:
    target, new = tmp_path / "sealed.scdiary", tmp_path / "new"
    with closing(open_diary(tmp_path / "old", passphrase="forgotten")) as store:
        store.write([Put(NOTE)])
        backup.make(store, target, NOW)
    secret = keys.load(tmp_path / "old", "forgotten")
    new.mkdir()

    with pytest.raises(WrongKeyError):
        restore.restore(new, target, NOW, Access(recovered=bytes(16)))
    restore.restore(new, target, NOW, Access(recovered=secret, passphrase="new words"))

    assert everything(new, "new words").notes == (NOTE,)


def test_a_backup_of_another_diary_keeps_the_present_keys(folder: Path, saved: Path) -> None:
    """Given a second laptop: its passphrase and its recovery code stay good."""
    other = folder.with_name("other")
    with closing(open_diary(other, passphrase="mine")) as store:
        store.write([Put(LATER)])

    kept = restore.restore(other, saved, NOW, own(other, "mine"))

    assert everything(other, "mine").notes == (NOTE,)
    assert kept is not None
    restore.restore(other, kept, NOW + timedelta(minutes=1), own(other, "mine"))
    assert everything(other, "mine").notes == (LATER,)


def test_a_backup_from_before_a_new_passphrase_still_opens(folder: Path, saved: Path) -> None:
    keys.store(folder, keys.load(folder), "new words")

    restore.restore(folder, saved, NOW, own(folder, "new words"))

    assert everything(folder, "new words").notes == (NOTE,)


@pytest.mark.parametrize("damage", [b"", b"garbage" * 1000])
def test_of_a_damaged_diary_every_byte_is_kept(folder: Path, saved: Path, damage: bytes) -> None:
    access = own(folder)
    (folder / DB_NAME).write_bytes(damage)

    kept = restore.restore(folder, saved, NOW, access)

    assert everything(folder).notes == (NOTE,)
    assert kept is not None
    assert (kept / DB_NAME).read_bytes() == damage


def test_what_is_kept_of_a_damaged_diary_outlives_a_power_cut(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_diary(folder).close()
    synced, sync = set[int](), os.fsync

    def noted(handle: int) -> None:
        sync(handle)
        synced.add(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", noted)
    kept = restore.keep_bytes(folder, tmp_path / "kept")

    assert len(list(kept.iterdir())) > len(keys.NAMES)
    assert {each.stat().st_ino for each in (*kept.iterdir(), kept, kept.parent)} <= synced


def test_a_lost_database_comes_back(folder: Path, saved: Path) -> None:
    access = own(folder)
    for file in folder.glob(DB_NAME + "*"):
        file.unlink()

    assert restore.restore(folder, saved, NOW, access) is None

    assert everything(folder).notes == (NOTE,)


def test_lost_keys_come_back_with_the_backup(folder: Path, saved: Path) -> None:
    for name in keys.NAMES:
        (folder / name).unlink()

    restore.restore(folder, saved, NOW, Access())

    assert everything(folder).notes == (NOTE,)


def test_a_backup_never_replaces_the_keys_of_a_diary_that_is_locked(
    tmp_path: Path, saved: Path
) -> None:
    locked = tmp_path / "locked"
    open_diary(locked, passphrase="mine").close()
    before = keys.text(locked)

    with pytest.raises(PassphraseNeededError):
        restore.restore(locked, saved, NOW, Access())
    assert keys.text(locked) == before


def test_an_older_schema_is_brought_forward(tmp_path: Path, folder: Path) -> None:
    old, target = tmp_path / "old", tmp_path / "old.scdiary"
    shutil.copytree(STORED / "v1", old)
    open_diary(folder).close()
    store = Store(_database(old))
    backup.make(store, target, NOW)
    store.close()

    restore.restore(folder, target, NOW, own(folder))

    assert everything(folder).readings


def _database(folder: Path) -> Database:
    return Database(folder / DB_NAME, keys.database_key(keys.load(folder)))


def test_a_newer_schema_is_refused(folder: Path, saved: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer"
    open_diary(newer).close()
    with closing(Store(_database(newer))) as store:
        with store.database.writing() as connection:
            connection.execute("PRAGMA user_version=99")
        target = tmp_path / "newer.scdiary"
        backup.make(store, target, NOW)
    before = everything(folder)

    with pytest.raises(NewerDiaryError):
        restore.restore(folder, target, NOW, own(folder))
    assert everything(folder) == before


def test_a_damaged_backup_changes_nothing(folder: Path, saved: Path) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    saved.write_bytes(saved.read_bytes()[:-100])

    with pytest.raises(BackupDamagedError):
        restore.restore(folder, saved, NOW, own(folder))

    after = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    assert after == before
    assert not (folder / BACKUPS_NAME).exists()


@pytest.mark.parametrize("step", ["copy", "clear_logs", "clear"])
def test_an_error_at_any_step_leaves_the_present_diary(
    folder: Path, saved: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(folder)

    def fail(*_args: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(copying, step, fail)
        with pytest.raises((DiaryError, OSError)):
            restore.restore(folder, saved, NOW, own(folder))

    assert everything(folder) == before


@pytest.mark.parametrize("steps", [0, 3, 8, 12])
def test_cancelled_at_any_step_the_present_diary_stays(
    folder: Path, saved: Path, steps: int
) -> None:
    before = everything(folder)
    files = {each.relative_to(folder) for each in folder.rglob("*") if each.suffix != ".lock"}
    left = iter(range(steps))

    def step() -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore.restore(folder, saved, NOW, own(folder), restore.Care(step=step))

    now = {each.relative_to(folder) for each in folder.rglob("*") if each.suffix != ".lock"}
    assert now - files <= {Path("backups")}
    assert everything(folder) == before


def test_while_another_program_uses_the_diary_nothing_is_changed(
    folder: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "BUSY_TIMEOUT", 0.01)
    with closing(open_diary(folder)) as theirs:
        theirs.write([Put(Note(NOTE.day, "In their log", NOTE.recorded_at))])
        with pytest.raises(LockedError):
            restore.restore(folder, saved, NOW, own(folder))
        assert (folder / (DB_NAME + "-wal")).exists()
        assert theirs.everything().notes[0].text == "In their log"
        theirs.write([Put(Note(NOTE.day, "Still theirs", NOTE.recorded_at))])

    assert everything(folder).notes[0].text == "Still theirs"
    restore.restore(folder, saved, NOW, own(folder))
    assert everything(folder).notes == (NOTE,)
