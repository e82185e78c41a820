"""Notices that another program changed the diary, such as an import from the command line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import DiaryError
from diary.jobs import Jobs

FIRST_MS = 100
"""The page stands by then; what is written later is noticed."""
EVERY_MS = 1500


class Elsewhere(QObject):
    """Asks every one and a half seconds, on the worker that saves; one look takes 0.1 ms.

    `ask` says whether others have written since it was last asked. Where it fails, nothing is
    said: a save would fail for the same reason, and tells.
    """

    changed = Signal()

    def __init__(self, ask: Callable[[], bool], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask, self._jobs = ask, jobs
        self._asking = self._stopped = False
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask now, unless an answer is still to come."""
        self._timer.setInterval(EVERY_MS)
        if not (self._asking or self._stopped):
            self._asking = True
            self._jobs.run(self._ask, self._on_answer, self._on_failed)

    def stop(self) -> None:
        """Ask no more, and say nothing more."""
        self._timer.stop()
        self._stopped = True

    def _on_answer(self, is_changed: bool) -> None:  # noqa: FBT001 - a job's answer
        self._asking = False
        if is_changed and not self._stopped:
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._asking = False
        if not isinstance(error, DiaryError):
            raise error
