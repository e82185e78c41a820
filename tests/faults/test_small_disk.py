"""Faults 4 to 7, 9 and 10: a disk that is full, cannot be written, or has gone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db import backup, errors
from db.backup_folder import is_whole
from db.check import check
from db.folder import BACKUPS_NAME, DB_NAME, open_diary
from db.records import Everything, Put, Remove, key_of
from db.store import Store
from tests.faults.works import NOW, a_few_days, command, entry

FILLER = "filler"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; mounting one needs root."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or not mounted(place, "-t", "tmpfs", "-o", "size=2m", "none"):
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=False)


def mounted(place: Path, *options: str) -> bool:
    """Mount something, or mount it in another way."""
    tried = subprocess.run(["mount", *options, place], capture_output=True, check=False)
    return tried.returncode == 0


def fill(disk: Path, but: int = 0) -> None:
    """Leave just `but` bytes."""
    free = shutil.disk_usage(disk).free - but
    (disk / FILLER).write_bytes(bytes(free))


def make_room(disk: Path) -> None:
    (disk / FILLER).unlink()


@pytest.fixture
def folder(disk: Path) -> Path:
    """A diary in use on the small disk."""
    found = disk / "diary"
    a_few_days(found)
    return found


@pytest.fixture
def open_store(folder: Path) -> Iterator[Store]:
    opened = open_diary(folder)
    yield opened
    opened.close()


def saved_until_full(store: Store) -> Everything:
    """Save until that fails; the diary with all that was acknowledged."""
    for number in range(10, 30):
        before = store.everything()
        try:
            store.write(entry(number))
        except errors.DiskFullError:
            return before
    raise AssertionError


@pytest.mark.parametrize("but", [0, 4096, 16384])
def test_4_a_save_on_a_full_disk_says_so_and_works_once_there_is_room(
    open_store: Store, disk: Path, but: int
) -> None:
    open_store.write(entry(9))
    fill(disk, but)
    before = saved_until_full(open_store)

    assert open_store.everything() == before
    make_room(disk)
    assert len(open_store.write(entry(40))) == 3
    assert check(open_store) == []


def test_4_deleting_on_a_full_disk_says_so_and_works_once_there_is_room(
    open_store: Store, disk: Path
) -> None:
    gone = [Remove(key_of(wish.record)) for wish in entry(1)]
    before = open_store.everything()
    fill(disk)
    with pytest.raises(errors.DiskFullError):
        open_store.write(gone)

    assert open_store.everything() == before
    make_room(disk)
    assert len(open_store.write(gone)) == 3


@pytest.mark.parametrize("but", [0, 40_000, 250_000])
def test_5_a_backup_on_a_full_disk_leaves_the_earlier_ones(
    open_store: Store, disk: Path, folder: Path, but: int
) -> None:
    place = folder / BACKUPS_NAME
    kept = backup.make_automatic(open_store, place, NOW - timedelta(days=1))
    fill(disk, but)
    with pytest.raises(errors.DiskFullError):
        backup.make_automatic(open_store, place, NOW)

    assert list(place.iterdir()) == [kept]
    assert is_whole(kept)
    make_room(disk)
    assert is_whole(backup.make_automatic(open_store, place, NOW))


@pytest.mark.parametrize("words", [("export", "--format", "json"), ("export", "--format", "csv")])
def test_5_an_export_on_a_full_disk_leaves_the_earlier_one(
    folder: Path, disk: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    elsewhere = shutil.copytree(folder, tmp_path / "diary")
    target = disk / "out"
    target.write_bytes(b"an earlier one")
    fill(disk)
    with pytest.raises(errors.DiaryError, match="Choose another place"):
        command(*words, "--output", target, folder=elsewhere)

    assert target.read_bytes() == b"an earlier one"
    assert {each.name for each in disk.iterdir()} == {"out", FILLER, "diary"}
    make_room(disk)
    command(*words, "--output", target, folder=elsewhere)
    assert target.stat().st_size > 1_000


def test_5_a_summary_on_a_full_disk_leaves_the_earlier_one(
    folder: Path, disk: Path, tmp_path: Path
) -> None:
    elsewhere = shutil.copytree(folder, tmp_path / "diary")
    target = disk / "out.pdf"
    target.write_bytes(b"an earlier one")
    fill(disk)
    with pytest.raises(errors.DiaryError, match="Choose another place"):
        command("summary", "--output", target, folder=elsewhere)

    assert target.read_bytes() == b"an earlier one"
    assert {each.name for each in disk.iterdir()} == {"out.pdf", FILLER, "diary"}


def test_6_a_full_disk_at_the_start_is_not_another_program(folder: Path, disk: Path) -> None:
    fill(disk)
    with pytest.raises(errors.DiskFullError):
        open_diary(folder).close()

    make_room(disk)
    store = open_diary(folder)
    assert len(store.write([Put(entry(9)[0].record)])) == 1
    store.close()


def test_7_a_folder_that_cannot_be_written_says_so_and_stays(folder: Path, disk: Path) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert mounted(disk, "-o", "remount,ro")
    with pytest.raises(errors.ReadOnlyError, match="cannot be written"):
        open_diary(folder)

    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert mounted(disk, "-o", "remount,rw")
    open_diary(folder).close()


def test_9_a_disk_that_has_gone_gets_no_empty_diary_in_its_place(folder: Path, disk: Path) -> None:
    subprocess.run(["umount", "-l", disk], check=True)
    with pytest.raises(errors.NoDiaryError, match="USB stick"):
        open_diary(folder, create=False)

    assert list(disk.iterdir()) == []


def test_10_the_database_of_a_folder_with_backups_is_never_made_anew(folder: Path) -> None:
    store = open_diary(folder)
    backup.make_automatic(store, folder / BACKUPS_NAME, NOW)
    store.close()
    (folder / DB_NAME).unlink()
    with pytest.raises(errors.NoDiaryError):
        open_diary(folder)

    assert not (folder / DB_NAME).exists()
