from __future__ import annotations

import errno
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import copying, errors, failures
from db.check import check
from db.engine import Database, connect, prepare
from db.folder import DB_NAME, open_diary
from db.keys import database_key, load
from db.store import Store
from tests.db.examples import ALL, NOTE, READING, puts

_HOLD = """
import sys
from pathlib import Path
from db.engine import Database, connect
connection = connect(Path(sys.argv[1]), sys.argv[2])
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another process keeps the database's write lock."""
    command = [sys.executable, "-c", _HOLD, str(folder / DB_NAME), database_key(load(folder))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        yield
        other.communicate()


def test_a_diary_locked_by_another_program_says_so_and_works_again(folder: Path) -> None:
    store = open_diary(folder, busy_timeout=0.2)
    with held(folder):
        started = time.monotonic()
        with pytest.raises(errors.LockedError):
            store.write(puts(READING))
        assert 0.15 < time.monotonic() - started < 2
        assert store.everything().readings == (), "reading goes on"
        assert check(store) == []
    assert len(store.write(puts(READING))) == 1
    store.close()


def test_a_full_database_says_so_and_works_again(store: Store) -> None:
    with store.database.writing() as connection:
        connection.execute("PRAGMA max_page_count=20")
    with pytest.raises(errors.DiskFullError):
        store.write(puts(READING, replace(NOTE, text="long " * 100_000)))
    assert store.counts()["reading"] == 0
    assert len(store.write(puts(READING))) == 1


def test_a_page_damaged_while_open_is_damage(folder: Path) -> None:
    store = open_diary(folder)
    store.write(puts(*ALL))
    store.close()
    file = folder / DB_NAME
    body = bytearray(file.read_bytes())
    for page in range(1, len(body) // 4096):
        body[page * 4096 + 100] ^= 1
    file.write_bytes(body)
    store = open_diary(folder)
    with pytest.raises(errors.DamagedError):
        store.everything()
    with pytest.raises(errors.DamagedError):
        store.write(puts(READING))
    with suppress(errors.DamagedError):
        store.database.close()


def test_check_names_each_damaged_page(folder: Path) -> None:
    store = open_diary(folder)
    store.write(puts(*ALL))
    store.close()
    file = folder / DB_NAME
    with file.open("r+b") as stream:
        stream.seek(-2000, 2)
        byte = stream.read(1)
        stream.seek(-2000, 2)
        stream.write(bytes([byte[0] ^ 1]))
    store = open_diary(folder)
    problems = check(store)
    store.close()
    assert any("page" in problem for problem in problems)


def test_check_finds_what_breaks_a_rule(store: Store) -> None:
    with store.database.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("INSERT INTO note VALUES ('no day', '', '')")
        connection.execute("PRAGMA ignore_check_constraints=OFF")
    problems = check(store)
    assert problems == ["integrity_check: CHECK constraint failed in note"]


def test_a_bug_stays_a_bug_and_shows_no_diary_text(store: Store) -> None:
    with pytest.raises(dbapi2.OperationalError) as caught, store.database.reading() as connection:
        connection.execute("SELECT nothing FROM reading WHERE day = ?", ("secret",))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (dbapi2.SQLITE_BUSY, errors.LockedError),
        (dbapi2.SQLITE_BUSY | 2 << 8, errors.LockedError),
        (dbapi2.SQLITE_FULL, errors.DiskFullError),
        (dbapi2.SQLITE_IOERR | 4 << 8, errors.DiskFailedError),
        (dbapi2.SQLITE_CANTOPEN, errors.DiskFailedError),
        (dbapi2.SQLITE_CORRUPT, errors.DamagedError),
        (dbapi2.SQLITE_NOTADB, errors.DamagedError),
        (dbapi2.SQLITE_READONLY, errors.ReadOnlyError),
        (dbapi2.SQLITE_READONLY | 4 << 8, errors.NoDiaryError),
        (dbapi2.SQLITE_CONSTRAINT, errors.UnstorableError),
        (dbapi2.SQLITE_TOOBIG, errors.UnstorableError),
    ],
)
def test_each_code_has_its_sentence(
    tmp_path: Path, code: int, expected: type[errors.DiaryError]
) -> None:
    error = dbapi2.OperationalError("...")
    error.sqlite_errorcode = code
    file = tmp_path / "file"
    file.touch()
    found = failures.explain(error, file)
    assert type(found) is expected
    assert str(found)


