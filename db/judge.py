"""Is this file a diary that we can open? Decided without changing a byte of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db import errors, failures, keys
from db.engine import connect
from db.schema import APPLICATION_ID, SCHEMA
from db.unread import refuse_unread, told_apart

_PAGE = 4096
"""Bytes in a page of an encrypted database."""

_SMALLEST = 512
"""Bytes in the smallest database of any kind. SQLite takes a file of one byte for a new one."""


def outside(file: Path) -> None:
    """Refuse what can be told without looking into the file.

    Raises:
        DiaryError: An empty file, a hard link, or no file at all.
    """
    facts = file.stat()
    if not file.is_file():
        raise errors.ForeignFileError(file=file)
    if facts.st_size == 0:
        raise errors.EmptyFileError(file=file)
    if facts.st_size < _SMALLEST:
        raise errors.DamagedError(file=file)
    if facts.st_nlink > 1:
        raise errors.LinkedFileError(file=file)


def schema_of(
    file: Path, key: str, *, application: int = APPLICATION_ID, known: int = SCHEMA
) -> int:
    """The schema of the diary (or of another kind of `application`) in `file`.

    Raises:
        DiaryError: Not a diary, damaged, another key's, or a newer program's.
    """
    try:
        with closing(connect(file, key, mode=_gentle_mode(file))) as connection:
            marked = _pragma(connection, "application_id")
            found = _pragma(connection, "user_version")
            if marked == application and _has_log(file):
                _read_through(connection, file)
    except dbapi2.Error as error:
        raise _reason(error, file, key) from error
    if marked != application:
        raise errors.ForeignFileError(file=file)
    if found > known:
        raise errors.NewerDiaryError(found=found, known=known)
    return found


def keys_of(file: Path, folder: Path, passphrase: str | None = None) -> keys.Found:
    """What the key files in a folder give for a database; where one is foreign, it is the other.

    Raises:
        DiaryError: They are lost, or the words do not open them; see `keys.find`.
    """
    if keys.mixed(folder):
        with failures.translated(file):
            for found in keys.each_found(folder, passphrase):
                if begins_as_written(file, keys.database_key(found.secret)):
                    return found
    return keys.find(folder, passphrase)


def begins_as_written(file: Path, key: str) -> bool:
    """Whether the file's first bytes follow from the key. No page's seal covers them."""
    return _salt(file).hex() == keys.salt(key)


def _gentle_mode(file: Path) -> str:
    """A log beside the file must not be folded into it; without one, closing leaves no trace."""
    return "ro" if _log(file).exists() else "rw"


def _log(file: Path) -> Path:
    return file.with_name(file.name + "-wal")


def _has_log(file: Path) -> bool:
    return _log(file).exists() and _log(file).stat().st_size > 0


def _read_through(connection: dbapi2.Connection, file: Path) -> None:
    """Read every page once before a log is folded in: another diary's would overwrite them."""
    for (said,) in connection.execute("PRAGMA quick_check(1)"):
        if said != "ok":
            raise errors.DamagedError(file=file)


def _pragma(connection: dbapi2.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _reason(error: dbapi2.Error, file: Path, key: str) -> Exception:
    code = failures.code_of(error) & 0xFF
    if code == dbapi2.SQLITE_CORRUPT:
        return told_apart(file, key)
    if code != dbapi2.SQLITE_NOTADB:
        return failures.explain(error, file) or error
    if _opens_unkeyed(file):
        return errors.ForeignFileError(file=file)
    size = file.stat().st_size
    if size % _PAGE or _bad_pages(file, key) < size // _PAGE or _salt(file).isascii():
        return errors.DamagedError(file=file)
    return errors.WrongKeyError(folder=file.parent)


def _opens_unkeyed(file: Path) -> bool:
    """Whether it is a plain SQLite database."""
    try:
        with closing(dbapi2.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute("SELECT count(*) FROM sqlite_schema")
    except dbapi2.Error:
        return False
    return True


def _bad_pages(file: Path, key: str) -> int:
    """How many pages this key does not authenticate; all of them under a wrong key."""
    with closing(connect(file, key, mode="ro")) as connection:
        found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    refuse_unread(found)
    return len(found)


def _salt(file: Path) -> bytes:
    """The file's first bytes as SQLCipher reads them: random in any encrypted database."""
    with closing(connect(file, "0" * 64, mode="ro")) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        except dbapi2.DatabaseError as error:  # the key is another one, or no page is read
            if failures.code_of(error) & 0xFF == dbapi2.SQLITE_IOERR:
                raise
        found = connection.execute("PRAGMA cipher_salt").fetchone()
    return bytes.fromhex(found[0]) if found else b""
