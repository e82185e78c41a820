"""Making backups of an open diary."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from db import copying, failures, keys
from db.backup_file import PARTS, About, pack, sum_of, verify
from db.backup_folder import BackupFolder, Occasion, name_of
from db.copying import Step, no_step
from db.durable import sync_folder
from db.engine import Database
from db.names import DB_NAME
from db.photos import NAME as PICTURES
from db.read import Reader
from db.scratch import PACKED, scratch


def make(
    store: Reader,
    target: Path,
    made: datetime,
    *,
    pictures: bool = False,
    step: Step = no_step,
) -> About:
    """Write a verified backup of an open diary to `target`, replacing what is there at the end.

    Raises:
        DiaryError: What went wrong; an earlier file under that name is untouched.
    """
    with failures.files_translated(target.parent), scratch(target.parent) as place:
        content = _copy(store.database, place / DB_NAME, step)
        album = album_of(store.pictures.ids()) if pictures else ""
        wanted = store.pictures.database() if pictures else None
        shown = _copy(wanted, place / PICTURES, step).rows if wanted else None
        (place / keys.KEYS_NAME).write_text(keys.text(store.database.folder), "utf-8")
        parts = {name: place / name for name in PARTS if (place / name).exists()}
        sums = {name: sum_of(file) for name, file in parts.items()}
        step()
        about = About(made, content.schema, content.rows, shown, sums, album)
        packed = place / PACKED
        pack(parts, about, packed)
        verify(packed)
        step()
        packed.replace(target)
        sync_folder(target.parent)
    return about


def make_automatic(
    store: Reader,
    folder: Path,
    now: datetime,
    occasion: Occasion = Occasion.DAILY,
    step: Step = no_step,
) -> Path:
    """Write a backup named by its occasion and moment, then thin the older ones out.

    The one of the photos has the pictures, too.

    Raises:
        DiaryError: What went wrong; no earlier backup was touched.
    """
    with failures.files_translated(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / name_of(now, occasion)
    make(store, target, now, pictures=occasion is Occasion.PHOTOS, step=step)
    folder_of(store, folder).thin(now)
    return target


def folder_of(store: Reader, folder: Path) -> BackupFolder:
    """The backups of an open diary in a folder."""
    return BackupFolder(folder, keys.salt(store.database.key))


def album_of(ids: Collection[str]) -> str:
    """A digest of the names of all pictures; empty without any. A picture never changes."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest() if ids else ""


def _copy(database: Database, target: Path, step: Step) -> copying.Content:
    return copying.copy(database.file, target, database.key, step=step)
