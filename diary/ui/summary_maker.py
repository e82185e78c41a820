"""Makes summaries off the window's thread: the last one wanted, told step by step, stoppable."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from diary.jobs import Jobs
from diary.logic.periods import Period
from diary.session import Session
from diary.summary import Options, make


class _Stopped(Exception):  # noqa: N818 - no error: nobody wants this summary any more
    """The work ends here."""


class SummaryMaker(QObject):
    """`made` carries the PDF, `stepped` how many steps of how many are done, `failed` an error."""

    made = Signal(object)
    stepped = Signal(int, int)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._session = jobs, session
        self._wanted = 0

    def make(self, period: Period, options: Options) -> None:
        """Make a summary; one that is under way is given up."""
        self._wanted += 1
        number = self._wanted
        job = partial(
            make,
            self._session.read,
            self._session.catalogue,
            period,
            options,
            partial(self._on_step, number),
        )
        self._jobs.run(job, partial(self._on_made, number), self._on_failed)

    def stop(self) -> None:
        """Give up what is under way."""
        self._wanted += 1

    def _on_step(self, number: int, done: int, steps: int) -> None:
        """On the worker: tell the window, or end."""
        if number != self._wanted:
            raise _Stopped
        self.stepped.emit(done, steps)

    def _on_made(self, number: int, pdf: bytes) -> None:
        if number == self._wanted:
            self.made.emit(pdf)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, _Stopped):
            self.failed.emit(error)