def test_an_unknown_code_is_no_sentence(tmp_path: Path) -> None:
    assert failures.explain(dbapi2.OperationalError("..."), tmp_path) is None


def test_a_disk_error_after_the_file_has_gone_says_that(tmp_path: Path) -> None:
    error = dbapi2.OperationalError("...")
    error.sqlite_errorcode = dbapi2.SQLITE_IOERR
    assert type(failures.explain(error, tmp_path / "gone")) is errors.NoDiaryError


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, errors.DiskFullError),
        (errno.EACCES, errors.ReadOnlyError),
        (errno.EROFS, errors.ReadOnlyError),
        (errno.ENOTDIR, errors.NotAFolderError),
        (errno.EIO, errors.DiskFailedError),
    ],
)
def test_what_the_file_system_refuses_has_its_sentence(
    tmp_path: Path, number: int, expected: type[errors.DiaryError]
) -> None:
    with pytest.raises(expected), failures.files_translated(tmp_path):
        raise OSError(number, "...")


def test_the_database_is_the_only_sqlite_in_the_process(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from db.folder import open_diary
open_diary(Path(sys.argv[1])).close()
for name in ("alembic", "sqlalchemy", "sqlite3", "_sqlite3", "PySide6", "diary"):
    if name in sys.modules:
        print(name)
"""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code, str(folder)]
    first = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert first.stdout.split() == ["alembic", "sqlalchemy"]
    second = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert second.stdout == "", "an existing diary opens without Alembic and SQLAlchemy"


def test_each_connection_has_the_settings_of_the_design(store: Store) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "mmap_size": 0,
        "busy_timeout": 3000,
    }
    with store.database.reading() as one, store.database.writing() as two:
        for connection in (one, two):
            found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
            assert found == wanted


def test_a_wrong_key_opens_nothing(store: Store) -> None:
    with closing(connect(store.database.file, "0" * 96)) as raw, pytest.raises(dbapi2.Error):
        raw.execute("SELECT count(*) FROM sqlite_schema")


def test_a_page_torn_while_the_log_was_folded_in_is_not_damage(folder: Path) -> None:
    store = open_diary(folder)
    store.write(puts(*ALL))
    torn = shutil.copytree(folder, folder.with_name("torn"))
    store.close()
    body = bytearray((torn / DB_NAME).read_bytes())
    folded = (folder / DB_NAME).read_bytes()
    for page in range(0, len(folded), 4096):
        body[page : page + 2048] = folded[page : page + 2048]
    (torn / DB_NAME).write_bytes(body)

    store = open_diary(torn)

    assert check(store) == []
    assert set(store.everything().records()) == set(ALL)
    store.close()


def test_a_backup_s_copy_that_fails_has_its_sentence(tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    with closing(connect(source, "1" * 96, mode="rwc")) as made:
        made.execute("CREATE TABLE some (thing)")
    with (
        closing(connect(source, "1" * 96)) as read,
        closing(connect(source, "1" * 96)) as target,
    ):
        target.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.DiskFailedError):
            copying.copy_pages(read, target, source)


def test_a_new_diary_whose_log_cannot_be_folded_in_gets_no_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_database: Database) -> None:
        raise errors.DiskFailedError

    with monkeypatch.context() as patched:
        patched.setattr(Database, "close", fail)
        with pytest.raises(errors.DiskFailedError):
            open_diary(folder)
    assert not (folder / DB_NAME).exists()
    open_diary(folder).close()


def test_a_log_that_cannot_begin_is_a_failing_disk() -> None:
    """SQLite itself says nothing, and goes on in its old mode; so it does in memory."""
    with closing(dbapi2.connect(":memory:")) as connection, pytest.raises(errors.DiskFailedError):
        prepare(connection)
