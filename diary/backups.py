"""The backups of the open diary, for the window. All work is done by a worker of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import DiaryError
from diary.clock import Clock
from diary.jobs import Jobs

if TYPE_CHECKING:
    from db.read import Reader
    from diary.backup_keeper import Keeper, Standing


class StoppedError(Exception):
    """Someone cancelled the backup, or closes the diary. Nothing is left behind."""


class Backups(QObject):
    """Makes backups. `told` carries a `Standing`; `busy` is whether one is being made.

    `second` is the folder in the second place, where one was chosen.
    """

    told = Signal(object)
    busy_changed = Signal()

    def __init__(self, store: Reader, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._jobs = Jobs("backup", self)
        self._stop = Event()
        self.busy = False
        self.second: Path | None = None

    def look(self) -> None:
        """Tell how it stands."""
        self._jobs.run(lambda: self._keeper().look(), self.told.emit, self._on_failed)

    def daily(self) -> None:
        """Back up what is due; tell how it stands then."""
        self._run(lambda keeper: keeper.daily(self._clock.now(), self._step))

    def now(self) -> None:
        """Back up; tell how it stands then."""
        self._run(lambda keeper: keeper.now(self._clock.now(), self._step))

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
        self._jobs.run(lambda: work(self._keeper()), self._on_done, self._on_failed)

    def _step(self) -> None:
        """Between two steps: stop where that is wanted, and let the window have its turn."""
        if self._stop.is_set():
            raise StoppedError
        sleep(0)

    def _on_done(self, standing: Standing) -> None:
        self._be(busy=False)
        self.told.emit(standing)

    def _on_failed(self, error: Exception) -> None:
        from diary.backup_keeper import Standing  # noqa: PLC0415 - rarely needed

        self._be(busy=False)
        if isinstance(error, DiaryError):
            self.told.emit(Standing(problem=error))
        elif isinstance(error, StoppedError):
            self.look()
        else:
            raise error

    def _be(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
