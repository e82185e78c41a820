"""Where a save fails: a copy of all but the photos, also of what is not saved, on another disk.

The copy is a file that the diary can import later. Where nothing of the diary can be read any more,
since its stick was pulled, it holds what is not saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from db.errors import DiaryError
from diary.collector import no_collector
from diary.errors import sentence
from diary.i18n import _
from diary.jobs import Jobs
from diary.ui.save_place import offered
from diary.ui.widgets.controls import button

if TYPE_CHECKING:
    from diary.session import Session
    from diary.ui.save_notice import SaveNotice

SUFFIX = ".json"


class _Written(NamedTuple):
    """A copy, and why nothing of the diary itself could be read for it."""

    file: Path
    unread: DiaryError | None


class CopyElsewhere(QObject):
    """A button beside *Try again*. `ask_file` opens the system's dialog.

    `ended` carries what is said of it, and whether there is a copy.
    """

    ended = Signal(str, bool)

    def __init__(self, session: Session, notice: SaveNotice) -> None:
        super().__init__(notice)
        self._session, self._notice = session, notice
        self._jobs = Jobs("copy", self)
        self.ask_file: Callable[[str], str] = self._ask_file
        self.button = button(_("Save a copy elsewhere…"), "quiet", self.save)
        notice.add(self.button)

    def finish(self) -> None:
        """Finish what is being written; tell nothing more."""
        self._jobs.close()

    @Slot()
    def save(self) -> None:
        """Ask where, and write the copy."""
        day = self._session.date_here().isoformat()
        chosen = self.ask_file(_("diary {day}").format(day=day) + SUFFIX)
        if not chosen:
            return
        file = Path(chosen)
        if file.suffix.lower() != SUFFIX:
            file = file.with_name(file.name + SUFFIX)
        self._notice.told.emit(_("The copy is being saved…"))
        self._jobs.run(self._writing(file), self._on_saved, self._on_failed)

    def _writing(self, file: Path) -> Callable[[], _Written]:
        gather, now = self._session.gathering(), self._session.clock.now()

        @no_collector()
        def write() -> _Written:
            from diary.exchange.files import written_whole  # noqa: PLC0415 - seldom needed
            from diary.exchange.json_out import write_json  # noqa: PLC0415 - as above

            found = gather()
            with written_whole(file) as stream:
                write_json(found.everything, stream, now)
            return _Written(file, found.unread)

        return write

    def _on_saved(self, written: _Written) -> None:
        words = _(
            "Not saved in the diary yet. What could be read, and what is not saved, is in {file}, "
            "but no photos. Whoever has that file can read it. Once the diary can be written "
            "again, press “Try again”, or import the file."
        )
        if written.unread is not None:
            words = _(
                "Not saved in the diary yet. Of the diary nothing could be read: {file} holds only "
                "what is not saved. {reason} Whoever has that file can read it."
            )
        reason = sentence(written.unread) if written.unread else ""
        self._tell(words.format(file=written.file, reason=reason), done=True)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            raise error
        self._tell(sentence(error), done=False)

    def _tell(self, words: str, *, done: bool) -> None:
        self.ended.emit(words, done)
        self._notice.say_failed(words)
        self._notice.told.emit(_("Not saved"))

    def _ask_file(self, name: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._notice.window(),
            _("Save a copy elsewhere"),
            offered(name),
            _("Diary (*.json)"),
        )
        return chosen
