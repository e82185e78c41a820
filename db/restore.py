"""Putting a backup in the place of the diary, which is kept first.

The diary must be closed, or `alone` closes it for the last step. Killed at any point, the folder
holds the present diary or the restored one: renaming the finished database is the only step that
counts.

Where the present keys are lost, those of the backup come right before that step, and earlier only
if they open the present diary, too. In between they cost nothing: without them it does not open
either, the recovery code opens it as before, and the same restore can be done again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from datetime import datetime
from enum import Enum, auto
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from db import backup, copying, errors, failures, judge, keys
from db.backup_folder import Occasion, copy_durably, name_of
from db.copying import Step, no_step
from db.durable import sync_folder
from db.engine import BUSY_TIMEOUT, Database, connect
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
    present keys are lost or of another diary, those of the backup take their place.

    Raises:
        DiaryError: What is wrong; the present diary is as it was.
    """
    alone, step, reached = care or Care()
    reached(Stage.READING)
    folder = folder.expanduser().resolve()
    with failures.files_translated(folder), unpacked(file, folder, access, step) as found:
        _refuse_locked(folder, access)
        key, fresh = access.present_key or found.key, folder / _FRESH
        give_keys = partial(_give_keys, folder, found, access)
        kept = None
        try:
            copying.copy(found.folder / DB_NAME, fresh, found.key, key, step)
            reached(Stage.KEEPING)
            kept = _keep_present(folder, key, now, step, give_keys)
            _add_pictures(folder, found, key, step)
            reached(Stage.PLACING)
            with alone():
                _fold_log(folder / DB_NAME, key, opens=kept is not None and kept.is_file())
                give_keys()
                copying.clear_logs(folder / DB_NAME)
                fresh.replace(folder / DB_NAME)
        except BaseException:
            _forget(kept)
            raise
        finally:
            copying.clear(fresh)
        sync_folder(folder)
    return kept


def present_secret(folder: Path, passphrase: str | None) -> bytes | None:
    """The secret of the diary in a folder; None where its keys are lost, or another diary's.

    Raises:
        PassphraseNeededError, WrongPassphraseError: See `keys.find`.
    """
    file = folder / DB_NAME
    try:
        if not file.exists():
            return keys.load(folder, passphrase)
        secret = judge.keys_of(file, folder, passphrase).secret
        with suppress(errors.DamagedError, errors.ForeignFileError, errors.NewerDiaryError):
            judge.outside(file)
            judge.schema_of(file, keys.database_key(secret))
    except (errors.KeyLostError, errors.WrongKeyError):
        return None
    return secret


def _refuse_locked(folder: Path, access: Access) -> None:
    """A backup never replaces the keys of a diary that could be opened with the right words."""
    if access.present_key is None and (folder / DB_NAME).exists():
        with suppress(errors.KeyLostError):
            keys.find(folder, access.passphrase)


def _give_keys(folder: Path, found: Unpacked, access: Access) -> None:
    """The backup's keys for a folder that has lost its own."""
    if access.present_key is None and access.recovered:
        keys.store(folder, access.recovered, access.passphrase)
    elif access.present_key is None:
        keys.adopt(folder, found.folder)


def _fold_log(file: Path, key: str, *, opens: bool) -> None:
    """Open a diary as one who is alone with it; closing it folds its log into its file.

    Raises:
        LockedError: Another program uses the diary; nothing was changed.
    """
    if opens:
        with failures.translated(file), closing(connect(file, key)) as connection:
            connection.execute(f"PRAGMA busy_timeout={round(BUSY_TIMEOUT * 1000)}")
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _keep_present(
    folder: Path, key: str, now: datetime, step: Step, give_keys: Callable[[], None]
) -> Path | None:
    """Back the present diary up with its pictures; of a damaged one, keep every byte.

    A backup needs a key file: where that is lost, and the key opens the diary, it gets one.
    """
    file = folder / DB_NAME
    if not file.exists():
        return None
    kept = folder / BACKUPS_NAME
    kept.mkdir(mode=0o700, exist_ok=True)
    try:
        judge.outside(file)
        judge.schema_of(file, key)
        give_keys()
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
