"""Is the diary whole? Used by the `check` command, by backups and by the tests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial

from sqlcipher3 import dbapi2

from db import failures
from db.copying import CHECKS, problems_of
from db.engine import Database, connect
from db.errors import DamagedError, DiaryError
from db.judge import begins_as_written
from db.photos import NAME
from db.read import Reader

Follow = Callable[[int, int], object]

_OPERATIONS = 100_000
"""After so many of SQLite's own steps a check asks whether it shall go on."""


def nobody_follows(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def check(store: Reader) -> list[str]:
    """What is wrong with the database or the pictures, one problem a line; empty when all is whole.

    Whether each photo has its picture is another question: see `Reader.without_picture`.
    """
    return _of(store.database) + [f"{NAME}, {problem}" for problem in _of_pictures(store)]


def check_bytes(store: Reader, follow: Follow = nobody_follows) -> list[str]:
    """What is wrong with the bytes of the database and the pictures; empty when all is whole.

    `follow` hears how many parts of the work are done, and of how many; it may raise to cancel.

    As `check`, but rows are not held against the rules of their tables, which no damage breaks: on
    a connection that cannot write SQLite leaves that out, which is 30 times as fast.
    """
    files = [store.database]
    with suppress(DiaryError):
        files += filter(None, [store.pictures.database()])
    found: list[str] = []
    for number, each in enumerate(files):
        step = partial(_told, follow, number * len(CHECKS), len(files) * len(CHECKS))
        found += (f"{each.file.name}: {problem}" for problem in _bytes_of(each, step))
    return found


def _told(follow: Follow, before: int, of: int, done: int) -> None:
    follow(before + done, of)


def _bytes_of(database: Database, step: Callable[[int], None]) -> list[str]:
    _fold(database)
    try:
        with failures.translated(database.file):
            if not begins_as_written(database.file, database.key):
                return ["the first bytes of the file are not those of this diary"]
            with closing(connect(database.file, database.key, mode="ro")) as connection:
                return [
                    f"{name}: {problem}"
                    for number, name in enumerate(CHECKS)
                    for problem in _problems_by_steps(connection, name, partial(step, number))
                ]
    except DamagedError:
        return ["the database is too damaged for this check"]


def _problems_by_steps(
    connection: dbapi2.Connection, name: str, step: Callable[[], None]
) -> list[str]:
    """What one check finds; what `step` raises to cancel it breaks it off."""
    step()
    connection.set_progress_handler(step, _OPERATIONS)
    try:
        return problems_of(connection, name)
    except dbapi2.OperationalError:
        step()
        raise


def _of_pictures(store: Reader) -> list[str]:
    try:
        pictures = store.pictures.database()
    except DiaryError as error:
        return [type(error).__name__]
    return _of(pictures) if pictures else []


def _of(database: Database) -> list[str]:
    _fold(database)
    found = [f"{name}: {problem}" for name in CHECKS for problem in _problems(database, name)]
    with failures.translated(database.file):
        if not begins_as_written(database.file, database.key):
            found.append("the first bytes of the file are not those of this diary")
    return found


def _fold(database: Database) -> None:
    """After a power cut in the middle of it, pages in the file are torn that the log has whole.

    SQLCipher's check looks at the file only.
    """
    with suppress(DiaryError):
        database.fold()


def _problems(database: Database, name: str) -> list[str]:
    try:
        with database.reading() as connection:
            return problems_of(connection, name)
    except DamagedError:
        return ["the database is too damaged for this check"]
