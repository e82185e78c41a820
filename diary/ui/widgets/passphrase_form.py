"""A new passphrase: typed twice, or once where it is shown. Used wherever one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.lock import typed
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.secret_line import SecretLine, secret_edit, show


class PassphraseForm(QWidget):
    """`entered` says that Enter was pressed; `check` whether what is typed can be used."""

    entered = Signal()

    def __init__(self, *, optional: bool = False) -> None:
        super().__init__()
        self.setProperty("secret", "in no draft")
        self._optional = optional
        self.first = SecretLine(_("New passphrase"))
        self.again = secret_edit(_("The same once more"))
        self.said = label("", "problem")
        self.said.hide()
        advice = _(
            "Four words that have nothing to do with each other are easy to type and hard to "
            "guess. Any letters, signs and spaces will do."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(advice, "secondary"))
        column.addWidget(self.first)
        self._again_words = label(_("The same once more"), "strong")
        self._again_words.setBuddy(self.again)
        for each in (self._again_words, self.again, self.said):
            column.addWidget(each)
        self.setFocusProxy(self.first)
        self.first.shown_changed.connect(self._on_shown)
        self.first.edited.connect(self._on_edited)
        self.again.textEdited.connect(self._on_edited)
        self.first.entered.connect(self._on_first_entered)
        self.again.returnPressed.connect(self.entered)

    @property
    def words(self) -> str | None:
        """The new passphrase; None for none."""
        return self.first.words or None

    def check(self) -> bool:
        """Whether it can be used; says why where it cannot, and goes there."""
        problem, where = self._problem()
        self._say(problem)
        if problem:
            where.setFocus()
            where.selectAll()
        return not problem

    def _problem(self) -> tuple[str, QLineEdit]:
        if not self.first.words and not self._optional:
            return _("Type a passphrase first."), self.first.line
        if not self.first.shown.isChecked() and self.first.words != typed(self.again.text()):
            return _("The two are not the same. Type the second one again."), self.again
        return "", self.again

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    @Slot()
    def _on_first_entered(self) -> None:
        """Enter goes on to the second line while that is empty."""
        if self.again.isHidden() or self.again.text() or not self.first.words:
            self.entered.emit()
        else:
            self.again.setFocus()

    @Slot(bool)
    def _on_shown(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signature
        show(self.again, shown=shown)
        self.again.setHidden(shown)
        self._again_words.setHidden(shown)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._say("")
