"""A diary whose folder cannot be written, opened to read it: through a copy of its files.

SQLite needs to write beside a database with a log, even to read it. The copy lies in a folder of
its own among the temporary files, as encrypted as the diary; no key file is in it. It goes when it
is closed, or at the next start where the program was killed.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from db import failures, judge, keys, scratch, upgrade
from db.engine import Database
from db.errors import DiaryError
from db.folder import DB_NAME
from db.schema import SCHEMA
from db.store import Store

_BEGINS = "scleroderma-diary-read-"


class ReadingCopy(Database):
    """The database of a copy; whoever wants to write is told why that is not possible."""

    def __init__(self, folder: Path, key: str, why: DiaryError) -> None:
        self._place, self._held = scratch.take(Path(tempfile.gettempdir()), _BEGINS)
        self._folder = folder
        self.read_only = why
        super().__init__(self._place / DB_NAME, key)

    @property
    def folder(self) -> Path:
        """The folder of the diary itself."""
        return self._folder

    def part(self, name: str) -> Path:
        """Where another file of the diary is copied to, when it is first asked for."""
        copied = self._place / name
        if not copied.exists():
            self.fetch(name)
        return copied

    def fetch(self, name: str) -> None:
        """Copy a database of the diary with its log."""
        for each in (name, name + "-wal"):
            if (self._folder / each).exists():
                shutil.copyfile(self._folder / each, self._place / each)

    def changed_elsewhere(self) -> bool:
        """The copy stays as it was made."""
        return False

    def close(self) -> None:
        """Take the copy away. Harmless when repeated."""
        with suppress(DiaryError):  # nothing in it is needed any more
            super().close()
        scratch.let_go(self._place, self._held)


def open_to_read(folder: Path, why: DiaryError, passphrase: str | None = None) -> Store:
    """Open the diary in a folder to read only, because of `why` nothing can be written.

    Raises:
        DiaryError: What is wrong with it, or `why` itself where it cannot even be copied.
    """
    sweep()
    folder = folder.expanduser().absolute().resolve()
    with failures.files_translated(folder):
        file = (folder / DB_NAME).resolve()
        if not file.exists():
            raise why
        judge.outside(file)
        key = keys.database_key(judge.keys_of(file, folder, passphrase).secret)
    try:
        copy = ReadingCopy(file.parent, key, why)
    except OSError as error:
        raise why from error
    try:
        _prepare(copy, why)
    except BaseException:
        copy.close()
        raise
    return Store(copy)


def _prepare(copy: ReadingCopy, why: DiaryError) -> None:
    try:
        copy.fetch(DB_NAME)
    except OSError as error:
        raise why from error
    if judge.schema_of(copy.file, copy.key) < SCHEMA:
        upgrade.migrate(copy.file, copy.key)


def sweep() -> None:
    """Take away the copies that nobody reads any more: their programs were killed."""
    place = scratch.temporary()
    if place is not None:
        scratch.sweep(place, _BEGINS)
