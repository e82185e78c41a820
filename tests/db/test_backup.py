"""A backup holds the whole diary, is proven before it has its name, and says when it is damaged."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from db import backup, backup_file, copying, engine, keys
from db.check import check
from db.engine import Held
from db.errors import (
    BackupDamagedError,
    BackupMissingError,
    DamagedError,
    DiskFailedError,
    DiskFullError,
    NewerDiaryError,
    NotABackupError,
)
from db.folder import open_diary
from db.records import Put
from db.store import Store
from db.unpacked import Access, unpacked
from tests.db.examples import NOTE, READING
from tests.pictures import kept as jpeg
from tests.pictures import photo

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.fixture
def full(store: Store) -> Store:
    picture = photo()
    store.write([Put(READING), Put(NOTE), Put(picture)], [(picture.id, jpeg())])
    return store


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "diary.scdiary"


class CancelledError(Exception):
    """Someone pressed cancel."""


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_holds_everything(full: Store, target: Path, tmp_path: Path) -> None:
    about = backup.make(full, target, NOW, pictures=True)

    assert (about.made, about.rows, about.pictures) == (NOW, 3, 1)
    assert backup_file.verify(target) == about
    present = keys.load(full.database.file.parent)
    with unpacked(target, tmp_path, Access(present)) as found, found.reading() as reader:
        assert reader.everything() == full.everything()
        assert reader.pictures.ids() == full.pictures.ids()
        assert check(reader) == []
    assert names(target.parent) == [target.name]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_pictures_are_left_out_unless_wanted(full: Store, target: Path) -> None:
    about = backup.make(full, target, NOW)

    assert about.pictures is None
    assert set(about.sums) == {"keys.json", "diary.db"}


def test_what_was_saved_a_moment_ago_is_in_it(full: Store, target: Path, tmp_path: Path) -> None:
    """It is in the write-ahead log only, which no backup has."""
    assert full.database.file.with_name("diary.db-wal").stat().st_size > 0

    backup.make(full, target, NOW)

    present = keys.load(full.database.file.parent)
    with unpacked(target, tmp_path, Access(present)) as found:
        assert not (found.folder / "diary.db-wal").exists()
        with found.reading() as reader:
            assert reader.readings(READING.day, READING.day) == [READING]


def test_nobody_reads_a_word_without_the_key(full: Store, target: Path) -> None:
    backup.make(full, target, NOW, pictures=True)

    content = target.read_bytes()
    assert b"afternoon" not in content
    assert b"skin.tightness" not in content
    assert jpeg()[:40] not in content


def test_a_diary_may_change_while_it_is_backed_up(full: Store, target: Path) -> None:
    """Given someone who goes on writing between the steps."""

    def write() -> None:
        full.write([Put(replace(READING, value=7))])

    backup.make(full, target, NOW, pictures=True, step=write)

    assert backup_file.verify(target).rows == 3


def test_cancelling_leaves_the_earlier_backup(full: Store, target: Path) -> None:
    backup.make(full, target, NOW)
    before = target.read_bytes()

    def cancel() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        backup.make(full, target, NOW + timedelta(days=1), step=cancel)
    assert target.read_bytes() == before
    assert names(target.parent) == [target.name]


def test_a_damaged_diary_gives_no_backup(full: Store, target: Path) -> None:
    file = full.database.file
    full.close()
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)

    with closing(open_diary(file.parent)) as damaged, pytest.raises(DamagedError):
        backup.make(damaged, target, NOW)
    assert names(target.parent) == []


def test_a_disk_that_fills_up_keeps_the_earlier_backup(
    full: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(full, target, NOW)
    before = target.read_bytes()

    def full_disk(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "pack", full_disk)
    with pytest.raises(DiskFullError):
        backup.make(full, target, NOW)
    assert target.read_bytes() == before
    assert names(target.parent) == [target.name]


def test_what_a_killed_try_left_is_swept_away(full: Store, target: Path) -> None:
    scratch = target.parent / ".unfinished-killed"
    scratch.mkdir()
    (scratch / "diary.db").write_bytes(b"half")

    backup.make(full, target, NOW)

    assert names(target.parent) == [target.name]


def test_a_year_before_1980_is_no_hindrance(full: Store, target: Path) -> None:
    """Given a computer whose clock has lost its battery."""
    early = datetime(1970, 1, 1, tzinfo=UTC)

    assert backup.make(full, target, early).made == early


# Files that are no whole backups.


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    place = len(content) // 2
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("damage", [cut, flipped, lambda _: b"", lambda each: each[:-5]])
def test_a_damaged_backup_is_refused(
    full: Store, target: Path, damage: Callable[[bytes], bytes]
) -> None:
    backup.make(full, target, NOW)
    target.write_bytes(damage(target.read_bytes()))

    with pytest.raises(BackupDamagedError):
        backup_file.verify(target)


def test_every_flipped_bit_of_the_database_is_found(full: Store, target: Path) -> None:
    backup.make(full, target, NOW)
    content = target.read_bytes()
    with ZipFile(target) as archive:
        part = archive.getinfo("diary.db")
    start = part.header_offset + 100
    for place in range(start, start + part.file_size - 100, 997):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        target.write_bytes(changed)
        with pytest.raises(BackupDamagedError):
            backup_file.verify(target)


@pytest.mark.parametrize("content", [b"a letter", b"%PDF-1.7", b"PK\x03\x04 no zip", b"\0" * 600])
def test_another_kind_of_file_is_no_backup(target: Path, content: bytes) -> None:
    target.write_bytes(content)

    with pytest.raises((NotABackupError, BackupDamagedError)):
        backup_file.verify(target)


def test_a_backup_that_is_not_there_is_said(target: Path) -> None:
    with pytest.raises(BackupMissingError):
        backup_file.verify(target)
    with pytest.raises(NotABackupError):
        backup_file.verify(target.parent)


def rewritten(target: Path, change: Callable[[dict[str, bytes]], object], method: int = 0) -> None:
    with ZipFile(target) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def about(**parts: object) -> Callable[[dict[str, bytes]], object]:
    def change(members: dict[str, bytes]) -> None:
        body = json.loads(members["about.json"]) | parts
        members["about.json"] = json.dumps(body).encode()

    return change


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (about(version=2), NewerDiaryError),
        (about(format="other"), NotABackupError),
        (about(made="yesterday"), BackupDamagedError),
        (about(made="2026-11-22T21:00:00"), BackupDamagedError),
        (about(rows="many"), BackupDamagedError),
        (about(rows=True), BackupDamagedError),
        (about(sums=[]), BackupDamagedError),
        (about(sums={"keys.json": "", "diary.db": "", "../evil": ""}), BackupDamagedError),
        (lambda members: members.pop("diary.db"), BackupDamagedError),
        (lambda members: members.pop("about.json"), NotABackupError),
        (lambda members: members.update({"../evil": b"x"}), BackupDamagedError),
        (lambda members: members.update({"about.json": b"[" * 15_000}), NotABackupError),
        (lambda members: members.update({"about.json": b" " * 30_000}), NotABackupError),
        (lambda members: members.update({"keys.json": b"{}"}), BackupDamagedError),
    ],
)
def test_a_hostile_backup_is_refused(
    full: Store,
    target: Path,
    change: Callable[[dict[str, bytes]], object],
    error: type[Exception],
) -> None:
    backup.make(full, target, NOW)
    rewritten(target, change)

    with pytest.raises(error):
        backup_file.verify(target)


def test_packed_parts_are_refused(full: Store, target: Path) -> None:
    """They could grow without end."""
    backup.make(full, target, NOW)
    rewritten(target, lambda _: None, ZIP_DEFLATED)

    with pytest.raises((BackupDamagedError, NotABackupError)):
        backup_file.verify(target)


def test_a_byte_between_the_parts_is_guarded_too(full: Store, target: Path) -> None:
    """Given another time of a part, which no sum of a part covers."""
    backup.make(full, target, NOW)
    content = bytearray(target.read_bytes())
    with ZipFile(target) as archive:
        content[archive.getinfo("diary.db").header_offset + 10] ^= 1
    target.write_bytes(content)

    with pytest.raises(BackupDamagedError):
        backup_file.verify(target)


def test_one_that_lost_bytes_is_damaged_and_not_the_disk(full: Store, target: Path) -> None:
    backup.make(full, target, NOW)
    content = target.read_bytes()
    target.write_bytes(content[:50] + content[5_000:])

    with pytest.raises(BackupDamagedError):
        backup_file.verify(target)


def test_a_backup_from_before_there_were_seals_is_whole(full: Store, target: Path) -> None:
    backup.make(full, target, NOW)
    rewritten(target, lambda _: None)

    assert backup_file.verify(target).rows == 3


@pytest.mark.parametrize(
    ("change", "part"),
    [(lambda members: members.update({"keys.json": b"{}"}), "keys.json"), (len, "photos.db")],
)
def test_a_part_that_changed_since_the_look_is_not_unpacked(
    full: Store, target: Path, change: Callable[[dict[str, bytes]], object], part: str
) -> None:
    """Given another file under its name, or one without that part."""
    backup.make(full, target, NOW)
    rewritten(target, change)

    with pytest.raises(BackupDamagedError):
        backup_file.unpack(target, part, target.with_name("out"))


def test_a_copy_that_lost_a_row_is_no_backup(
    full: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a disk that keeps something else than it was given, and says nothing."""
    whole = copying.copy_pages

    def losing(read: Connection, written: Connection, file: Path) -> None:
        whole(read, written, file)
        written.execute("DELETE FROM note")

    monkeypatch.setattr(copying, "copy_pages", losing)
    with pytest.raises(DamagedError):
        backup.make(full, target, NOW)
    assert names(target.parent) == []


def test_a_disk_that_fails_while_a_backup_is_read_is_not_called_damage(
    full: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(full, target, NOW)

    def failing(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("zipfile._SharedFile.read", failing)
    with pytest.raises(DiskFailedError):
        backup_file.verify(target)


def test_a_disk_that_fails_while_pages_are_copied_is_said(
    full: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given the error that SQLite's backup gives, which has no code."""

    class Failing(Held):
        def backup(self, _target: Connection) -> None:
            raise dbapi2.OperationalError

    monkeypatch.setattr(engine, "Held", Failing)
    with pytest.raises(DiskFailedError):
        backup.make(full, target, NOW)
    assert names(target.parent) == []
