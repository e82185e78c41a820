"""Settings: the way to what was deleted lately."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from diary.i18n import _
from diary.session import Session
from diary.ui.dialogs.deleted import DeletedDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET, button
from diary.ui.widgets.settings_part import SettingsPart


class DeletedSettings(SettingsPart):
    """A button that opens the list."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(
            _("Recently deleted"),
            _("What you delete can be brought back for at least 30 days."),
        )
        self._session, self._theme = session, theme
        self.button = button(_("Open the list"), "quiet", self.show_deleted)
        self.button.setAccessibleName(_("Open the list of what was deleted"))
        self.button.setMinimumHeight(TARGET)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def show_deleted(self) -> None:
        """Open the list."""
        dialog = DeletedDialog(self._session, self._theme, self)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
