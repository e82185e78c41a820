"""Asks for the words that open a backup which is to be imported."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.secret_line import SecretLine


class ImportKey(QWidget):
    """`typed` carries the words, `another` asks for another file, `left` to leave it."""

    typed = Signal(str)
    another = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("")
        self.problem = label(_("These words do not open this backup. Try again."), "problem")
        self.secret = SecretLine(_("Passphrase or recovery code of this backup"))
        self.open_button = button(_("Look into the backup"), "primary", self._on_entered)
        self.another_button = button(_("Choose another file…"), "beside", self.another.emit)
        self.leave_button = button(_("Do not import"), "beside", self.left.emit)
        self.secret.entered.connect(self._on_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        for each in (self.words, self.secret, self.problem):
            column.addWidget(each)
        column.addStretch(1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for made in (self.open_button, self.another_button, self.leave_button):
            row.addWidget(made)
        column.addWidget(buttons)

    def ask(self, file: str, *, again: bool) -> None:
        """Ask for the words; `again`: those that were typed do not fit."""
        said = _("{file} is locked with a passphrase of its own. Its recovery code opens it too.")
        self.words.setText(said.format(file=file))
        self.problem.setVisible(again)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.problem.text() if again else self.words.text())

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.secret.clear()

    @Slot()
    def _on_entered(self) -> None:
        if self.secret.words:
            self.typed.emit(self.secret.words)
