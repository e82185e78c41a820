"""What is done for the backups of an open diary, on a worker: in its folder and in a second place.

No Qt. Used by `diary.backups` for the window, and by the commands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from db import backup, backup_file, failures, keys
from db.backup_folder import BackupFolder, Occasion
from db.copying import Step, no_step
from db.errors import BackupDamagedError, DiaryError
from db.folder import BACKUPS_NAME
from db.read import Reader
from db.rekey import give_keys
from diary.i18n import N_
from diary.lock import is_set

SECOND_NAME = "Scleroderma Diary backups"
"""The folder in the second place. While it is not there, the stick is not there."""

_COPIED = (Occasion.DAILY, Occasion.PHOTOS)


class OwnPlaceError(DiaryError):
    """A second place within the first one."""

    sentence = N_(
        "{folder} is where the diary itself is. Choose another disk, such as a USB stick."
    ).text


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the backups.

    `last` and `count` are of the automatic ones in the diary's folder; `second_last` is None as
    long as the second place is not there. `kept` is the diary from before the last restore.
    `sealed`: who finds a backup needs the passphrase to read it. `problem` and `second_problem` say
    what went wrong just now.
    """

    last: datetime | None = None
    count: int = 0
    kept: Path | None = None
    second_there: bool = False
    second_last: datetime | None = None
    sealed: bool = False
    made: bool = False
    problem: DiaryError | None = None
    second_problem: DiaryError | None = None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Backs up one open diary."""

    store: Reader
    second: Path | None = None

    @property
    def here(self) -> BackupFolder:
        """The backups in the diary's folder."""
        return backup.folder_of(self.store, self._folder / BACKUPS_NAME)

    @property
    def _folder(self) -> Path:
        return self.store.database.folder

    def look(self) -> Standing:
        """How it stands."""
        made = self.here.found()
        count = sum(len(self.here.found(occasion)) for occasion in Occasion)
        kept = self.here.newest(Occasion.RESTORE)
        found = Standing(max(made, default=None), count, kept, sealed=is_set(self._folder))
        try:
            there = self._there()
            if there is None:
                return found
            last = max(there.found(), default=None)
        except DiaryError as problem:
            return replace(found, second_problem=problem)
        return replace(found, second_there=True, second_last=last)

    def daily(self, now: datetime, step: Step = no_step) -> Standing:
        """Back up unless there is a backup of today; bring the second place up to date."""
        due = now.date() not in {made.astimezone(now.tzinfo).date() for made in self.here.found()}
        return self.now(now, step) if due else self._followed(now, step)

    def now(self, now: datetime, step: Step = no_step) -> Standing:
        """Back up, and bring the second place up to date."""
        try:
            self.before(Occasion.DAILY, now, step)
            if self._has_new_pictures():
                self.before(Occasion.PHOTOS, now, step)
        except DiaryError as problem:
            return replace(self._followed(now, step), problem=problem)
        return replace(self._followed(now, step), made=True)

    def before(self, occasion: Occasion, now: datetime, step: Step = no_step) -> Path:
        """Back up in the diary's folder for an occasion.

        Raises:
            DiaryError: There is no backup, and why.
        """
        return backup.make_automatic(self.store, self.here.place, now, occasion, step)

    def _has_new_pictures(self) -> bool:
        album = backup.album_of(self.store.pictures.ids())
        newest = self.here.newest(Occasion.PHOTOS)
        return bool(album) and (newest is None or backup_file.read(newest).album != album)

    def _there(self) -> BackupFolder | None:
        """The second place while it is there. Its folder is never made anew on another disk.

        Raises:
            DiaryError: Its disk failed.
        """
        if self.second is None:
            return None
        with failures.files_translated(self.second):
            return backup.folder_of(self.store, self.second) if self.second.is_dir() else None

    def _followed(self, now: datetime, step: Step) -> Standing:
        """Copy to the second place what it has not got, and thin it; how it stands then.

        A new passphrase that did not reach every backup here before does so now.
        """
        with suppress(DiaryError):  # tried again with the next backup
            self._give_present_keys(self.here, Occasion, step)
        try:
            there = self._there()
            if there is not None:
                self._copy_newest(there, now, step)
        except DiaryError as problem:
            return replace(self.look(), second_problem=problem)
        return self.look()

    def _copy_newest(self, there: BackupFolder, now: datetime, step: Step) -> None:
        missing = [file for file in self._newest() if not there.has(there.place / file.name)]
        for file in missing:
            step()
            there.take(file)
        if missing:
            there.thin(now)
        self._give_present_keys(there, _COPIED, step)

    def _give_present_keys(
        self, place: BackupFolder, occasions: Iterable[Occasion], step: Step
    ) -> None:
        """Each backup opens with the present words, and no more with those from before, or none.

        Raises:
            DiaryError: Why one of them was left, after each was tried.
        """
        text = keys.text(self._folder)
        wanted = hashlib.sha256(text.encode()).hexdigest()
        problem: DiaryError | None = None
        for file in chain(*(place.found(occasion).values() for occasion in occasions)):
            try:
                if backup_file.read(file).sums[keys.KEYS_NAME] != wanted:
                    step()
                    give_keys(file, self.store.database.key, text)
            except BackupDamagedError:
                continue
            except DiaryError as error:
                problem = error
        if problem is not None:
            raise problem

    def _newest(self) -> Iterable[Path]:
        return filter(None, (self.here.newest(occasion) for occasion in _COPIED))


def prepared(chosen: Path, diary: Path) -> Path:
    """The folder for backups in a place that was chosen; made where it is not there.

    Raises:
        DiaryError: The place cannot be written, or is the diary's own.
    """
    place = chosen if chosen.name == SECOND_NAME else chosen / SECOND_NAME
    if place.resolve().is_relative_to(diary.resolve()):
        raise OwnPlaceError(folder=chosen)
    with failures.files_translated(chosen):
        place.mkdir(mode=0o700, exist_ok=True)
    return place
