"""Reads a table off the window's thread, says how far it is, and stops when nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.collector import no_collector
from diary.exchange.content import Follow
from diary.jobs import Jobs

PATIENCE = 300
"""Milliseconds until it is said that something takes longer."""
T = TypeVar("T")


class StoppedError(Exception):
    """The dialog was left while the table was being read."""


class ForeignWork(QObject):
    """`lasts` carries the rows read so far, now and then, where it takes longer."""

    lasts = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs("table", self)
        self._stopped, self._count = Event(), 0
        self._timer = QTimer(self)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def busy(self) -> bool:
        """Whether the table is being read just now."""
        return self._timer.isActive()

    def run(
        self,
        job: Callable[[Follow], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do the job on the worker; then call one of the two on the window's thread."""

        def work() -> T:
            with no_collector():
                return job(self._follow)

        def then(result: T) -> None:
            self._timer.stop()
            done(result)

        def fail(error: Exception) -> None:
            self._timer.stop()
            failed(error)

        self._count = 0
        self._timer.start()
        self._jobs.run(work, then, fail)

    def close(self) -> None:
        """Stop what is under way; nobody is told."""
        self._stopped.set()
        self._timer.stop()
        self._jobs.close()

    def _follow(self, count: int) -> None:
        """Called by the worker."""
        self._count = count
        if self._stopped.is_set():
            raise StoppedError

    @Slot()
    def _on_timeout(self) -> None:
        self.lasts.emit(self._count)
