"""One plain question before something is deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.records import Deletion
from diary.i18n import _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout


class DeletedQuestion(QFrame):
    """Hidden until it asks. `answered` carries what shall go: nothing, if it shall stay."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: list[Deletion] = []
        self.setProperty("role", "notice")
        self.words = label("", "strong")
        self.keep_button = button(_("Keep"), "beside", self.cancel)
        self.delete_button = button(_("Delete for good"), "beside", self._on_delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        column.addWidget(self.words)
        row = FlowLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.delete_button)
        column.addLayout(row)
        self.hide()

    def ask(self, words: str, about: Sequence[Deletion]) -> None:
        """Ask about some deletions; the keyboard is on *Keep*."""
        self._about = list(about)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def cancel(self) -> None:
        """Nothing shall go."""
        self._answer([])

    def _on_delete(self) -> None:
        self._answer(self._about)

    def _answer(self, deletions: list[Deletion]) -> None:
        self._about = []
        self.hide()
        self.answered.emit(deletions)
