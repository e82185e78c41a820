"""The settings: one card a subject. Each choice is applied at once.

What belongs to this computer stands in `settings.ini`; how the diary is kept stands in the diary
itself, so that undo takes it back. Another part is one line in `_parts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _
from diary.session import Session
from diary.settings import Settings
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, label, scrolling, writing
from diary.ui.widgets.settings_asked import AskedSettings
from diary.ui.widgets.settings_backups import BackupSettings
from diary.ui.widgets.settings_check import CheckSettings
from diary.ui.widgets.settings_day import DaySettings
from diary.ui.widgets.settings_deleted import DeletedSettings
from diary.ui.widgets.settings_folder import FolderSettings
from diary.ui.widgets.settings_import import ImportSettings
from diary.ui.widgets.settings_language import LanguageSettings
from diary.ui.widgets.settings_look import LookSettings
from diary.ui.widgets.settings_measures import MeasureSettings
from diary.ui.widgets.settings_own import OwnSettings
from diary.ui.widgets.settings_part import SettingsPart
from diary.ui.widgets.settings_passphrase import PassphraseSettings
from diary.ui.widgets.settings_reminder import ReminderSettings


class SettingsPage(QWidget):
    """The parts of the settings, one below the other."""

    announced = Signal(str)
    lock_wanted = Signal()
    passphrase_changed = Signal()
    erase_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__()
        self._session, self._settings, self._theme = session, settings, theme
        self._folder = folder
        self.setProperty("role", "page")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(label(_("Settings"), "title"))
        self.parts = list(self._parts())
        for part in self.parts:
            column.addWidget(part)
            if isinstance(part, BackupSettings | ImportSettings | PassphraseSettings):
                part.announced.connect(self.announced)
            if isinstance(part, PassphraseSettings):
                part.lock_wanted.connect(self.lock_wanted)
                part.passphrase_changed.connect(self.passphrase_changed)
                part.passphrase_changed.connect(self.refresh)
            if isinstance(part, FolderSettings):
                part.erase_wanted.connect(self.erase_wanted)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _parts(self) -> Iterator[SettingsPart]:
        yield LookSettings(self._settings)
        yield LanguageSettings(self._settings)
        yield writing(AskedSettings(self._session))
        yield OwnSettings(self._session, self._theme)
        yield writing(MeasureSettings(self._session))
        yield writing(DaySettings(self._session))
        yield ReminderSettings(self._session, self._settings, self._folder)
        yield DeletedSettings(self._session, self._theme)
        yield BackupSettings(self._session, self._settings, self._theme, self._folder)
        yield ImportSettings(self._session, self._theme)
        yield PassphraseSettings(self._session, self._settings, self._theme, self._folder)
        yield CheckSettings(self._session, self._settings)
        yield FolderSettings(self._session, self._settings, self._theme, self._folder)

    def refresh(self) -> None:
        """Show the values in use."""
        for part in self.parts:
            refresh = getattr(part, "refresh", None)
            if refresh is not None:
                refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Finish a copy that is being written."""
        for part in self.parts:
            if isinstance(part, ImportSettings):
                part.finish()
        super().closeEvent(event)
