"""The pictures of photos, in an encrypted file of their own under the diary's key.

What is known of a photo is a record in the diary; the picture lies here under the same id. Apart
from the diary, so that its daily backups stay small. The file is made with the first picture and
opened when the first one is asked for. Written by `db.store` only, inside a write of the diary:
the picture first, so that no photo is ever without its picture.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from itertools import islice
from pathlib import Path
from threading import Lock

from db import failures, judge
from db.durable import sync_folder
from db.engine import Database

NAME = "photos.db"
APPLICATION_ID = 0x53634470
"""Marks a database as a diary's pictures ("ScDp")."""
SCHEMA = 1
AT_ONCE = 20
"""So many pictures are written in one transaction."""

_UNFINISHED_NAME = NAME + ".new"
_TABLE = "CREATE TABLE image (id TEXT NOT NULL PRIMARY KEY, jpeg BLOB NOT NULL) STRICT"
_PUT = "INSERT INTO image VALUES (?, ?) ON CONFLICT DO UPDATE SET jpeg = excluded.jpeg"


class Pictures:
    """The pictures that lie beside a diary. Any thread may use it."""

    def __init__(self, diary: Database) -> None:
        self._diary = diary
        self._opened: Database | None = None
        self._opening = Lock()

    @property
    def exist(self) -> bool:
        """Whether there ever was a picture."""
        return self._opened is not None or (self._diary.folder / NAME).exists()

    def picture(self, photo_id: str) -> bytes | None:
        """The picture of a photo as JPEG; None where it is missing."""
        if not self.exist:
            return None
        wanted = "SELECT jpeg FROM image WHERE id = ?"
        with self._database().reading() as connection:
            found = connection.execute(wanted, (photo_id,)).fetchone()
        return bytes(found[0]) if found else None

    def ids(self) -> set[str]:
        """The ids of all pictures."""
        if not self.exist:
            return set()
        with self._database().reading() as connection:
            return {photo_id for (photo_id,) in connection.execute("SELECT id FROM image")}

    def put(self, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Keep pictures under their ids; durable when it returns.

        The caller holds the diary's write lock, so that nobody else makes the file or sweeps.
        """
        left = iter(pictures)
        while some := list(islice(left, AT_ONCE)):
            if not self.exist:
                self._make()
            with self._database().writing() as connection:
                connection.executemany(_PUT, some)

    def remove(self, ids: Collection[str]) -> None:
        """Let go of pictures; the caller holds the diary's write lock."""
        if ids:
            with self._database().writing() as connection:
                connection.executemany("DELETE FROM image WHERE id = ?", [(i,) for i in ids])

    def database(self) -> Database | None:
        """The open file for checks and backups; None where there never was a picture."""
        return self._database() if self.exist else None

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. Harmless when repeated."""
        with self._opening:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def _database(self) -> Database:
        with self._opening:
            if self._opened is None:
                self._judge()
                self._opened = self._diary.beside(NAME)
            return self._opened

    def _judge(self) -> None:
        """Refuse a file that is not ours before anything is written to it."""
        with failures.files_translated(self._diary.folder):
            file = self._diary.part(NAME)
            judge.outside(file)
            judge.schema_of(file, self._diary.key, application=APPLICATION_ID, known=SCHEMA)

    def _make(self) -> None:
        """Make the file; renaming it is the last step, so that it is never there by halves."""
        fresh = self._diary.part(_UNFINISHED_NAME)
        with failures.files_translated(fresh.parent):
            _clear(fresh)
            os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            made = self._diary.beside(_UNFINISHED_NAME)
            with made.writing() as connection:
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version={SCHEMA}")
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            made.close()
            fresh.rename(fresh.with_name(NAME))
            sync_folder(fresh.parent)


def _clear(file: Path) -> None:
    """Take away what a killed try left."""
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)
