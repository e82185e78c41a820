"""Saves the reminder and the visits to come where the patient wants them, for a phone's calendar.

Used by the settings and by the page of visits.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import DiaryError
from db.records import Appointment
from diary.errors import sentence
from diary.i18n import _
from diary.reminder import reminder_time
from diary.session import Session
from diary.settings import REMINDER, Settings
from diary.ui.save_place import offered

SUFFIX = ".ics"


class CalendarFile:
    """Asks where and writes. Without `settings` the file holds the visits alone.

    `ask_file` opens the system's dialog; tests put their own answer there.
    """

    def __init__(self, session: Session, owner: QWidget, settings: Settings | None = None) -> None:
        self._session, self._owner, self._settings = session, owner, settings
        self.ask_file: Callable[[str], str] = self._ask_file

    def save(self, *, names: bool) -> str:
        """Write the file whole or not at all; gives what to say, nothing where it was not wanted.

        Args:
            names: Whether to write who and where.
        """
        chosen = self.ask_file(_("diary") + SUFFIX)
        if not chosen:
            return ""
        file = Path(chosen)
        if file.suffix.lower() != SUFFIX:
            file = file.with_name(file.name + SUFFIX)
        try:
            self._write(file, names=names)
        except DiaryError as error:
            return sentence(error)
        return _("Saved as {file}.").format(file=file)

    def _write(self, file: Path, *, names: bool) -> None:
        from diary.exchange.calendar import coming, to_ics  # noqa: PLC0415 - seldom needed
        from diary.exchange.files import write_whole  # noqa: PLC0415 - as above

        at = reminder_time(self._settings.value(REMINDER)) if self._settings else None
        visits = coming(self._session.events(Appointment), self._session.today())
        write_whole(file, to_ics(at, visits, self._session.clock.now(), names=names))

    def _ask_file(self, name: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._owner.window(),
            _("Save for a phone’s calendar"),
            offered(name),
            _("Calendar (*.ics)"),
        )
        return chosen
