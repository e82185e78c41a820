"""Another passphrase, or none: for the diary, and for what is kept of it in its folder.

The backups and the damaged diaries hold the same sealed secret. Were they left as they are, one
from before the passphrase would open the diary to anybody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db import backup_file, failures, judge, keys
from db.backup import make_automatic
from db.backup_file import SUFFIX
from db.backup_folder import Occasion
from db.copying import Step, no_step
from db.durable import sync_folder
from db.engine import Database
from db.errors import DiaryError
from db.folder import BACKUPS_NAME, DB_NAME
from db.read import Reader
from db.restore import DAMAGED
from db.scratch import PACKED, scratch


def rekey(
    folder: Path, secret: bytes, passphrase: str | None, now: datetime, step: Step = no_step
) -> list[Path]:
    """Give the diary another passphrase (None: no more), then what is kept; what of it was left.

    The diary is backed up before. Whatever is killed or fails on the way: the diary opens with the
    words from before or the new ones, and so does each backup.

    Raises:
        DiaryError: The key files could not be written, or it is not known what is kept; nothing
            was changed.
    """
    _back_up(folder, secret, now)
    place = folder / BACKUPS_NAME
    with failures.files_translated(folder):
        damaged, backups = sorted(place.glob(DAMAGED + "*")), sorted(place.glob("*" + SUFFIX))
        keys.store(folder, secret, passphrase)
    left = _give_damaged(damaged, folder, secret)
    for file in backups:
        step()
        try:
            give_keys(file, keys.database_key(secret), keys.text(folder))
        except DiaryError:
            left.append(file)
    return left


def _back_up(folder: Path, secret: bytes, now: datetime) -> None:
    database = Database(folder / DB_NAME, keys.database_key(secret))
    try:
        make_automatic(Reader(database), folder / BACKUPS_NAME, now, Occasion.KEYS)
    finally:
        database.leave()


def _give_damaged(damaged: list[Path], folder: Path, secret: bytes) -> list[Path]:
    """Give the present key files to the damaged diaries that were kept; those left as they were."""
    left = []
    for kept in damaged:
        try:
            with failures.files_translated(kept):
                if _is_of(kept, secret):
                    keys.adopt(kept, folder)
        except DiaryError:
            left.append(kept)
    return left


def _is_of(kept: Path, secret: bytes) -> bool:
    """Whether the beginning of its database, or else a key file, tells that it is this diary's."""
    begin = bytes.fromhex(keys.salt(keys.database_key(secret)))
    return _start_of(kept / DB_NAME, len(begin)) == begin or any(
        secret.hex().encode() in _start_of(kept / name) for name in keys.NAMES
    )


def _start_of(file: Path, length: int = -1) -> bytes:
    if not file.is_file():
        return b""
    with file.open("rb") as stream:
        return stream.read(length)


def give_keys(file: Path, key: str, text: str) -> None:
    """Replace the key file in a backup by one that holds the same secret.

    Raises:
        DiaryError: It is another secret's, damaged, or the disk failed; it is as it was.
    """
    with failures.files_translated(file.parent):
        about = backup_file.verify(file)
        with scratch(file.parent) as place:
            parts = {part: place / part for part in about.sums}
            for part, target in parts.items():
                backup_file.unpack(file, part, target)
            judge.schema_of(parts[DB_NAME], key)
            parts[keys.KEYS_NAME].write_text(text, "utf-8")
            sums = {part: backup_file.sum_of(target) for part, target in parts.items()}
            packed = place / PACKED
            backup_file.pack(parts, replace(about, sums=sums), packed)
            backup_file.verify(packed)
            packed.replace(file)
            sync_folder(file.parent)
