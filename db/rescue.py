"""Putting what can be read of a damaged diary in its place. Every byte of it is kept first.

The diary must be closed. Killed at any point, the folder holds the damaged diary or the saved one:
renaming the finished database is the only step that counts.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db import copying, failures, judge, keys
from db.backup_folder import name_of
from db.durable import sync_folder
from db.folder import BACKUPS_NAME, DB_NAME
from db.restore import DAMAGED, keep_bytes
from db.salvage import Salvaged, salvage
from db.scratch import scratch

_FRESH = DB_NAME + ".salvaged"


class Rescued(NamedTuple):
    """What was saved and what was not, and where the damaged files are kept."""

    salvaged: Salvaged
    kept: Path


def rescue(folder: Path, now: datetime, passphrase: str | None = None) -> Rescued:
    """Save what can be read.

    Raises:
        DiaryError: Nothing can be read, the keys are lost or the disk failed; all is as it was.
    """
    folder = folder.expanduser().resolve()
    key = keys.database_key(judge.keys_of(folder / DB_NAME, folder, passphrase).secret)
    fresh = folder / _FRESH
    with failures.files_translated(folder), scratch(folder) as place:
        try:
            salvaged = salvage(_copied(folder, place), key, fresh)
            kept = _kept(folder, now)
            copying.clear_logs(folder / DB_NAME)
            fresh.replace(folder / DB_NAME)
            sync_folder(folder)
        finally:
            copying.clear(fresh)
    return Rescued(salvaged, kept)


def _copied(folder: Path, place: Path) -> Path:
    """A copy of the damaged database and its log to work on."""
    for name in (DB_NAME, DB_NAME + "-wal"):
        if (folder / name).exists():
            shutil.copy2(folder / name, place)
    return place / DB_NAME


def _kept(folder: Path, now: datetime) -> Path:
    backups = folder / BACKUPS_NAME
    backups.mkdir(mode=0o700, exist_ok=True)
    return keep_bytes(folder, backups / (DAMAGED + Path(name_of(now)).stem))
