"""Backups are made when they are due, and reach the second place whenever it is there."""

from __future__ import annotations

import errno
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from db import backup, backup_file, keys, passphrase, rekey
from db.backup_folder import Occasion, is_whole
from db.errors import DiskFailedError, DiskFullError
from db.folder import open_diary
from db.records import Put
from db.store import Store
from diary.backup_keeper import SECOND_NAME, Keeper, OwnPlaceError, prepared
from tests.conftest import FakeClock
from tests.db.examples import NOTE, READING
from tests.pictures import kept as jpeg
from tests.pictures import photo


@pytest.fixture
def full(store: Store) -> Store:
    store.write([Put(READING), Put(NOTE)])
    return store


@pytest.fixture
def second(tmp_path: Path) -> Path:
    place = tmp_path / "stick" / SECOND_NAME
    place.mkdir(parents=True)
    return place


@pytest.fixture
def now(clock: FakeClock) -> datetime:
    return clock.now()


def add_photo(store: Store) -> None:
    picture = photo()
    store.write([Put(picture)], [(picture.id, jpeg())])


def names(place: Path) -> list[str]:
    return sorted(each.name for each in place.iterdir())


def test_the_first_backup_is_made_at_once(full: Store, now: datetime) -> None:
    standing = Keeper(full).daily(now)

    assert (standing.last, standing.count, standing.made) == (now, 1, True)
    assert standing.problem is None


def test_there_is_one_a_day(full: Store, clock: FakeClock) -> None:
    keeper = Keeper(full)
    keeper.daily(clock.now())
    clock.advance(hours=14)
    assert not keeper.daily(clock.now()).made

    clock.advance(hours=1)

    assert keeper.daily(clock.now()).made
    assert keeper.look().count == 2


def test_one_that_is_asked_for_is_always_made(full: Store, clock: FakeClock) -> None:
    keeper = Keeper(full)
    keeper.now(clock.now())
    clock.advance(minutes=1)

    assert keeper.now(clock.now()).last == clock.now()


def test_a_clock_that_goes_back_purges_nothing(full: Store, clock: FakeClock) -> None:
    keeper = Keeper(full)
    for _day in range(10):
        keeper.daily(clock.now())
        clock.advance(days=1)
    before = keeper.look().count
    clock.advance(days=-3650)

    assert keeper.daily(clock.now()).count == before + 1


def test_photos_are_backed_up_when_others_have_come(full: Store, clock: FakeClock) -> None:
    keeper = Keeper(full)
    keeper.now(clock.now())
    assert keeper.here.found(Occasion.PHOTOS) == {}

    add_photo(full)
    for _day in range(3):
        clock.advance(days=1)
        keeper.now(clock.now())
    (only,) = keeper.here.found(Occasion.PHOTOS).values()
    assert backup_file.verify(only).pictures == 1

    add_photo(full)
    clock.advance(days=1)
    keeper.now(clock.now())
    assert len(keeper.here.found(Occasion.PHOTOS)) == 2


def test_the_second_place_gets_each_backup(full: Store, second: Path, clock: FakeClock) -> None:
    add_photo(full)
    keeper = Keeper(full, second)

    standing = keeper.daily(clock.now())

    assert standing.second_there
    assert standing.second_last == clock.now()
    assert names(second) == names(keeper.here.place)
    assert all(is_whole(file) for file in second.iterdir())


def test_a_second_place_that_has_all_is_left_alone(
    full: Store, second: Path, clock: FakeClock
) -> None:
    keeper = Keeper(full, second)
    keeper.daily(clock.now())
    before = {file: file.stat().st_mtime_ns for file in second.iterdir()}
    clock.advance(minutes=1)

    keeper.daily(clock.now())

    assert {file: file.stat().st_mtime_ns for file in second.iterdir()} == before


def test_a_stick_that_comes_later_gets_the_newest(
    full: Store, second: Path, clock: FakeClock
) -> None:
    keeper = Keeper(full, second)
    second.rmdir()
    standing = keeper.daily(clock.now())
    assert (standing.second_there, standing.problem, standing.second_problem) == (False, None, None)
    assert not second.exists()

    second.mkdir()
    clock.advance(minutes=10)
    standing = keeper.daily(clock.now())

    assert not standing.made
    assert names(second) == names(keeper.here.place)


