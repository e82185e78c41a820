"""The skin check of a day, below the fields of the skin: when it is due, or what it says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Preference, Reading
from diary.fields import SKIN_CHECK
from diary.i18n import _
from diary.logic.skin_check import FIELDS, check_of, due_from, due_words, total_words
from diary.session import Session
from diary.ui.dialogs.skin_check import SkinCheckDialog, recent_checks
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, button, label, writing


class SkinCheckCard(QWidget):
    """Hidden while no check is due and none is recorded on the day."""

    explained = Signal(str)
    kinds = frozenset({Reading, Preference})

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._day = session.today()
        self.dialog: SkinCheckDialog | None = None
        self.words = label("", "secondary")
        self.check_button = writing(button("", "beside", self.open))
        self.explain_button = button("i", "icon", self._on_explain, _("About the skin check"))
        self.setProperty("explains", SKIN_CHECK)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(label(_("Skin check"), "strong"))
        texts.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(Beside(words, self.check_button, (1, 0)), 1)
        row.addWidget(self.explain_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_day(self, day: date) -> None:
        """Show the check of a day, or that one is due on it."""
        self._day = day
        values = {key: each.value for key, each in self._session.day_readings(day).items()}
        today = check_of(day, values)
        if today.answered:
            self.words.setText(total_words(today))
            self.check_button.setText(_("Open the check"))
            self.setVisible(True)
            return
        before = recent_checks(self._session, day)
        start = due_from(before)
        self.words.setText(due_words(before, day))
        self.check_button.setText(_("Check my skin"))
        self.setVisible(self._is_asked() and (start is None or start <= day))

    def _is_asked(self) -> bool:
        """Whether the patient keeps the fields of the check."""
        return any(key in self._session.shown for key in FIELDS)

    @Slot()
    def open(self) -> None:
        """Open the check of the shown day."""
        self.dialog = SkinCheckDialog(self._session, self._theme, self._day, self)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open_first()

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.show_day(self._day)
        self.check_button.setFocus()

    @Slot()
    def _on_explain(self) -> None:
        self.explained.emit(FIELDS[0])
