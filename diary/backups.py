"""The backups of the open diary, for the window. All work is done by a worker of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import DiaryError, RestingError
from diary.clock import Clock
from diary.jobs import Jobs, Stop, StoppedError

if TYPE_CHECKING:
    from db.read import Reader
    from diary.backup_keeper import Keeper, Standing


class Backups(QObject):
    """Makes backups; `busy` while it makes one.

    `told` carries a `Standing`, `failed` an error, `place_ready` the folder in a second place,
    `place_refused` why a place cannot be it.
    `second` is that folder, where one was chosen.
    """

    told = Signal(object)
    failed = Signal(object)
    place_ready = Signal(object)
    place_refused = Signal(object)
    busy_changed = Signal()

    def __init__(self, store: Reader, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._jobs = Jobs("backup", self)
        self._stop = Stop()
        self.busy = False
        self.second: Path | None = None

    def look(self) -> None:
        """Tell how it stands."""
        self._jobs.run(lambda: self._keeper().look(), self.told.emit, self._on_failed)

    def daily(self) -> None:
        """Back up what is due; tell how it stands then."""
        self._run(lambda keeper: keeper.daily(self._clock.now(), self._stop.step))

    def now(self) -> None:
        """Back up; tell how it stands then."""
        self._run(lambda keeper: keeper.now(self._clock.now(), self._stop.step))

    def prepare(self, chosen: Path) -> None:
        """Make the folder for backups in a place that was chosen; `place_ready` says which."""
        diary = self._store.database.folder

        def work() -> Path:
            from diary.backup_keeper import prepared  # noqa: PLC0415 - loaded by the worker

            return prepared(chosen, diary)

        self._jobs.run(work, self.place_ready.emit, self._on_place_refused)

    def stop(self) -> None:
        """Give up the backup that is being made."""
        self._stop.set()

    def close(self) -> None:
        """Give up what is under way."""
        self._stop.set()
        self._jobs.close()

    def _keeper(self) -> Keeper:
        from diary.backup_keeper import Keeper  # noqa: PLC0415 - loaded by the worker

        return Keeper(self._store, self.second)

    def _run(self, work: Callable[[Keeper], Standing]) -> None:
        if self.busy:
            return
        self._stop.clear()
        self._be(busy=True)
        self._jobs.run(lambda: work(self._keeper()), self._on_done, self._on_given_up)

    def _on_done(self, standing: Standing) -> None:
        self._be(busy=False)
        self.told.emit(standing)

    def _on_given_up(self, error: Exception) -> None:
        self._be(busy=False)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RestingError):  # locked: what is due is made when it is open again
            return
        if isinstance(error, StoppedError):
            self.look()
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            raise error

    def _on_place_refused(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            raise error
        self.place_refused.emit(error)

    def _be(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
