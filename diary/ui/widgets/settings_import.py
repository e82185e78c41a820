"""Settings: the way of a file into the diary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot

from diary.i18n import _
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button
from diary.ui.widgets.settings_part import SettingsPart

LEAST = 44


class ImportSettings(SettingsPart):
    """A button that opens the import; `announced` says what was imported."""

    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(
            _("Import"),
            _("Bring entries from your other computer, from an export, or from another app."),
        )
        self._session, self._theme = session, theme
        self.button = button(_("Import entries…"), "quiet", self.open_import)
        self.button.setMinimumHeight(LEAST)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def open_import(self) -> None:
        """Open the import."""
        dialog = ImportDialog(self._session, self._theme, self)
        dialog.announced.connect(self.announced)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
