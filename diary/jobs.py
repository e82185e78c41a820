"""Work off the window's thread. A job's result comes back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Jobs(QObject):
    """One worker thread that does its jobs in the order given."""

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open = True
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `job` on the worker; then call `done` or `failed` on the window's thread."""
        future = self._worker.submit(job)
        future.add_done_callback(partial(self._report, done, failed))

    def _report(
        self,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        future: Future[T],
    ) -> None:
        if future.cancelled() or not self._open:
            return
        self._ended.emit(partial(_deliver, done, failed, future))

    def _on_ended(self, deliver: Callable[[], object]) -> None:
        deliver()

    def close(self) -> None:
        """Finish what is under way, drop what has not begun, report nothing more."""
        self._open = False
        self._worker.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """Finish everything that was given, then close."""
        self._worker.shutdown(wait=True)
        self._open = False


def _deliver(
    done: Callable[[T], object], failed: Callable[[Exception], object], future: Future[T]
) -> None:
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, Exception):
        failed(error)
    else:
        raise error