def test_a_new_passphrase_reaches_the_copies(
    full: Store, second: Path, clock: FakeClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whoever finds the stick could read the diary without it."""
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    keeper = Keeper(full, second)
    for _day in range(2):
        keeper.daily(clock.now())
        clock.advance(days=1)
    secret = keys.load(folder)

    rekey.rekey(folder, secret, "salty liquorice", clock.now())
    keeper.daily(clock.now())

    for file in second.iterdir():
        assert secret.hex().encode() not in file.read_bytes()


def test_a_new_passphrase_reaches_the_copies_that_are_there_alone(
    full: Store, second: Path, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)
    keeper = Keeper(full, second)
    keeper.daily(clock.now())
    (only_there,) = second.iterdir()
    (folder / "backups" / only_there.name).unlink()
    rekey.rekey(folder, keys.load(folder), "salty liquorice", clock.now())

    clock.advance(days=1)
    keeper.daily(clock.now())

    assert len(names(second)) == 2
    assert is_whole(only_there)
    assert '"open"' not in keys_of(only_there)
    before = only_there.stat().st_mtime_ns
    keeper.daily(clock.now())
    assert only_there.stat().st_mtime_ns == before


def test_a_new_passphrase_that_was_cut_off_reaches_the_backups_here_later(
    full: Store, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a program killed after the first backup; then a disk that fails for one of them."""
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)
    keeper = Keeper(full)
    keeper.now(clock.now())
    backup.make_automatic(full, keeper.here.place, clock.now(), Occasion.IMPORT)
    refusing = backup.make_automatic(full, keeper.here.place, clock.now(), Occasion.UPDATE)
    secret = keys.load(folder)
    steps = iter([None])

    def killed() -> None:
        if next(steps, "done"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey.rekey(folder, secret, "salty liquorice", clock.now(), killed)
    assert '"open"' in keys_of(refusing)

    def refused(file: Path, key: str, text: str) -> None:
        if file == refusing:
            raise DiskFullError
        rekey.give_keys(file, key, text)

    with monkeypatch.context() as patched:
        patched.setattr("diary.backup_keeper.give_keys", refused)
        keeper.daily(clock.now())
    left = [each for each in keeper.here.place.iterdir() if '"open"' in keys_of(each)]
    assert left == [refusing]

    standing = keeper.daily(clock.now())

    assert standing.problem is None
    for file in keeper.here.place.iterdir():
        assert is_whole(file)
        assert secret.hex().encode() not in file.read_bytes()
        assert keys_of(file) == keys.text(folder)


def test_a_damaged_backup_does_not_keep_a_passphrase_from_the_others(
    full: Store, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    keeper = Keeper(full)
    first = keeper.before(Occasion.IMPORT, clock.now())
    other = keeper.before(Occasion.UPDATE, clock.now())
    body = first.read_bytes()
    at = len(body) // 2
    first.write_bytes(body[:at] + b"lost" + body[at + 4 :])
    keys.store(folder, keys.load(folder), "salty liquorice")

    keeper.daily(clock.now())

    assert '"open"' in keys_of(first)
    assert '"open"' not in keys_of(other)


def keys_of(file: Path) -> str:
    with ZipFile(file) as archive:
        return archive.read(keys.KEYS_NAME).decode()


def test_the_second_place_is_thinned_and_only_of_ours(
    full: Store, second: Path, clock: FakeClock, tmp_path: Path
) -> None:
    (second / "2001-01-01 000000.scdiary").write_bytes(b"a letter")
    with closing(open_diary(tmp_path / "other")) as other:
        theirs = backup.make_automatic(other, second, clock.now() - timedelta(days=2000))

    keeper = Keeper(full, second)
    for _day in range(12):
        clock.advance(days=1)
        keeper.daily(clock.now())

    assert is_whole(theirs)
    assert len(names(second)) == 2 + len(names(keeper.here.place))


def test_a_stick_that_fails_is_said_and_the_diary_has_its_backup(
    full: Store, second: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_dir = Path.is_dir

    def fails(place: Path) -> bool:
        if place == second:
            raise OSError(errno.EIO, "Input/output error")
        return is_dir(place)

    monkeypatch.setattr(Path, "is_dir", fails)
    standing = Keeper(full, second).daily(now)

    assert standing.last == now
    assert standing.problem is None
    assert isinstance(standing.second_problem, DiskFailedError)
    assert not standing.second_there
    assert isinstance(Keeper(full, second).look().second_problem, DiskFailedError)


def test_a_full_stick_is_said_and_the_diary_has_its_backup(
    full: Store, second: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.backup_folder.copy_durably", full_disk)
    standing = Keeper(full, second).daily(now)

    assert isinstance(standing.second_problem, DiskFullError)
    assert (standing.problem, standing.last) == (None, now)


def test_a_full_disk_is_said_and_the_earlier_backups_stay(
    full: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(full)
    keeper.daily(clock.now())
    before = names(keeper.here.place)

    def full_disk(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "pack", full_disk)
    clock.advance(days=1)
    standing = keeper.daily(clock.now())

    assert isinstance(standing.problem, DiskFullError)
    assert standing.count == 1
    assert names(keeper.here.place) == before


# Choosing the second place.


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "another stick"
    place.mkdir()
    return place


def test_the_second_place_gets_a_folder_of_its_own(stick: Path, folder: Path) -> None:
    place = prepared(stick, folder)

    assert place == stick / SECOND_NAME
    assert place.is_dir()
    assert prepared(stick, folder) == prepared(place, folder) == place


@pytest.mark.parametrize("part", [".", "backups"])
def test_the_diarys_own_folder_is_no_second_place(full: Store, folder: Path, part: str) -> None:
    with pytest.raises(OwnPlaceError):
        prepared(folder / part, folder)
