"""A copy of an encrypted database that was proven to be the same. Used by backups and restores."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep
from typing import NamedTuple

from sqlcipher3 import dbapi2

from db import failures
from db.engine import connect, prepare, set_journal
from db.errors import DamagedError
from db.unread import refuse_unread

CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")

Step = Callable[[], None]
"""Called between the steps of a long work; it may raise to cancel."""

_AT_ONCE = 500
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)

_OWN_TABLE = "alembic_version"
"""Holds nothing of the patient's."""


class Content(NamedTuple):
    """What a database holds: its schema, the number of its rows, and a digest of them."""

    schema: int
    rows: int
    digest: str


def no_step() -> None:
    """Nobody follows the work; other threads, such as the window's, have their turn."""
    sleep(0)


def copy(
    source: Path, target: Path, key: str, new_key: str | None = None, step: Step = no_step
) -> Content:
    """Copy a database that may be in use to the new file `target`, durably; what it holds.

    The copy has the same key, or `new_key`.

    The copy is one state of the source. It has no write-ahead log, so that it can be read from
    media that cannot be written. It was reopened, checked, counted and compared before this
    returns.

    Raises:
        DiaryError: The source is damaged or the disk failed; no target is left.
    """
    try:
        with failures.files_translated(target.parent), failures.translated(source):
            content = _copied(source, target, (key, new_key or key), step)
            _make_durable(target)
        _compare(content, target, new_key or key, step)
    except BaseException:
        clear(target)
        raise
    return content


def content_of(file: Path, key: str, step: Step = no_step) -> Content:
    """What a database holds that nobody else writes to.

    Raises:
        DamagedError: One of SQLite's and SQLCipher's checks finds a fault.
    """
    with failures.translated(file), closing(connect(file, key, mode="ro")) as connection:
        if problems(connection):
            raise DamagedError(file=file)
        return _content(connection, step)


def problems(connection: dbapi2.Connection) -> list[str]:
    """What the three checks find, one problem a line.

    Raises:
        DiskFailedError: The disk did not give all that was to be checked.
    """
    return [f"{name}: {problem}" for name in CHECKS for problem in problems_of(connection, name)]


def problems_of(connection: dbapi2.Connection, name: str) -> list[str]:
    """What one check finds; see `problems`."""
    found = connection.execute(f"PRAGMA {name}").fetchall()
    refuse_unread(found)
    return [" ".join(map(str, row)) for row in found if row != ("ok",)]


def clear(file: Path) -> None:
    """Take away a database that nobody uses, with its logs."""
    file.unlink(missing_ok=True)
    clear_logs(file)


def clear_logs(file: Path) -> None:
    """Take away what lies beside a database: a log of another one would be folded into it."""
    for end in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _copied(source: Path, target: Path, keys: tuple[str, str], step: Step) -> Content:
    clear(target)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(connect(source, keys[0])) as read, closing(connect(target, keys[1])) as written:
        prepare(read)
        read.execute("BEGIN")
        content = _content(read, step)
        copy_pages(read, written, target)
        set_journal(written, "delete")
    return content


def copy_pages(read: dbapi2.Connection, written: dbapi2.Connection, target: Path) -> None:
    """Copy a database page by page.

    Raises:
        DiaryError: The disk failed: the one call whose errors come without SQLite's code.
    """
    try:
        read.backup(written)
    except dbapi2.OperationalError as error:
        raise failures.failed_disk(target) from error


def _content(connection: dbapi2.Connection, step: Step) -> Content:
    """Everything in a fixed order: a copy keeps the order of the rows."""
    rows = 0
    digest = hashlib.sha256()
    for (name,) in connection.execute(_TABLES).fetchall():
        digest.update(f"table {name}".encode())
        cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a table's own name
        while some := cursor.fetchmany(_AT_ONCE):
            rows += len(some) if name != _OWN_TABLE else 0
            step()
            for row in some:
                digest.update(repr(tuple(map(_short, row))).encode())
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return Content(schema, rows, digest.hexdigest())


def _short(cell: object) -> object:
    """Itself; of a picture its own digest."""
    return hashlib.sha256(cell).digest() if isinstance(cell, bytes) else cell


def _compare(content: Content, target: Path, key: str, step: Step) -> None:
    if content_of(target, key, step) != content:
        raise DamagedError(file=target)


def _make_durable(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
