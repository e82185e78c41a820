"""What is half typed when the diary is locked: a small encrypted file beside the diary.

Under the diary's key, but not in the diary: an unfinished entry is in no backup and no export.
It goes as soon as the diary was unlocked. Killed while locked, it is there at the next start.
"""

from __future__ import annotations

import os

from db import failures
from db.durable import sync_folder
from db.engine import Database
from db.errors import DiaryError

NAME = "drafts.db"


def keep(diary: Database, text: str) -> None:
    """Keep a text, durably, in place of the one before.

    Raises:
        DiaryError: It could not be written; none is kept.
    """
    forget(diary)
    file = diary.file.with_name(NAME)
    with failures.files_translated(file.parent):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        made = diary.beside(NAME)
        try:
            with made.writing() as connection:
                connection.execute("CREATE TABLE draft (text TEXT NOT NULL) STRICT")
                connection.execute("INSERT INTO draft VALUES (?)", (text,))
        finally:
            made.close()
        sync_folder(file.parent)


def kept(diary: Database) -> str:
    """The text that is kept; empty where there is none that can be read."""
    if not diary.file.with_name(NAME).exists():
        return ""
    found = diary.beside(NAME)
    try:
        with found.reading() as connection:
            (text,) = connection.execute("SELECT text FROM draft").fetchone() or ("",)
        found.close()
    except DiaryError:
        return ""
    return str(text)


def forget(diary: Database) -> None:
    """Let go of what is kept."""
    file = diary.file.with_name(NAME)
    with failures.files_translated(file.parent):
        for end in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + end).unlink(missing_ok=True)
