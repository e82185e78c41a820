"""Settings: the way of entries into the diary from a file, and out of it into one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot

from diary.i18n import _
from diary.jobs import Jobs
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.export_file import ExportFile
from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.settings_part import SettingsPart


class ImportSettings(SettingsPart):
    """`announced` says what was imported or saved. What is being saved can be cancelled."""

    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(
            _("Other computers and programs"),
            _(
                "Bring entries from your other computer, from a saved copy, or from another app. "
                "A saved copy is a file of tables with your photos, for other programs too; "
                "whoever has it can read it."
            ),
        )
        self._session, self._theme = session, theme
        self._jobs = Jobs("export", self)
        self.export = ExportFile(session, self._jobs, self)
        self.button = writing(button(_("Import entries…"), "quiet", self.open_import))
        self.save_button = button("", "quiet", self.export.save)
        self.stop_button = button(_("Cancel"), "quiet", self.export.stop)
        self.said = label("", "secondary")
        self.said.hide()
        row = FlowLayout()
        for each in (self.button, self.save_button, self.stop_button):
            each.setMinimumHeight(TARGET)
            row.addWidget(each)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.export.begun.connect(self._on_begun)
        self.export.ended.connect(self._on_ended)
        self._let_save(yes=True)

    def finish(self) -> None:
        """Finish what is being written; tell nothing more."""
        self._jobs.close()

    # Into the diary.

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

    # Out of it.

    @Slot()
    def _on_begun(self) -> None:
        self.said.hide()
        self._let_save(yes=False)
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_ended(self, words: str) -> None:
        had_focus = self.stop_button.hasFocus()
        self._let_save(yes=True)
        if had_focus:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.setText(words)
        self.said.show()
        self.announced.emit(words)

    def _let_save(self, *, yes: bool) -> None:
        self.save_button.setText(_("Save a copy…") if yes else _("Saving…"))
        self.save_button.setEnabled(yes)
        self.stop_button.setVisible(not yes)
