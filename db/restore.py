"""Putting a backup in the place of the diary, which is kept first.

The diary must be closed, or `alone` closes it for the last step. Killed at any point, the folder
holds the present diary or the restored one: renaming the finished database is the only step that
counts.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from db import backup, copying, errors, failures, judge, keys
from db.backup_folder import Occasion, copy_durably, name_of
from db.copying import Step, no_step
from db.durable import sync_folder
from db.engine import Database
from db.folder import BACKUPS_NAME, DB_NAME
from db.photos import AT_ONCE
from db.read import Reader
from db.store import Store
from db.unpacked import Access, Unpacked, unpacked

DAMAGED = "damaged "

Alone = Callable[[], AbstractContextManager[object]]
"""While what it gives is entered, no connection to the diary is open."""


class Stage(Enum):
    """How far a restore has come."""

    READING = auto()
    KEEPING = auto()
    PLACING = auto()

    @property
    def is_last(self) -> bool:
        """Whether it cannot be cancelled any more."""
        return self is Stage.PLACING


class Care(NamedTuple):
    """What is seen to meanwhile: `step` may raise to cancel, up to the last step, done `alone`.

    `reached` is told each stage.
    """

    alone: Alone = nullcontext
    step: Step = no_step
    reached: Callable[[Stage], object] = id


_FRESH = DB_NAME + ".restored"


def restore(
    folder: Path, file: Path, now: datetime, access: Access, care: Care | None = None
) -> Path | None:
    """Put a backup in the place of the closed diary; where that was kept, None if there was none.

    The restored diary keeps the passphrase and the recovery code of the present one. Where the
    present keys are lost, those of the backup take their place.

    Raises:
        DiaryError: What is wrong; the present diary is as it was.
    """
    alone, step, reached = care or Care()
    reached(Stage.READING)
    folder = folder.expanduser().resolve()
    with failures.files_translated(folder), unpacked(file, folder, access, step) as found:
        key = access.present_key or _adopted(folder, found, access)
        fresh = folder / _FRESH
        kept = None
        try:
            copying.copy(found.folder / DB_NAME, fresh, found.key, key, step)
            reached(Stage.KEEPING)
            kept = _keep_present(folder, key, now, step)
            _add_pictures(folder, found, key, step)
            reached(Stage.PLACING)
            with alone():
                copying.clear_logs(folder / DB_NAME)
                fresh.replace(folder / DB_NAME)
        except BaseException:
            _forget(kept)
            raise
        finally:
            copying.clear(fresh)
        sync_folder(folder)
    return kept


def _adopted(folder: Path, found: Unpacked, access: Access) -> str:
    """The backup's keys for a folder that has lost its own; the key of the database."""
    if keys.exist(folder) and (folder / DB_NAME).exists():
        keys.find(folder, access.passphrase)
    if access.recovered:
        keys.store(folder, access.recovered, access.passphrase)
    else:
        keys.adopt(folder, found.folder)
    return found.key


def _keep_present(folder: Path, key: str, now: datetime, step: Step) -> Path | None:
    """Back the present diary up with its pictures; of a damaged one, keep every byte."""
    file = folder / DB_NAME
    if not file.exists():
        return None
    kept = folder / BACKUPS_NAME
    kept.mkdir(mode=0o700, exist_ok=True)
    try:
        judge.outside(file)
        judge.schema_of(file, key)
        return _backed_up(file, key, kept / name_of(now, Occasion.RESTORE), now, step)
    except (errors.DamagedError, errors.WrongKeyError, errors.ForeignFileError):
        return keep_bytes(folder, kept / (DAMAGED + Path(name_of(now)).stem))


def _backed_up(file: Path, key: str, target: Path, now: datetime, step: Step) -> Path:
    """Closing folds the write-ahead log into the file: nothing of it can come back later."""
    store = Store(Database(file, key))
    try:
        backup.make(store, target, now, pictures=True, step=step)
    finally:
        store.close()
    return target


def _forget(kept: Path | None) -> None:
    """The diary is as it was: a backup from before a restore would tell of one."""
    if kept is not None and kept.is_file():
        kept.unlink()


def keep_bytes(folder: Path, target: Path) -> Path:
    """Copy the files of a folder, but not what lies in folders below it, to a new one, durably."""
    target.mkdir(mode=0o700)
    for file in folder.iterdir():
        if file.is_file():
            copy_durably(file, target / file.name)
    sync_folder(target)
    sync_folder(target.parent)
    return target


def _add_pictures(folder: Path, found: Unpacked, key: str, step: Step) -> None:
    """Add the backup's pictures to the present ones, which all stay: the restore can be undone."""
    with found.reading() as theirs:
        ours = Reader(Database(folder / DB_NAME, key)).pictures
        try:
            missing = iter(sorted(theirs.pictures.ids() - ours.ids()))
            while some := list(islice(missing, AT_ONCE)):
                step()
                ours.put((each, theirs.picture(each) or b"") for each in some)
        finally:
            ours.close()
