"""Settings: where the diary is kept."""

from __future__ import annotations

from pathlib import Path

from diary import lock
from diary.i18n import _
from diary.ui.widgets.controls import label
from diary.ui.widgets.settings_part import SettingsPart


class FolderSettings(SettingsPart):
    """The folder of the diary, and who can read it."""

    def __init__(self, folder: str) -> None:
        super().__init__(_("Your diary"))
        self.body.addWidget(label(_("It is kept on this computer, in this folder:")))
        place = label(folder, "strong")
        place.setAccessibleName(_("Folder of the diary: {folder}").format(folder=folder))
        self.body.addWidget(place)
        self._folder = Path(folder)
        self.who = label("", "secondary")
        self.body.addWidget(self.who)
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
