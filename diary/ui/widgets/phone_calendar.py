"""Saves the reminder and the visits to come as a file for a phone's calendar.

Used in the settings and on the page of visits.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from db.errors import DiaryError
from db.records import Appointment
from diary.errors import sentence
from diary.i18n import _
from diary.reminder import reminder_time
from diary.session import Session
from diary.settings import REMINDER, Settings
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label

SUFFIX = ".ics"


class PhoneCalendar(QWidget):
    """A tick for names, a button, and what came of it.

    Without `settings` the file holds the visits alone. `ask_file` opens the system's dialog;
    tests put their own answer there.
    """

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self.ask_file: Callable[[str], str] = self._ask_file
        self.names = QCheckBox(_("Write who and where"))
        self.save_button = button(_("Save for a phone’s calendar…"), "beside", self.save)
        self.said = label("", "strong")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.names)
        column.addWidget(label(_("Without the tick, a visit is called “Appointment”."), "small"))
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)

    @Slot()
    def save(self) -> None:
        """Ask where, then write the file whole or not at all."""
        chosen = self.ask_file(_("diary") + SUFFIX)
        if not chosen:
            return
        file = Path(chosen)
        if file.suffix.lower() != SUFFIX:
            file = file.with_name(file.name + SUFFIX)
        try:
            self._write(file)
        except DiaryError as error:
            self._say(sentence(error))
        else:
            self._say(_("Saved as {file}.").format(file=file))

    def _write(self, file: Path) -> None:
        from diary.exchange.calendar import coming, to_ics  # noqa: PLC0415 - seldom needed
        from diary.exchange.files import write_whole  # noqa: PLC0415 - as above

        at = reminder_time(self._settings.value(REMINDER)) if self._settings else None
        visits = coming(self._session.events(Appointment), self._session.today())
        now = self._session.clock.now()
        write_whole(file, to_ics(at, visits, now, names=self.names.isChecked()))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words)

    def _ask_file(self, name: str) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _filter = QFileDialog.getSaveFileName(
            self.window(),
            _("Save for a phone’s calendar"),
            str(Path(folder) / name),
            _("Calendar (*.ics)"),
        )
        return chosen
