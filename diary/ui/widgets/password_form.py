"""A password for one PDF, typed twice or shown; nothing of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import TARGET, label

LONGEST = 120
"""Letters; in UTF-8 a PDF takes 127 bytes, which `problem` looks at."""
MOST_BYTES = 127


class PasswordForm(QWidget):
    """Two lines and a box that shows them, in which case the first line is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("secret", "in no draft")
        self.password = _line()
        self.again = _line()
        self.shown = QCheckBox(_("Show the password"))
        self.said = label("", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        about = _("Who opens the saved PDF is asked for it. Leave it empty for none.")
        column.addWidget(label(about, "secondary"))
        self._add(column, _("Password"), self.password)
        self._again_label = self._add(column, _("The same once more"), self.again)
        column.addWidget(self.shown)
        column.addWidget(self.said)
        self.said.hide()
        self.shown.toggled.connect(self._on_shown)
        self.password.textEdited.connect(self._on_edited)
        self.again.textEdited.connect(self._on_edited)

    def _add(self, column: QVBoxLayout, words: str, line: QLineEdit) -> QWidget:
        said = label(words)
        said.setBuddy(line)
        line.setAccessibleName(words)
        column.addWidget(said)
        column.addWidget(line)
        return said

    def text(self) -> str:
        """The password; empty where there is none."""
        return self.password.text()

    def check(self) -> bool:
        """Whether it can be used; says why where it cannot, and goes there."""
        problem, where = self._problem()
        self.said.setText(problem)
        self.said.setVisible(bool(problem))
        announce(self, problem)
        if problem:
            where.setFocus()
            where.selectAll()
        return not problem

    def _problem(self) -> tuple[str, QLineEdit]:
        if not self.shown.isChecked() and self.password.text() != self.again.text():
            return _("The two passwords differ. Type the second one again."), self.again
        if len(self.password.text().encode(errors="replace")) > MOST_BYTES:
            return _("This password is too long. Take a shorter one."), self.password
        return "", self.password

    @Slot(bool)
    def _on_shown(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signature
        kind = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(kind)
        self.again.setVisible(not shown)
        self._again_label.setVisible(not shown)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self.said.hide()


def _line() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(LONGEST)
    made.setMinimumHeight(TARGET)
    return made
