"""The settings’ way to a file for a phone: a tick for names, a button, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.i18n import _
from diary.session import Session
from diary.settings import Settings
from diary.ui.calendar_file import CalendarFile
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label


class PhoneCalendar(QWidget):
    """Names are left out unless they are ticked."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.file = CalendarFile(session, self, settings)
        self.names = QCheckBox(_("Say who and where"))
        self.save_button = button(_("Save for a phone…"), "quiet", self.save)
        self.save_button.setAccessibleName(_("Save a calendar file for a phone"))
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
        """Save, and say what came of it."""
        words = self.file.save(names=self.names.isChecked())
        if words:
            self.said.setText(words)
            self.said.show()
            announce(self, words)
