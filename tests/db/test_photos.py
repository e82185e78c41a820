"""Pictures lie beside the diary, encrypted, never without their photo for long."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import photos
from db.check import check
from db.errors import DamagedError, DiskFullError, ForeignFileError, NewerDiaryError
from db.folder import open_diary
from db.records import Put, Remove, SoreDay, key_of
from db.store import Store
from tests.pictures import AT, DAY, kept, photo


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / photos.NAME


def put(store: Store, jpeg: bytes = b"") -> str:
    one = photo()
    store.write([Put(one)], [(one.id, jpeg or kept())])
    return one.id


def reopened(store: Store) -> Store:
    store.close()
    return open_diary(store.database.file.parent, create=False)


def test_the_file_is_made_with_the_first_picture(store: Store, file: Path) -> None:
    assert store.picture("unknown") is None
    assert store.unused_pictures() == set()
    assert store.without_picture() == []
    store.sweep()
    assert not file.exists()

    photo_id = put(store)

    assert file.exists()
    assert store.picture(photo_id) == kept()


def test_it_is_not_opened_before_it_is_asked_for(store: Store) -> None:
    photo_id = put(store)
    store = reopened(store)
    assert "pictures" not in vars(store)

    assert store.picture(photo_id) == kept()
    store.close()


def test_a_picture_comes_back_as_it_was_after_closing(store: Store) -> None:
    jpeg = bytes(range(256)) * 3000
    photo_id = put(store, jpeg)

    store = reopened(store)

    assert store.picture(photo_id) == jpeg
    assert store.without_picture() == []
    assert check(store) == []
    store.close()


def test_nothing_of_it_can_be_read_in_the_file(store: Store, folder: Path) -> None:
    canary = b"canary-4711" * 50
    put(store, b"\xff\xd8" + canary)
    while_open = {path.name: path.read_bytes() for path in copies(folder)}
    store.close()

    assert photos.NAME in while_open
    for path in folder.rglob("*"):
        assert b"canary-4711" not in path.read_bytes()
    for body in while_open.values():
        assert b"canary-4711" not in body
        assert not body.startswith(b"SQLite")


def copies(folder: Path) -> list[Path]:
    """The files of an open diary, copied by another process: opening them here drops locks."""
    target = folder.parent / "copied"
    subprocess.run(["cp", "-r", folder, target], check=True)
    return [path for path in target.rglob("*") if path.is_file()]


def test_it_is_ours_alone(store: Store, file: Path) -> None:
    put(store)

    for end in ("", "-wal", "-shm"):
        assert file.with_name(file.name + end).stat().st_mode & 0o077 == 0


def test_another_key_does_not_open_it(store: Store, file: Path) -> None:
    put(store)
    store.close()

    other = dbapi2.connect(file)
    other.execute("PRAGMA cipher_log_level=NONE")
    other.execute(f"PRAGMA key=\"x'{'0' * 96}'\"")

    with pytest.raises(dbapi2.DatabaseError):
        other.execute("SELECT * FROM image")
    other.close()


def test_it_has_the_pragmas_and_marks_of_its_own(store: Store) -> None:
    put(store)
    database = store.pictures.database()
    assert database is not None

    with database.reading() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "application_id")
        }

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "application_id": photos.APPLICATION_ID,
    }


# The order of writes.


def test_a_photo_that_cannot_be_stored_leaves_a_picture_to_be_swept(store: Store) -> None:
    one = photo()
    orphan = Put(SoreDay(sore="nobody's", day=DAY, recorded_at=AT))
    with pytest.raises(Exception, match="cannot be stored"):
        store.write([Put(one), orphan], [(one.id, kept())])
    assert store.without_picture() == []
    assert store.unused_pictures() == {one.id}

    store = reopened(store)

    assert store.sweep() == 1
    assert store.picture(one.id) is None
    store.close()


def test_a_picture_that_cannot_be_stored_leaves_no_photo(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo()

    def full(_pictures: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(store.pictures, "put", full)
    with pytest.raises(DiskFullError):
        store.write([Put(one)], [(one.id, kept())])

    assert store.photos("day", "2026-11-20") == []


def test_what_was_deleted_lately_keeps_its_picture(store: Store) -> None:
    photo_id = put(store)
    (one,) = store.photos("day", "2026-11-20")
    store.write([Remove(key_of(one))])

    store = reopened(store)

    assert store.sweep() == 0
    assert store.picture(photo_id) == kept()
    (deletion,) = store.deletions()
    store.write([Put(record) for record in deletion.records])
    assert store.without_picture() == []
    store.close()


def test_what_is_forgotten_goes_for_good(store: Store) -> None:
    photo_id = put(store)
    (one,) = store.photos("day", "2026-11-20")
    store.write([Remove(key_of(one))])
    store.forget(datetime.now(UTC) + timedelta(days=1))

    assert store.sweep() == 1
    assert store.picture(photo_id) is None


def test_many_are_swept(store: Store) -> None:
    kept_id = put(store)
    store.write([], ((f"orphan-{number}", kept()) for number in range(50)))

    assert store.sweep() == 50
    assert store.pictures.ids() == {kept_id}


def test_a_sweep_waits_for_whoever_is_adding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture whose photo is just about to be written is no orphan."""
    one, other = photo(), open_diary(store.database.file.parent)
    put(store)
    swept: list[int] = []
    sweeper = threading.Thread(target=lambda: swept.append(other.sweep()))
    really_put = store.pictures.put

    def put_and_let_another_sweep(given: Iterable[tuple[str, bytes]]) -> None:
        really_put(given)
        assert other.unused_pictures() == {one.id}
        sweeper.start()
        sweeper.join(0.3)

    monkeypatch.setattr(store.pictures, "put", put_and_let_another_sweep)
    store.write([Put(one)], [(one.id, kept())])
    sweeper.join()

    assert swept == [0]
    assert store.picture(one.id) == kept()
    other.close()


