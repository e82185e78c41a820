"""Work off the window's thread. A job's result comes back on the window's thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from threading import Event
from time import sleep
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

T = TypeVar("T")
TURN_S = 0.001
"""After so long a worker that runs Python lets the window have its turn: a page that is made asks
for hundreds of turns, and Python's usual 0.005 each would add up."""


class StoppedError(Exception):
    """Someone cancelled a job, or closes the diary. Nothing is left behind."""


class Stop(Event):
    """Set by the window’s thread to cancel a job, which asks between its steps."""

    def step(self) -> None:
        """Stop where that is wanted, and let the window have its turn.

        Raises:
            StoppedError: It is wanted.
        """
        if self.is_set():
            raise StoppedError
        sleep(0)


class Jobs(QObject):
    """One worker thread that does its jobs in the order given.

    The worker knows a job by its number alone. What a job and its answer hold (a page, a dialog)
    is let go of by the window's thread: a window that is deleted by a worker crashes the program.
    """

    _ended = Signal(int)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_S)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open = True
        self._numbers = count()
        self._tasks: dict[int, _Task] = {}
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `job` on the worker; then call `done` or `failed` on the window's thread."""
        number = next(self._numbers)
        self._tasks[number] = _Task(job, done, failed)
        try:
            future = self._worker.submit(self._do, number)
        except RuntimeError:
            del self._tasks[number]
            raise
        future.add_done_callback(partial(self._report, number))

    def _do(self, number: int) -> None:
        self._tasks[number].work()

    def _report(self, number: int, future: Future[None]) -> None:
        if not future.cancelled() and self._open:
            self._ended.emit(number)

    def _on_ended(self, number: int) -> None:
        task = self._tasks.pop(number, None)
        if task is not None:
            task.deliver()

    def drain(self) -> None:
        """Finish everything that was given, and hand over its answers."""
        self._worker.submit(tuple).result()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Finish what is under way, drop what has not begun, report nothing more."""
        self._open = False
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def finish(self) -> None:
        """Finish everything that was given, then close."""
        self._worker.shutdown(wait=True)
        self._open = False


class _Task:
    """A job, who gets its answer, and the answer."""

    def __init__(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self._job, self._done, self._failed = job, done, failed
        self._result: object = None
        self._error: BaseException | None = None

    def work(self) -> None:
        """Do the job, on the worker."""
        try:
            self._result = self._job()
        except BaseException as error:  # noqa: BLE001 - the window's thread raises it
            self._error = error

    def deliver(self) -> None:
        """Hand over the answer, on the window's thread."""
        if self._error is None:
            self._done(self._result)
        elif isinstance(self._error, Exception):
            self._failed(self._error)
        else:
            raise self._error
