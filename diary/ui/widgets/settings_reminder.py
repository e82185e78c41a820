"""Settings: the evening's reminder, starting with the computer, and the file for a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.autostart import Autostart, autostart_here, start_command
from diary.errors import refusal
from diary.i18n import _, format_time
from diary.logic.entered import time_of
from diary.paths import places
from diary.reminder import OFF, reminder_time
from diary.session import Session
from diary.settings import NO, REMINDER, TRAY_TOLD, YES, Settings
from diary.ui.tray_there import has_tray
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.moment_edit import no_time
from diary.ui.widgets.phone_calendar import PhoneCalendar
from diary.ui.widgets.settings_part import SettingsPart
from diary.ui.widgets.typed_edit import Reading, TypedEdit

USUAL = time(20)


def command_here(settings: Settings, folder: str) -> list[str]:
    """What starts the program on this diary; usual folders are not named."""
    usual, file = places(), Path(settings.file)
    return start_command(
        diary=None if Path(folder) == usual.diary else Path(folder),
        profile=None if file == usual.settings else file.parent,
    )


class ReminderSettings(SettingsPart):
    """The reminder's time or off; whether to start with the computer; the file for a phone."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        folder: str,
        autostart: Autostart | None = None,
        available: Callable[[], bool] = has_tray,
    ) -> None:
        super().__init__(_("Reminder"))
        self._settings = settings
        self._autostart = autostart or autostart_here(command_here(settings, folder))
        self._available = available
        answers = ((YES, _("On")), (NO, _("Off")))
        self.wanted, self.start = ChoiceInput(answers), ChoiceInput(answers)
        self.at = TypedEdit(_("Time of the reminder"), 8, Reading(time_of, format_time, no_time))
        self._note = label("", "secondary")
        self.refused = label("", "strong")
        self.calendar = PhoneCalendar(session, settings)
        self._lay_out()
        self.wanted.value_changed.connect(self._on_wanted)
        self.at.value_changed.connect(self._on_time)
        self.start.value_changed.connect(self._on_start)
        settings.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        name = str(REMINDER.label)
        self.wanted.set_names(name)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GAP)
        line.addWidget(self.wanted)
        line.addWidget(self.at)
        line.addStretch(1)
        self.add(name, row, str(REMINDER.help))
        self.body.addWidget(self.at.sentence)
        self.body.addWidget(self._note)
        self.start.set_names(_("Start with the computer"))
        words = _("The diary then waits in the tray; without a reminder its window opens.")
        self.add(_("Start with the computer"), self.start, words)
        self.body.addWidget(self.refused)
        words = _(
            "A file with the reminder, if it is on, and the visits to come. Save it again when "
            "a visit is added."
        )
        self.add(_("On your phone"), self.calendar, words)

    @Slot()
    def refresh(self) -> None:
        """Show the values in use."""
        at = reminder_time(self._settings.value(REMINDER))
        self.wanted.show_value(NO if at is None else YES)
        self.at.setVisible(at is not None)
        if at is not None and not self.at.bad:
            self.at.show_value(at)
        self.start.show_value(YES if self._autostart.is_on() else NO)
        self.refused.hide()
        words = self._words(on=at is not None)
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _words(self, *, on: bool) -> str:
        if not self._available():
            return _(
                "This desktop shows no tray, so no reminder can appear here. "
                "Your phone can remind you instead: see below."
            )
        if on:
            return _(
                "Closing the window now leaves the diary in the tray, so that it can remind you. "
                "Ctrl+Q ends it."
            )
        return ""

    @Slot(object)
    def _on_wanted(self, value: object) -> None:
        self._settings.set(REMINDER, f"{USUAL:%H:%M}" if value == YES else OFF)
        if value == YES:
            self._settings.set(TRAY_TOLD, YES)
        self.refresh()

    @Slot(object)
    def _on_time(self, value: time) -> None:
        self._settings.set(REMINDER, f"{value:%H:%M}")

    @Slot(object)
    def _on_start(self, value: object) -> None:
        try:
            self._autostart.turn(on=value == YES)
        except OSError as error:
            self.refresh()
            sentence = _("The system refused: {reason}.").format(reason=refusal(error))
            self.refused.setText(sentence)
            self.refused.show()
        else:
            self.refresh()
