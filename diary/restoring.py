"""Restoring a backup while the diary is open, for the window. What takes time, a worker does.

The window stays: the file below it is another one from one moment to the next, and everything that
is shown is read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.backup_folder import Occasion
from db.errors import DiaryError, PassphraseNeededError, WrongKeyError, WrongPassphraseError
from diary.clock import Clock
from diary.jobs import Jobs, Stop, StoppedError

if TYPE_CHECKING:
    from db.backup_file import About
    from db.copying import Step
    from db.difference import Difference
    from db.store import Store
    from db.unpacked import Access


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup that could be restored. `about` is None where it cannot be read."""

    file: Path
    size: int
    about: About | None
    occasion: Occasion
    second: bool = False

    @property
    def made(self) -> datetime:
        """When it was made; long ago where that cannot be read."""
        return self.about.made if self.about else datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would change. `own`: the backup is of this diary."""

    file: Path
    about: About
    difference: Difference
    own: bool


class Restoring(QObject):
    """`listed` carries the backups, `checked` one of them and whether it is whole.

    `previewed` carries a `Preview`, `key_needed` the error of a backup that needs other words,
    `restored` the file in which the diary from before was kept, `failed` what went wrong, `stopped`
    that it was cancelled, `reached` how far it has come.
    """

    listed = Signal(object)
    checked = Signal(object, bool)
    previewed = Signal(object)
    key_needed = Signal(object)
    restored = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    reached = Signal(object)

    def __init__(self, store: Store, clock: Clock, saving: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock, self._saving = store, clock, saving
        self._jobs = Jobs("restore", self)
        self._looking = 0
        self._stop = Stop()

    @property
    def _folder(self) -> Path:
        return self._store.database.folder

    def look(self, second: Path | None) -> None:
        """List the backups of the folder and of the second place; then check each."""
        self._looking += 1
        self._jobs.run(lambda: _listed(self._store, second), self._on_listed, self._on_failed)

    def stop(self) -> None:
        """Check no more backups."""
        self._looking += 1

    def preview(self, file: Path, words: str = "") -> None:
        """See what a restore would change. `words`: passphrase or recovery code of the backup."""
        self._stop = stop = Stop()
        self._jobs.run(
            lambda: _preview(self._store, file, self._access(words), stop.step),
            self.previewed.emit,
            self._on_failed,
        )

    def restore(self, file: Path, words: str = "") -> None:
        """Put a backup in the diary's place, after everything that is being saved."""
        self._stop = stop = Stop()

        def work() -> Path | None:
            from db.restore import Care, restore  # noqa: PLC0415 - loaded by the worker

            now, access = self._clock.now(), self._access(words)
            care = Care(self._store.database.shut, stop.step, self.reached.emit)
            return restore(self._folder, file, now, access, care)

        self._saving.run(work, self.restored.emit, self._on_failed)

    def cancel(self) -> None:
        """Give up looking into a backup, or putting it back; in its last step that goes on."""
        self._stop.set()

    def close(self) -> None:
        """Let go of what is under way."""
        self._looking += 1
        self._stop.set()
        self._jobs.close()

    def _access(self, words: str) -> Access:
        from db.unpacked import typed  # noqa: PLC0415 - loaded by the worker

        return typed(words, self._store.database.key)

    def _on_listed(self, found: list[Listed]) -> None:
        self.listed.emit(found)
        self._check(iter(found), self._looking)

    def _check(self, left: Iterator[Listed], looking: int) -> None:
        """Check one, then the next, as long as nobody looks anew."""
        each = next(left, None)
        if each is None or looking != self._looking:
            return

        def done(whole: bool) -> None:  # noqa: FBT001 - a job's answer
            self.checked.emit(each.file, whole)
            self._check(left, looking)

        self._jobs.run(_checking(each.file), done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self.stopped.emit()
        elif isinstance(error, PassphraseNeededError | WrongPassphraseError | WrongKeyError):
            self.key_needed.emit(error)
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            self.stopped.emit()
            raise error


def _listed(store: Store, second: Path | None) -> list[Listed]:
    """The newest first; in the second place those that the folder has not got."""
    from diary.backup_keeper import Keeper  # noqa: PLC0415 - loaded by the worker

    found = [_one(file, second=False) for file in _files(Keeper(store).here.place)]
    names = {each.file.name for each in found}
    with suppress(DiaryError):  # the settings say how it stands with the second place
        there = _files(second) if second else []
        found += [_one(file, second=True) for file in there if file.name not in names]
    return sorted(found, key=lambda each: (each.made, each.file.name), reverse=True)


def _files(place: Path) -> list[Path]:
    """The backups in a folder; none where that is not there.

    Raises:
        DiaryError: Its disk failed.
    """
    from db.failures import files_translated  # noqa: PLC0415 - loaded by the worker

    with files_translated(place):
        return list(place.glob("*.scdiary")) if place.is_dir() else []


def _one(file: Path, *, second: bool) -> Listed:
    """A backup; it may go, or its disk fail, while it is looked at."""
    from db.backup_file import read  # noqa: PLC0415 - loaded by the worker

    about, size = None, 0
    with suppress(DiaryError, OSError):
        size = file.stat().st_size
        about = read(file)
    begins = (each for each in Occasion if each and file.name.startswith(each))
    return Listed(file, size, about, next(begins, Occasion.DAILY), second)


def _checking(file: Path) -> Callable[[], bool]:
    def work() -> bool:
        from db.backup_folder import is_whole  # noqa: PLC0415 - loaded by the worker

        return is_whole(file)

    return work


def _preview(store: Store, file: Path, access: Access, step: Step) -> Preview:
    from db.backup import folder_of  # noqa: PLC0415 - loaded by the worker
    from db.difference import difference  # noqa: PLC0415 - as above
    from db.names import DB_NAME  # noqa: PLC0415 - as above
    from db.unpacked import unpacked  # noqa: PLC0415 - as above

    folder = store.database.folder
    with unpacked(file, folder, access, step) as found:
        changes = difference(store.database, found.folder / DB_NAME, found.key)
        return Preview(file, found.about, changes, folder_of(store, folder).has(file))
