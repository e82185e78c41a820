"""Is a page damaged, or did the disk only not give it? SQLite says the same of both."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db import failures
from db.engine import connect
from db.errors import DamagedError, DiaryError, DiskFailedError

_UNREAD = "error reading"
"""So SQLCipher begins the line about a page that it could not read."""


def refuse_unread(found: Iterable[tuple[object, ...]]) -> None:
    """Look at the lines of `cipher_integrity_check`.

    Raises:
        DiskFailedError: A page could not be read, which says nothing of what is on it.
    """
    if any(str(row[0]).startswith(_UNREAD) for row in found):
        raise DiskFailedError


def told_apart(file: Path, key: str) -> DiaryError:
    """What it was, after SQLite called a page damaged: every page is read once more."""
    try:
        with failures.translated(file), closing(connect(file, key, mode="ro")) as connection:
            sealed = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            refuse_unread(sealed)
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except DiaryError as error:
        return error
    except dbapi2.Error:
        return DamagedError(file=file)
    return DamagedError(file=file) if sealed or said != "ok" else DiskFailedError()
