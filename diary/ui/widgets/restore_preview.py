"""What restoring a backup would change, and the way to do it; asks for its passphrase first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.errors import DiaryError, PassphraseNeededError
from diary.i18n import _
from diary.ui.restore_words import change_lines, preview_words, stage_words
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.secret_line import SecretLine

if TYPE_CHECKING:
    from db.restore import Stage
    from diary.restoring import Preview


class RestorePreview(QWidget):
    """`wanted` carries the file that shall be restored, `key_typed` the words for it."""

    wanted = Signal()
    key_typed = Signal(str)
    back = Signal()
    left = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("")
        self.changes = label("")
        self.problem = label("", "problem")
        self.secret = SecretLine(_("Passphrase or recovery code of this backup"))
        self.open_button = button(_("Look into the backup"), "primary", self._on_typed)
        self.restore_button = button(_("Go back to this backup"), "primary", self.wanted.emit)
        self.back_button = button(_("Show the list again"), "beside", self.back.emit)
        self.leave_button = button(_("Do not go back"), "beside", self.left.emit)
        self.cancel_button = button(_("Cancel"), "beside", self._on_cancel)
        self.secret.entered.connect(self._on_typed)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        for each in (self.words, self.changes, self.secret, self.problem):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside), 1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        ways = (self.open_button, self.restore_button, self.back_button, self.leave_button)
        for made in (*ways, self.cancel_button):
            row.addWidget(made)
        outer.addWidget(buttons)

    def wait(self, file: Path) -> None:
        """Say that the backup is being looked into."""
        self.secret.clear()
        self._show(_("Looking into {file}…").format(file=file.name))

    def show_preview(self, preview: Preview, now: datetime) -> None:
        """Show what would change."""
        self._show(preview_words(preview, now), "\n".join(change_lines(preview.difference)))
        self.restore_button.show()
        self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_key(self, error: DiaryError) -> None:
        """Ask for the passphrase; say so where the words that were typed do not fit."""
        self._show(
            _("This backup is locked with a passphrase of its own. Its recovery code opens it too.")
        )
        self.secret.show()
        self.open_button.show()
        if not isinstance(error, PassphraseNeededError):
            self.say_problem(_("These words do not open this backup. Try again."))
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, words: str) -> None:
        """Say what went wrong."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        announce(self, words)

    def fail(self, words: str) -> None:
        """Say why it did not work; the diary is as it was."""
        self._show(_("Your diary is as it was."))
        self.say_problem(words)

    def show_busy(self) -> None:
        """The diary is being put back: until that is done it can only be cancelled."""
        self._show(_("The backup is put back as soon as everything is saved…"))
        for each in (self.back_button, self.leave_button):
            each.setEnabled(False)
        self.cancel_button.setEnabled(True)
        self.cancel_button.show()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def show_stage(self, stage: Stage) -> None:
        """Say how far it has come, unless it was cancelled; the last stage cannot be."""
        if self.busy and self.cancel_button.isEnabled():
            self.words.setText(stage_words(stage))
            self.cancel_button.setEnabled(not stage.is_last)
            announce(self, self.words.text())

    @property
    def busy(self) -> bool:
        """Whether the diary is being put back."""
        return not self.leave_button.isEnabled()

    def _show(self, words: str, changes: str = "") -> None:
        self.words.setText(words)
        self.changes.setText(changes)
        self.changes.setVisible(bool(changes))
        ways = (self.open_button, self.restore_button, self.cancel_button)
        for each in (self.secret, self.problem, *ways):
            each.hide()
        for made in (self.back_button, self.leave_button):
            made.setEnabled(True)
        announce(self, words)

    @Slot()
    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(_("It is being cancelled…"))
        self.cancelled.emit()

    @Slot()
    def _on_typed(self) -> None:
        if self.secret.words:
            self.key_typed.emit(self.secret.words)
