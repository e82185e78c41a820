"""Saves all that the diary holds where the patient wants it, as one file for other programs.

A zip of tables with the photos; it can be imported again. Read and written by a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import DiaryError
from diary.collector import no_collector
from diary.errors import sentence
from diary.i18n import _
from diary.jobs import Jobs, Stop, StoppedError
from diary.session import Session
from diary.ui.save_place import offered

SUFFIX = ".zip"


class ExportFile(QObject):
    """`begun` says that it is under way, `ended` carries what was done or went wrong.

    `stop` cancels it; the file of an earlier copy is as it was.

    `ask_file` opens the system's dialog; tests put their own answer there.
    """

    begun = Signal()
    ended = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._jobs, self._owner = session, jobs, owner
        self._stop = Stop()
        self.ask_file: Callable[[str], str] = self._ask_file

    def save(self) -> None:
        """Ask where, and write the file whole or not at all."""
        chosen = self.ask_file(_("diary") + SUFFIX)
        if not chosen:
            return
        file = Path(chosen)
        if file.suffix.lower() != SUFFIX:
            file = file.with_name(file.name + SUFFIX)
        self._stop = stop = Stop()
        self.begun.emit()
        self._jobs.run(lambda: self._write(file, stop), self._on_written, self._on_failed)

    def stop(self) -> None:
        """Give up the copy that is being written."""
        self._stop.set()

    @no_collector()
    def _write(self, file: Path, stop: Stop) -> list[str]:
        from diary.exchange.csv_out import write_csv  # noqa: PLC0415 - seldom needed
        from diary.exchange.files import written_whole  # noqa: PLC0415 - as above
        from diary.exchange.photos import split  # noqa: PLC0415 - as above

        reader = self._session.read
        whole, left_out = split(reader.everything(), reader, in_zip=True)
        with written_whole(file) as stream:
            now = self._session.clock.now()
            write_csv(whole, stream, now, reader.picture, stop.step)
        return [_("Saved as {file}.").format(file=file), *left_out]

    def _on_written(self, lines: list[str]) -> None:
        self.ended.emit(" ".join(lines))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self.ended.emit(_("Stopped. No copy was saved."))
            return
        if not isinstance(error, DiaryError):
            raise error
        self.ended.emit(sentence(error))

    def _ask_file(self, name: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._owner.window(), _("Save a copy"), offered(name), _("Tables (*.zip)")
        )
        return chosen
