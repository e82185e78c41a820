"""Setting, changing and removing the passphrase, and showing the recovery code: step by step."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db.errors import DiaryError
from diary import lock
from diary.errors import sentence
from diary.i18n import N_, _
from diary.jobs import Jobs
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.enter import ENTER
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.code_sheet import CodeSheet
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.passphrase_form import PassphraseForm
from diary.ui.widgets.secret_line import SecretLine
from diary.ui.widgets.stack import Stack

SIZE = QSize(700, 600)
ABOUT = N_(
    "A passphrase keeps others who use this computer, or who take it or a backup, from reading "
    "your diary. It does not help while the diary is open before them, or against a program that "
    "spies on this computer."
)
ELSEWHERE = N_(
    "The backups in the diary’s folder follow, and those in the second place as soon as it is "
    "there. Copies that you made elsewhere yourself still open the way they did before."
)
BOTH_LOST = N_(
    "If both the passphrase and the recovery code are lost, nobody can open the diary any more: "
    "not you, not us."
)


class Doing(Enum):
    """What the dialog is opened for, with its title."""

    ADD = N_("Set a passphrase")
    CHANGE = N_("Change the passphrase")
    REMOVE = N_("Remove the passphrase")
    CODE = N_("Recovery code")


LEAVING = {
    Doing.ADD: N_("Without a passphrase"),
    Doing.CHANGE: N_("Keep the old passphrase"),
    Doing.REMOVE: N_("Keep the passphrase"),
    Doing.CODE: N_("Close"),
}
"""The way out of each, which changes nothing."""


class PassphraseDialog(Dialog):
    """Nothing is changed before the last step. `changed` carries the words of what was done."""

    changed = Signal(str)

    def __init__(
        self, doing: Doing, session: Session, theme: Theme, folder: Path, parent: QWidget | None
    ) -> None:
        super().__init__(session, theme, str(doing.value), "keeping-it-safe", parent)
        self._doing, self._folder = doing, folder
        self._jobs = Jobs("passphrase", self)
        self._secret: bytes | None = None
        self._busy = False
        self.present = SecretLine(_("Your present passphrase"))
        self.form = PassphraseForm()
        self.sheet: CodeSheet | None = None
        self.said = label("", "problem")
        self.said.hide()
        self.pages = Stack()
        self.next_button = button(_("Go on"), "primary", self.go_on)
        self.leave_button = button(str(LEAVING[doing]), "beside", self.reject)
        self._then: Callable[[], object] = tuple
        self._lay_out()
        self.present.entered.connect(self.go_on)
        self.form.entered.connect(self.go_on)
        self._begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(str(self._doing.value)))
        column.addWidget(self.pages, 1)
        column.addWidget(self.said)
        buttons = FlowLayout()
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.leave_button)
        column.addLayout(buttons)
        self.fit(self.theme.px(SIZE.width()), self.theme.px(SIZE.height()))

    # The steps.

    def _begin(self) -> None:
        if self._doing is Doing.ADD:
            self._work(lambda: lock.secret(self._folder, None), self._on_secret)
            return
        if lock.is_set(self._folder):
            about = _("It is asked for once more, so that nobody else can do this.")
            self._show_step([label(about, "secondary"), self.present], self._ask_present)
        else:
            self._work(lambda: lock.secret(self._folder, None), self._on_secret)

    def _show_step(self, parts: list[QWidget], then: Callable[[], object]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(PART)
        for each in parts:
            column.addWidget(each)
        column.addStretch(1)
        self.pages.addWidget(scrolling(inside))
        self.pages.setCurrentIndex(self.pages.count() - 1)
        self._then = then
        focus = next((each for each in reversed(parts) if each.focusProxy()), self.next_button)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Take the step that is shown."""
        if not self._busy:
            self._say("")
            self._then()

    def _ask_present(self) -> None:
        words = self.present.words
        if not words:
            self._say(_("Type your passphrase first."))
            self.present.setFocus()
            return
        self._work(lambda: lock.secret(self._folder, words), self._on_secret)

    def _on_secret(self, secret: bytes) -> None:
        self._secret = secret
        match self._doing:
            case Doing.ADD:
                self._show_step([label(str(ABOUT)), self.form], self._ask_code)
            case Doing.CHANGE:
                self._show_step([label(str(ELSEWHERE)), self.form], self._ask_new)
            case Doing.REMOVE:
                self.next_button.setText(_("Remove it"))
                about = _("Anybody who can use this computer can then open the diary.")
                parts: list[QWidget] = [label(about, "strong"), label(str(ELSEWHERE))]
                self._show_step(parts, lambda: self._change(None))
            case Doing.CODE:
                self._show_code(self.accept)

    def _ask_new(self) -> None:
        if self.form.check():
            self._change(self.form.words)

    def _ask_code(self) -> None:
        if self.form.check():
            self._show_code(lambda: self._change(self.form.words))

    def _show_code(self, then: Callable[[], object]) -> None:
        assert self._secret is not None  # noqa: S101 - it was found before
        code = lock.code_of(self._secret)
        self.sheet = sheet = CodeSheet(code, self.theme)
        sheet.entered.connect(self.go_on)
        sheet.print_wanted.connect(lambda: self.print_code(code))
        self.next_button.setText(_("I have written it down"))
        parts: list[QWidget] = [label(str(BOTH_LOST), "strong"), sheet]
        self._show_step(parts, lambda: sheet.check() and then())
        sheet.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def print_code(self, code: str) -> None:
        """Print the sheet with the code."""
        from diary.ui.code_print import print_code  # noqa: PLC0415 - it loads the printing

        if print_code(code, self):
            announce(self, _("Sent to the printer."))

    # The work.

    def _change(self, words: str | None) -> None:
        secret = self._secret
        assert secret is not None  # noqa: S101 - it was found before
        self._work(lambda: lock.change(self._folder, secret, words), self._on_changed)

    def _on_changed(self, left: list[Path]) -> None:
        done = {
            Doing.ADD: _("The passphrase is set."),
            Doing.CHANGE: _("The passphrase is changed. The recovery code stays."),
            Doing.REMOVE: _("The passphrase is removed."),
        }[self._doing]
        if left:
            names = ", ".join(each.name for each in left)
            kept = _("These backups could not follow and open as they did before: {names}.")
            done = f"{done} {kept.format(names=names)}"
        self.accept()
        self.changed.emit(done)

    def _work(self, job: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do it on a worker; the dialog stays awake and says that it works."""
        self._busy = True
        before = self.next_button.text()
        self.next_button.setText(_("One moment…"))

        def ended() -> None:
            self._busy = False
            self.next_button.setText(before)

        def on_done(found: Any) -> None:
            ended()
            done(found)

        def on_failed(error: Exception) -> None:
            ended()
            if not isinstance(error, DiaryError):
                raise error
            self._say(sentence(error))
            self.present.line.selectAll()

        self._jobs.run(job, on_done, on_failed)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    def done(self, result: int) -> None:
        """Close; what is under way is finished first, nothing is left half done."""
        self._jobs.close()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a line is the line's; elsewhere as in every dialog."""
        if event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit):
            return
        super().keyPressEvent(event)
