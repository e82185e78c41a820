"""A folder of backups knows whose they are, takes more, and lets the right ones go."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import backup, backup_file
from db.backup_folder import BackupFolder, Occasion, is_whole, name_of
from db.errors import BackupDamagedError, DiaryError, DiskFullError
from db.folder import open_diary
from db.records import Put
from db.store import Store
from tests.db.examples import NOTE, READING
from tests.pictures import kept as jpeg
from tests.pictures import photo

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def full(store: Store) -> Store:
    store.write([Put(READING), Put(NOTE)])
    return store


@pytest.fixture
def stick(full: Store, tmp_path: Path) -> BackupFolder:
    (tmp_path / "stick").mkdir()
    return backup.folder_of(full, tmp_path / "stick")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another person's diary."""
    with closing(open_diary(tmp_path / "other")) as opened:
        yield opened


def names(folder: BackupFolder) -> list[str]:
    return sorted(each.name for each in folder.place.iterdir())


def test_a_name_says_occasion_and_moment() -> None:
    assert name_of(NOW) == "2026-11-22 210000.scdiary"
    assert name_of(NOW, Occasion.IMPORT) == "before import 2026-11-22 210000.scdiary"


def test_occasions_are_told_apart(full: Store, stick: BackupFolder) -> None:
    for occasion in Occasion:
        backup.make_automatic(full, stick.place, NOW, occasion)

    for occasion in Occasion:
        assert stick.found(occasion) == {NOW: stick.place / name_of(NOW, occasion)}
    assert stick.newest() == stick.place / name_of(NOW)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    gone = BackupFolder(tmp_path / "gone", "")

    assert gone.found() == {}
    assert gone.newest() is None
    assert not gone.place.exists()


def test_backups_of_another_person_are_neither_counted_nor_removed(
    full: Store, other: Store, stick: BackupFolder
) -> None:
    theirs = [backup.make_automatic(other, stick.place, NOW - n * 400 * DAY) for n in range(9)]

    for day in range(12):
        backup.make_automatic(full, stick.place, NOW + day * DAY)

    assert all(is_whole(file) for file in theirs)
    assert len(stick.found()) == 8


def test_a_backup_of_the_restored_diary_is_still_ours(full: Store, stick: BackupFolder) -> None:
    """Whoever has the same secret is the same person, whatever the passphrase."""
    file = backup.make_automatic(full, stick.place, NOW)

    assert backup_file.salt_of(file) == stick.salt
    assert stick.has(file)


def test_a_taken_backup_is_the_same(full: Store, stick: BackupFolder, tmp_path: Path) -> None:
    made = backup.make_automatic(full, tmp_path / "backups", NOW)

    taken = stick.take(made)

    assert taken.read_bytes() == made.read_bytes()
    assert stick.newest() == taken


def test_a_stick_that_is_pulled_is_not_replaced_by_a_folder(
    full: Store, stick: BackupFolder, tmp_path: Path
) -> None:
    made = backup.make_automatic(full, tmp_path / "backups", NOW)
    stick.place.rmdir()

    with pytest.raises(DiaryError):
        stick.take(made)
    assert not stick.place.exists()


def test_a_stick_that_fills_up_keeps_what_it_had(
    full: Store, stick: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.make_automatic(full, tmp_path / "backups", NOW)
    before = stick.take(made).read_bytes()

    def fill(_from: object, to: object, _at_once: int) -> None:
        to.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", fill)
    with pytest.raises(DiskFullError):
        stick.take(made)
    assert names(stick) == [made.name]
    assert (stick.place / made.name).read_bytes() == before


def test_a_damaged_backup_is_not_taken(full: Store, stick: BackupFolder, tmp_path: Path) -> None:
    made = backup.make_automatic(full, tmp_path / "backups", NOW)
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)

    with pytest.raises(BackupDamagedError):
        stick.take(made)
    assert names(stick) == []


def test_two_copies_of_the_photos_stay(full: Store, stick: BackupFolder) -> None:
    for day in range(4):
        picture = photo()
        full.write([Put(picture)], [(picture.id, jpeg())])
        backup.make_automatic(full, stick.place, NOW + day * DAY, Occasion.PHOTOS)

    kept = stick.found(Occasion.PHOTOS)
    assert sorted(kept) == [NOW + 2 * DAY, NOW + 3 * DAY]
    assert [backup_file.read(kept[made]).pictures for made in sorted(kept)] == [3, 4]


def test_five_stay_of_what_was_before_imports(full: Store, stick: BackupFolder) -> None:
    for day in range(7):
        backup.make_automatic(full, stick.place, NOW + day * DAY, Occasion.IMPORT)

    assert len(stick.found(Occasion.IMPORT)) == 5


def test_what_was_before_a_restore_stays(full: Store, stick: BackupFolder) -> None:
    for day in range(20):
        backup.make(full, stick.place / name_of(NOW + day * DAY, Occasion.RESTORE), NOW)

    stick.thin(NOW + 30 * DAY)

    assert len(stick.found(Occasion.RESTORE)) == 20


def test_the_album_is_told_by_its_pictures(full: Store, stick: BackupFolder) -> None:
    empty = backup.make(full, stick.place / "a.scdiary", NOW, pictures=True)
    picture = photo()
    full.write([Put(picture)], [(picture.id, jpeg())])
    one = backup.make(full, stick.place / "b.scdiary", NOW, pictures=True)

    assert empty.album == ""
    assert (
        one.album
        == backup.album_of({picture.id})
        == backup_file.read(stick.place / "b.scdiary").album
    )
