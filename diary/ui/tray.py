"""The tray: keeps the diary running for its evening reminder. Made at the start, by `startup`.

Without a chosen time there is no icon, and closing the window closes the diary. On a desktop
without a tray nothing happens here; the settings say so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from diary.i18n import _
from diary.reminder import Reminder, reminder_time
from diary.settings import REMINDED_ON, REMINDER, TRAY_TOLD, YES, Settings
from diary.ui.icons import icon
from diary.ui.main_window import MainWindow
from diary.ui.raising import bring_up
from diary.ui.theme import Theme
from diary.ui.tray_there import has_tray

SHOWN_MS = 15_000


class Tray(QObject):
    """The icon, its menu and the reminder. `available` tells whether the desktop has a tray."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        theme: Theme,
        available: Callable[[], bool] = has_tray,
        make: Callable[[QObject], QSystemTrayIcon] = QSystemTrayIcon,
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._theme = window, settings, theme
        self._session = window.session
        self._available = available
        self._make = make
        self._left_before = False
        theme.changed.connect(self._dress)
        settings.changed.connect(self._on_setting_changed)
        self._session.watch.looked.connect(self.look)
        window.stays = self._stays
        window.closed.connect(self._hide)
        self.look()

    @cached_property
    def icon(self) -> QSystemTrayIcon:
        """The icon; made when it is first wanted."""
        icon = self._make(self)
        icon.setToolTip(_("Diary"))
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.open_today)
        return icon

    @cached_property
    def menu(self) -> QMenu:
        """What a click on the icon offers."""
        return self._menu()

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.addAction(_("Open the diary"), self.open_today)
        menu.addAction(_("Attack now"), self._on_attack)
        menu.addSeparator()
        menu.addAction(_("Close the diary"), self.quit)
        return menu

    @property
    def is_there(self) -> bool:
        """Whether the icon can be seen."""
        return "icon" in self.__dict__ and self.icon.isVisible()

    @Slot()
    def look(self) -> None:
        """Show or hide the icon; remind where that is due. Asked at least once a minute."""
        at = reminder_time(self._settings.value(REMINDER))
        wanted = at is not None and self._available()
        if wanted != self.is_there:
            self._dress_icon()
            self.icon.setVisible(wanted)
        if at is None or not wanted or self._is_in_use():
            return
        reminder = Reminder(at, self._session.day_start())
        today, now = self._session.today(), self._session.clock.now()
        shown_on = _day(self._settings.value(REMINDED_ON))
        if reminder.is_due(now, shown_on, recorded=False) and not self._is_recorded(today):
            self._settings.set(REMINDED_ON, today.isoformat())
            rests = self._session.rests
            self._say(_("It is time.") if rests else _("Your diary is open for today."))

    def _is_in_use(self) -> bool:
        """Whether the patient has the diary before their eyes: then nothing needs to remind."""
        return self._window.isVisible() and self._window.isActiveWindow()

    def _is_recorded(self, day: date) -> bool:
        session = self._session
        if session.rests:
            return False
        stored = session.read.recorded_days(day, day)
        return bool(stored or session.day_readings(day) or session.note(day))

    def _say(self, words: str) -> None:
        self.icon.showMessage(_("Diary"), words, self.icon.icon(), SHOWN_MS)

    def _stays(self) -> bool:
        """Whether closing the window leaves the diary in the tray; says so the first time."""
        if not self.is_there or self._settings.value(TRAY_TOLD) != YES:
            return False
        if not self._left_before:
            self._left_before = True
            self._say(_("The diary stays here for its reminder. “Close the diary” ends it."))
        return True

    @Slot()
    def open_today(self) -> None:
        """Raise the window on today."""
        bring_up(self._window)
        if not self._session.rests:
            self._window.today_page().go_to_today()

    @Slot()
    def _on_attack(self) -> None:
        self.open_today()
        if not self._session.rests and self._session.running_attack() is None:
            self._window.start_or_end_attack()

    @Slot()
    def quit(self) -> None:
        """Close the diary for good."""
        if self._window.quit():
            QApplication.quit()

    @Slot()
    def _hide(self) -> None:
        if self.is_there:
            self.icon.hide()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_today()

    @Slot(object)
    def _on_setting_changed(self, setting: object) -> None:
        if setting is REMINDER:
            self.look()

    @Slot()
    def _dress(self) -> None:
        if self.is_there:
            self._dress_icon()

    def _dress_icon(self) -> None:
        self.icon.setIcon(icon("today", self._theme.colour("accent")))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
