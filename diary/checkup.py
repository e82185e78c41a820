"""Is the open diary whole? Looked at by a worker, after the start and when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import DiaryError, RestingError
from diary.jobs import Jobs, Stop, StoppedError

if TYPE_CHECKING:
    from db.read import Reader


class Checkup(QObject):
    """`checked` carries what is wrong, one problem a line: nothing where all is whole.

    `failed` carries why it cannot be told: the disk did not give all that was to be read.
    `stopped`: someone cancelled, or the diary was locked. `done` of so many parts can be asked for
    meanwhile.
    """

    checked = Signal(list)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._jobs = Jobs("check", self)
        self._stop = Stop()
        self.busy = False
        self.done: tuple[int, int] = (0, 0)

    def start(self) -> None:
        """Begin to look, unless that is under way."""
        if not self.busy:
            self.busy, self.done = True, (0, 0)
            self._stop = stop = Stop()
            self._jobs.run(lambda: self._look(stop), self._on_looked, self._on_failed)

    def stop(self) -> None:
        """Give up what is under way."""
        self._stop.set()

    def close(self) -> None:
        """Give up what is under way; tell nothing more."""
        self._stop.set()
        self._jobs.close()

    def _look(self, stop: Stop) -> list[str]:
        from db.check import check_bytes  # noqa: PLC0415 - loaded by the worker

        def follow(done: int, of: int) -> None:
            self.done = done, of
            stop.step()

        return check_bytes(self._read, follow)

    def _on_looked(self, problems: list[str]) -> None:
        self.busy = False
        self.checked.emit(problems)

    def _on_failed(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, RestingError | StoppedError):
            self.stopped.emit()
            return
        if not isinstance(error, DiaryError):
            raise error
        self.failed.emit(error)
