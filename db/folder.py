"""Finding, creating and opening the diary in its folder."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from db import errors, failures, judge, keys, upgrade
from db.durable import sync_folder
from db.engine import BUSY_TIMEOUT, Database
from db.names import BACKUPS_NAME, DB_NAME
from db.schema import SCHEMA
from db.store import Store

__all__ = ["BACKUPS_NAME", "DB_NAME", "open_diary", "recover"]

_UNFINISHED_NAME = DB_NAME + ".new"
"""A database still being created. Renaming it is the last step: it never holds entries."""


def open_diary(
    folder: Path,
    *,
    create: bool = True,
    passphrase: str | None = None,
    busy_timeout: float = BUSY_TIMEOUT,
) -> Store:
    """Open the diary in `folder`; make a new one where there is no trace of any.

    Args:
        folder: The diary's folder.
        create: Whether a new diary may be made.
        passphrase: What opens the key files of a diary that has one; a new diary gets it.
        busy_timeout: Seconds that a write waits for another program.

    Raises:
        DiaryError: What is wrong; nothing was changed.
    """
    folder = folder.expanduser().absolute()
    with failures.files_translated(folder):
        folder = folder.resolve()
        _check_folder(folder)
        if not (folder / DB_NAME).exists():
            _make(folder, passphrase, create=create)
        file = (folder / DB_NAME).resolve()
        judge.outside(file)
        found = judge.keys_of(file, folder, passphrase)
        key = keys.database_key(found.secret)
        _check_writable(folder, file)
        schema = judge.schema_of(file, key)
        keys.mend(folder, found)
        _close_to_others(folder, file, *(folder / name for name in keys.NAMES))
        if schema < SCHEMA:
            upgrade.upgrade(file, key, folder / BACKUPS_NAME)
    return Store(Database(file, key, busy_timeout=busy_timeout))


def recover(folder: Path, secret: bytes, passphrase: str | None = None) -> None:
    """Give a diary new key files, from the secret of its recovery code.

    Raises:
        DiaryError: The secret is another diary's, or what else is wrong; nothing was changed.
    """
    folder = folder.expanduser().absolute()
    with failures.files_translated(folder):
        file = (folder.resolve() / DB_NAME).resolve()
        if not file.exists():
            raise errors.NoDiaryError(folder=folder)
        judge.outside(file)
        judge.schema_of(file, keys.database_key(secret))
        keys.store(file.parent, secret, passphrase)


def _check_folder(folder: Path) -> None:
    """A file in the place of the folder, or of a folder above it, is refused."""
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if not nearest.is_dir():
        raise errors.NotAFolderError(folder=nearest)


def _check_writable(*places: Path) -> None:
    """Try it, as far as that changes nothing: permission bits do not say it all."""
    for place in places:
        if not os.access(place, os.W_OK):
            raise errors.ReadOnlyError(folder=place)
    with tempfile.TemporaryFile(dir=places[0], prefix=".probe-"):
        pass


def _make(folder: Path, passphrase: str | None, *, create: bool) -> None:
    """Create the diary in three steps, of which the last one makes it a diary.

    Killed before the keys are written: the next call starts over. Killed after: the database was
    finished before them, so the next call takes the last step.
    """
    unfinished = folder / _UNFINISHED_NAME
    keyed = keys.exist(folder)
    if not create or (folder / BACKUPS_NAME).exists() or (keyed and not unfinished.exists()):
        raise errors.NoDiaryError(folder=folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _check_writable(folder)
    _close_to_others(folder)
    if not keyed:
        keys.store(folder, _new_database(unfinished), passphrase)
    judge.schema_of(unfinished, keys.database_key(keys.load(folder, passphrase)))
    unfinished.rename(folder / DB_NAME)
    sync_folder(folder)


def _new_database(file: Path) -> bytes:
    """Build a complete database under a fresh secret, which it returns."""
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    secret = keys.new_secret()
    key = keys.database_key(secret)
    upgrade.migrate(file, key)
    Database(file, key).close()  # says so if the log could not be folded in: it gets another name
    return secret


def _close_to_others(*places: Path) -> None:
    """Take group's and others' rights away from what is ours alone."""
    if os.name == "nt":
        return
    for place in places:
        facts = place.stat()
        shared = facts.st_mode & stat.S_ISVTX or facts.st_uid != os.geteuid()
        if facts.st_mode & 0o077 and not shared:
            place.chmod(facts.st_mode & 0o700)
