"""The recovery code instead of the passphrase, and then a new passphrase or none."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.errors import DiaryError, WrongKeyError
from diary.errors import sentence
from diary.i18n import N_, Message, _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.code_line import CodeLine
from diary.ui.widgets.controls import GAP, PART, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.passphrase_form import PassphraseForm

FORGOTTEN = N_(
    "It is on the sheet that you printed or wrote: 7 groups of 4 letters and digits. Small "
    "letters will do."
)
LOST = N_(
    "The small file that opens your diary is missing or damaged. Your entries are still there. "
    "The recovery code opens them: 7 groups of 4 letters and digits, on the sheet that you "
    "printed or wrote."
)
FOREIGN = N_(
    "The small file that opens your diary is one of another diary. Perhaps files of two folders "
    "were mixed. Your entries are still there. The recovery code opens them: 7 groups of 4 letters "
    "and digits, on the sheet that you printed or wrote. The other file is kept."
)


class Recovery(QFrame):
    """A card. `ready` carries the secret and the new passphrase (None: none).

    `lost`: why no passphrase is of use; then there is a way to the backups, `backups_wanted`.
    """

    ready = Signal(bytes, object)
    back = Signal()
    backups_wanted = Signal()

    def __init__(self, lost: DiaryError | None = None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Open with the recovery code"))
        self.code = CodeLine(_("Recovery code"))
        self.form = PassphraseForm(optional=True)
        self.said = label("", "problem")
        self.open_button = button(_("Open"), "primary", self._on_open)
        self.back_button = button(_("Back to the passphrase"), "beside", self.back.emit)
        self.back_button.setHidden(lost is not None)
        self.backups_button = button(
            _("I have no code: look for a backup"), "beside", self.backups_wanted.emit
        )
        self.backups_button.setHidden(lost is None)
        self._lay_out(_about(lost))
        self.code.whole.connect(self._on_whole)
        self.code.entered.connect(self._on_open)
        self.form.entered.connect(self._on_open)

    def _lay_out(self, about: Message) -> None:
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, PART, 2 * GAP, 2 * GAP)
        column.setSpacing(PART)
        column.addWidget(label(_("Open with the recovery code"), "heading"))
        column.addWidget(label(str(about), "secondary"))
        column.addWidget(self.code)
        self._then = QWidget()
        then = QVBoxLayout(self._then)
        then.setContentsMargins(0, 0, 0, 0)
        choose = _("Now choose a new passphrase, or leave it empty for none.")
        then.addWidget(label(choose, "strong"))
        then.addWidget(self.form)
        self._then.hide()
        column.addWidget(self._then)
        column.addWidget(self.said)
        buttons = FlowLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.backups_button)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.code.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Say that it is being opened."""
        self.open_button.setText(_("Opening…") if busy else _("Open"))

    def say_refused(self, error: DiaryError) -> None:
        """Say why it did not open."""
        self._say(sentence(error))
        self.code.setFocus()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    @Slot(bytes)
    def _on_whole(self, _secret: bytes) -> None:
        self._then.show()

    @Slot()
    def _on_open(self) -> None:
        self._say("")
        if self.code.secret is None:
            self.code.say_problem()
        elif self._then.isHidden():
            self._then.show()
            self.form.setFocus()
        elif self.form.check():
            self.ready.emit(self.code.secret, self.form.words)


def _about(lost: DiaryError | None) -> Message:
    if lost is None:
        return FORGOTTEN
    return FOREIGN if isinstance(lost, WrongKeyError) else LOST
