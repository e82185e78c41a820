"""Faults 7 and 8: the diary's folder cannot be written, from the start or while it is open."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import keys
from db.errors import DiskFullError, ReadOnlyError, RestingError, WrongPassphraseError
from db.folder import DB_NAME, open_diary
from db.reading_copy import sweep
from db.records import Put
from diary.lock import opened
from tests.faults.test_small_disk import disk, fill, folder, mounted
from tests.faults.works import NotDoneError, a_photo, command, entry

__all__ = ["disk", "folder"]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files of its own."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def protected(folder: Path, disk: Path) -> Iterator[Path]:
    """A diary with a photo and an open log, on a disk that was protected while it was in use."""
    store = open_diary(folder)
    photo, picture = a_photo(1)
    store.write([Put(photo)], [(photo.id, picture)])
    store.write(entry(9))
    log = (folder / f"{DB_NAME}-wal").read_bytes()
    store.close()
    (folder / f"{DB_NAME}-wal").write_bytes(log)  # as a killed program leaves it
    assert mounted(disk, "-o", "remount,ro")
    yield folder
    mounted(disk, "-o", "remount,rw")


def test_7_it_opens_for_reading_with_all_that_the_log_has(protected: Path, temporary: Path) -> None:
    before = {each.name: each.read_bytes() for each in protected.iterdir() if each.is_file()}
    store = opened(protected, None)

    assert isinstance(store.database.read_only, ReadOnlyError)
    assert len(store.everything().notes) == 5
    assert store.picture("p1") == a_photo(1)[1]
    with pytest.raises(ReadOnlyError):
        store.write(entry(10))

    (place,) = temporary.iterdir()
    assert place.stat().st_mode & 0o777 == 0o700
    assert not [each for each in place.iterdir() if b"secret" in each.read_bytes()]
    store.close()
    assert not list(temporary.iterdir())
    assert before == {n.name: n.read_bytes() for n in protected.iterdir() if n.is_file()}


def test_7_a_copy_that_was_left_is_swept_and_one_in_use_stays(
    protected: Path, temporary: Path
) -> None:
    store = opened(protected, None)
    (used,) = temporary.iterdir()
    left = temporary / "scleroderma-diary-read-left"
    left.mkdir(mode=0o700)
    (left / DB_NAME).write_bytes(b"as encrypted as ever")

    sweep()

    assert list(temporary.iterdir()) == [used]
    store.close()


@pytest.mark.parametrize(
    "words",
    [
        ("summary", "--output", "{out}"),
        ("export", "--format", "json", "--output", "{out}"),
        ("export", "--format", "csv", "--output", "{out}"),
        ("backup", "--output", "{out}.scdiary"),
        ("fields",),
        ("check",),
    ],
)
def test_7_commands_that_only_read_do_their_work(
    protected: Path, tmp_path: Path, temporary: Path, words: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    command(*(each.format(out=out) for each in words), folder=protected)

    assert not list(temporary.glob("scleroderma-diary-read-*"))
    assert "{out}" not in "".join(words) or any(tmp_path.glob("out*"))


def test_7_a_command_that_writes_says_why_not(protected: Path) -> None:
    with pytest.raises(NotDoneError, match="cannot be written"):
        command("backup", folder=protected)


def test_7_with_a_passphrase_it_opens_with_that(folder: Path, disk: Path, temporary: Path) -> None:
    keys.store(folder, keys.load(folder), "frost on the pane")
    assert mounted(disk, "-o", "remount,ro")

    with pytest.raises(WrongPassphraseError):
        opened(folder, "something else")
    store = opened(folder, "frost on the pane")
    key = store.database.key
    store.rest()
    with pytest.raises(RestingError):
        store.everything()
    assert any(temporary.iterdir())
    store.wake(key)

    assert len(store.everything().notes) == 4
    store.close()
    assert not list(temporary.iterdir())


def test_6_on_a_full_disk_it_opens_for_reading(folder: Path, disk: Path, temporary: Path) -> None:
    fill(disk)
    store = opened(folder, None)

    assert isinstance(store.database.read_only, DiskFullError)
    assert len(store.everything().notes) == 4
    store.close()


def test_8_protected_while_it_is_open_a_save_fails_and_later_works(
    folder: Path, disk: Path
) -> None:
    store = open_diary(folder)
    store.write(entry(9))
    with store.database.shut():  # the system protects no disk whose files are being written
        assert mounted(disk, "-o", "remount,ro")

    with pytest.raises(ReadOnlyError, match="cannot be written"):
        store.write(entry(10))

    assert mounted(disk, "-o", "remount,rw")
    store.write(entry(10))
    assert len(store.everything().notes) == 6
    store.close()
