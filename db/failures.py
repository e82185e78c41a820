"""What SQLite's error codes mean for the user. `sqlcipher3` raises its own exceptions."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from db import errors

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}

_IN_USE = {32, 33}
"""How Windows says that another program holds a file, or a part of it."""

_READONLY_DBMOVED = dbapi2.SQLITE_READONLY | 4 << 8

_BROKEN = {
    dbapi2.SQLITE_IOERR,
    dbapi2.SQLITE_CORRUPT,
    dbapi2.SQLITE_CANTOPEN,
    dbapi2.SQLITE_NOTADB,
    dbapi2.SQLITE_READONLY,
}

_MEANINGS: dict[int, type[errors.DiaryError]] = {
    dbapi2.SQLITE_BUSY: errors.LockedError,
    dbapi2.SQLITE_LOCKED: errors.LockedError,
    dbapi2.SQLITE_FULL: errors.DiskFullError,
    dbapi2.SQLITE_CORRUPT: errors.DamagedError,
    dbapi2.SQLITE_NOTADB: errors.DamagedError,
    dbapi2.SQLITE_READONLY: errors.ReadOnlyError,
    dbapi2.SQLITE_PERM: errors.ReadOnlyError,
    dbapi2.SQLITE_CONSTRAINT: errors.UnstorableError,
    dbapi2.SQLITE_MISMATCH: errors.UnstorableError,
    dbapi2.SQLITE_TOOBIG: errors.UnstorableError,
}

_SMALL = 64 * 1024
"""With less free space than this, a failed write is a full disk, whatever its code says."""


def code_of(error: BaseException) -> int:
    """SQLite's extended code of a `sqlcipher3` error; 0 for any other error."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0)


def is_broken(error: BaseException) -> bool:
    """Whether a connection that gave this error should be replaced."""
    return code_of(error) & 0xFF in _BROKEN


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turn database errors that the user can fix into `DiaryError`; let bugs through."""
    try:
        yield
    except dbapi2.Error as error:
        found = explain(error, file)
        if found is None:
            raise
        raise found from error


def explain(error: BaseException, file: Path) -> errors.DiaryError | None:
    """The user's side of a `sqlcipher3` error on `file`; None where it is a bug."""
    code = code_of(error)
    if code == _READONLY_DBMOVED:
        return errors.NoDiaryError(folder=file.parent)
    if code & 0xFF in {dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN}:
        return failed_disk(file)
    found = _MEANINGS.get(code & 0xFF)
    return found(file=file, folder=file.parent) if found else None


def failed_disk(file: Path) -> errors.DiaryError:
    """Why a disk gave an error on `file`: it has gone, is protected or full, or it failed."""
    if not file.exists():
        return errors.NoDiaryError(folder=file.parent)
    if not os.access(file.parent, os.W_OK):
        return errors.ReadOnlyError(folder=file.parent)
    if shutil.disk_usage(file.parent).free < _SMALL:
        return errors.DiskFullError()
    return errors.DiskFailedError()


@contextmanager
def files_translated(folder: Path) -> Iterator[None]:
    """Turn what the file system refuses in `folder` into `DiaryError`."""
    try:
        yield
    except OSError as error:
        if getattr(error, "winerror", None) in _IN_USE:
            raise errors.LockedError from error
        if error.errno in _NO_SPACE:
            raise errors.DiskFullError from error
        if error.errno in _NO_RIGHT:
            raise errors.ReadOnlyError(folder=folder) from error
        if error.errno == errno.ENOTDIR:
            raise errors.NotAFolderError(folder=folder) from error
        raise errors.DiskFailedError from error
