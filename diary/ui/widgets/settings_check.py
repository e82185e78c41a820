"""Settings: whether the diary is whole, and when that was last looked at."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot

from db.errors import DiaryError
from diary.errors import sentence
from diary.i18n import _, format_day, format_time
from diary.session import Session
from diary.settings import CHECKED_AT, Settings
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import button, label
from diary.ui.widgets.settings_part import SAFE, SettingsPart


class CheckSettings(SettingsPart):
    """A button, and what the last check found. What follows on damage is not said here."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(
            _("Check the diary"),
            _("Each time that you open the diary, all of it is read to see that it is whole."),
        )
        self.setProperty("explains", SAFE)
        self._session, self._settings = session, settings
        self.said = label("")
        self.check_button = button(_("Check it now"), "beside", self.check)
        self.body.addWidget(self.said)
        self.body.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked = False
        settings.changed.connect(self.refresh)
        session.checkup.checked.connect(self._on_checked)
        session.checkup.failed.connect(self._on_failed)
        self.refresh()

    @Slot()
    def check(self) -> None:
        """Look now."""
        self._asked = True
        self.said.setText(_("The diary is being checked …"))
        self._session.checkup.start()

    @Slot(list)
    def _on_checked(self, _problems: list[str]) -> None:
        self.refresh()
        if self._asked:
            self._asked = False
            announce(self, self.said.text())

    @Slot(object)
    def _on_failed(self, error: DiaryError) -> None:
        """No damage was found: not all could be read."""
        self._asked = False
        self.said.setText(_("It could not be checked. {reason}").format(reason=sentence(error)))
        announce(self, self.said.text())

    @Slot()
    def refresh(self) -> None:
        """Say when it was last found whole."""
        moment = self._settings.value(CHECKED_AT)
        if not moment:
            self.said.setText(_("It has not been checked on this computer yet."))
            return
        at = datetime.fromisoformat(moment)
        words = _("Your diary is whole. Last checked: {day}, {time}.")
        self.said.setText(words.format(day=format_day(at.date()), time=format_time(at)))