# Damage.


def test_a_lost_file_is_noticed(store: Store, file: Path) -> None:
    photo_id = put(store)
    store.close()
    file.unlink()

    store = open_diary(file.parent)

    assert store.picture(photo_id) is None
    assert store.without_picture() == [photo_id]
    assert check(store) == []
    store.close()


def test_a_damaged_page_is_found(store: Store, file: Path) -> None:
    put(store, bytes(100_000))
    store.close()
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(body)

    store = open_diary(file.parent)

    assert any(problem.startswith(photos.NAME) for problem in check(store))
    store.close()


@pytest.mark.parametrize("body", [b"", b"x" * 8192, b"short"])
def test_a_damaged_file_is_left_alone_and_the_diary_opens(
    store: Store, file: Path, body: bytes
) -> None:
    put(store)
    store.close()
    file.write_bytes(body)

    store = open_diary(file.parent)
    one = photo()

    with pytest.raises(DamagedError):
        store.picture(one.id)
    with pytest.raises(DamagedError):
        store.write([Put(one)], [(one.id, kept())])
    assert check(store) != []
    store.close()
    assert file.read_bytes() == body


def test_a_file_of_another_kind_or_of_a_newer_program_is_refused(store: Store, file: Path) -> None:
    put(store)
    database = store.pictures.database()
    assert database is not None
    for pragma, error in (
        ("user_version=2", NewerDiaryError),
        ("application_id=7", ForeignFileError),
    ):
        with database.writing() as connection:
            connection.execute(f"PRAGMA {pragma}")
        store.pictures.close()
        with pytest.raises(error):
            store.picture("x")
        with database.writing() as connection:
            connection.execute("PRAGMA user_version=1")
    database.close()


def test_what_a_killed_try_left_is_cleared_away(store: Store, folder: Path) -> None:
    (folder / "photos.db.new").write_bytes(b"half")
    (folder / "photos.db.new-wal").write_bytes(b"half")

    photo_id = put(store)

    assert store.picture(photo_id) == kept()
    assert not list(folder.glob("photos.db.new*"))
