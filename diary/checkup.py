"""Is the open diary whole? Looked at by a worker, after the start and when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import DiaryError, RestingError
from diary.jobs import Jobs

if TYPE_CHECKING:
    from db.read import Reader


class Checkup(QObject):
    """`checked` carries what is wrong, one problem a line: nothing where all is whole.

    `failed` carries why it cannot be told: the disk did not give all that was to be read.
    """

    checked = Signal(list)
    failed = Signal(object)

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._jobs = Jobs("check", self)
        self.busy = False

    def start(self) -> None:
        """Begin to look, unless that is under way."""
        if not self.busy:
            self.busy = True
            self._jobs.run(self._look, self._on_looked, self._on_failed)

    def close(self) -> None:
        """Finish what is under way; tell nothing more."""
        self._jobs.close()

    def _look(self) -> list[str]:
        from db.check import check_bytes  # noqa: PLC0415 - loaded by the worker

        return check_bytes(self._read)

    def _on_looked(self, problems: list[str]) -> None:
        self.busy = False
        self.checked.emit(problems)

    def _on_failed(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, RestingError):  # locked meanwhile
            return
        if not isinstance(error, DiaryError):
            raise error
        self.failed.emit(error)
