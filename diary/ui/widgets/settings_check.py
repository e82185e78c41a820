"""Settings: whether the diary is whole, and when that was last looked at."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton

from db.errors import DiaryError
from diary.errors import sentence
from diary.i18n import _, format_day, format_number, format_time
from diary.session import Session
from diary.settings import CHECKED_AT, Settings
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import button, label
from diary.ui.widgets.patience import Patience
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
        self.check_button = button(_("Check it now"), "quiet", self.check)
        self.body.addWidget(self.said)
        self.body.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.cancel_button = button(_("Cancel"), "beside", self.cancel)
        self.body.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.cancel_button.hide()
        self._asked = False
        self.patience = Patience(self)
        self.patience.looked.connect(self._on_looked)
        self.patience.lasting.connect(self._on_lasting)
        settings.changed.connect(self.refresh)
        session.checkup.checked.connect(self._on_checked)
        session.checkup.failed.connect(self._on_failed)
        session.checkup.stopped.connect(self._on_stopped)
        self.refresh()

    @Slot()
    def check(self) -> None:
        """Look now."""
        self._asked = True
        self.said.setText(_("The diary is being checked…"))
        self._session.checkup.start()
        self.patience.begin()

    @Slot()
    def _on_looked(self) -> None:
        """Say how far it is."""
        done, of = self._session.checkup.done
        if of and self.cancel_button.isEnabled():
            words = _("The diary is being checked: part {n} of {all}.")
            self.said.setText(words.format(n=format_number(done + 1), all=format_number(of)))

    @Slot()
    def _on_lasting(self) -> None:
        """Offer to cancel."""
        self._swap(self.check_button, self.cancel_button)
        announce(self, self.said.text())

    @Slot()
    def cancel(self) -> None:
        """Give up; what was known before is said again."""
        self.cancel_button.setEnabled(False)
        self.said.setText(_("Stopping. Nothing is changed."))
        self._session.checkup.stop()

    def _end(self) -> None:
        self.patience.end()
        self._swap(self.cancel_button, self.check_button)
        self.cancel_button.setEnabled(True)

    @staticmethod
    def _swap(away: QPushButton, there: QPushButton) -> None:
        """Show one button in the place of another; the keyboard goes with it."""
        had_focus = away.hasFocus() or not away.isEnabled()
        there.show()
        if had_focus:
            there.setFocus()
        away.hide()

    @Slot()
    def _on_stopped(self) -> None:
        self._asked = False
        self._end()
        self.refresh()

    @Slot(list)
    def _on_checked(self, _problems: list[str]) -> None:
        self._end()
        self.refresh()
        if self._asked:
            self._asked = False
            announce(self, self.said.text())

    @Slot(object)
    def _on_failed(self, error: DiaryError) -> None:
        """No damage was found: not all could be read."""
        self._asked = False
        self._end()
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
