"""Settings: where the diary is kept, what else there is, and how to erase all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot

from diary import lock, logs
from diary.i18n import _
from diary.paths import Places
from diary.session import Session
from diary.settings import Settings
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.settings_part import SAFE, SettingsPart


class FolderSettings(SettingsPart):
    """The folder of the diary, and who can read it. `erase_wanted` carries what shall be erased."""

    erase_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__(_("Your diary"))
        self.setProperty("explains", SAFE)
        self._session, self._settings, self._theme = session, settings, theme
        self._folder = Path(folder)
        self.body.addWidget(label(_("It is kept on this computer, in this folder:")))
        place = label(folder, "strong")
        place.setAccessibleName(_("Folder of the diary: {folder}").format(folder=folder))
        self.body.addWidget(place)
        self.who = label("", "secondary")
        self.body.addWidget(self.who)
        self.privacy_button = button(_("Where it is kept…"), "quiet", self.show_privacy)
        self.erase_button = button(_("Erase everything…"), "quiet", self.ask_to_erase)
        buttons = FlowLayout()
        buttons.addWidget(self.privacy_button)
        buttons.addWidget(self.erase_button)
        self.body.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Say who can read it, as it is now."""
        self.who.setText(
            _(
                "The diary’s file, its photos and its backups are locked so that nobody can read "
                "them without the passphrase or the recovery code."
            )
            if lock.is_set(self._folder)
            else _(
                "The diary’s file is encrypted, but its key lies beside it, without a passphrase: "
                "anyone who can open this folder can read the diary."
            )
        )

    @Slot()
    def show_privacy(self) -> None:
        """Open the page that says where each byte lies."""
        from diary.ui.dialogs.privacy import PrivacyPage  # noqa: PLC0415 - only when wanted

        page = PrivacyPage(self._session, self._theme, self._places(), self._second(), self)
        page.finished.connect(page.deleteLater)
        page.open()

    @Slot()
    def ask_to_erase(self) -> None:
        """Open the dialog that asks twice."""
        from diary.ui.dialogs.erase import EraseDialog  # noqa: PLC0415 - only when wanted

        dialog = EraseDialog(self._session, self._theme, self._places(), self._second(), self)
        dialog.wanted.connect(self.erase_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _places(self) -> Places:
        settings = Path(self._settings.file)
        return Places(self._folder, settings, logs.folder() or settings.with_name("logs"))

    def _second(self) -> Path | None:
        return self._settings.second_place()
