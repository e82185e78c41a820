"""The settings with a reminder set, on a desktop with a tray, for the tests of controls."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from diary.settings import REMINDER
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_reminder import ReminderSettings


def _reminder(window: MainWindow) -> None:
    page = cast("SettingsPage", window.show_page("settings"))
    part = next(each for each in page.parts if isinstance(each, ReminderSettings))
    part._available = lambda: True
    part._settings.set(REMINDER, "20:00")
    part.at.setText("supper")
    part.at.commit()
    part.refused.setText("The system refused: the folder is read-only.")
    part.refused.show()
    part.calendar.said.setText("Saved as /home/ann/Documents/diary.ics.")
    part.calendar.said.show()


TIME_STATES: dict[str, Callable[[MainWindow], object]] = {"reminder": _reminder}
