"""A line for the recovery code: put in groups while it is typed, and the wrong group named."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary import lock
from diary.errors import sentence
from diary.i18n import _, format_number
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import label
from diary.ui.widgets.secret_line import HIGH
from diary.ui.widgets.turned import Line

GROUPS = 7
GROUP = 4


class CodeLine(QWidget):
    """Small letters, spaces, O for 0 and I for 1 are understood. `whole` carries the secret."""

    whole = Signal(bytes)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.secret: bytes | None = None
        self.line = Line()
        self.line.setMinimumHeight(HIGH)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("-".join(["X" * GROUP] * GROUPS))
        self.said = label("", "secondary")
        self.wrong = label("", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        named = label(name, "strong")
        named.setBuddy(self.line)
        for each in (named, self.line, self.said, self.wrong):
            column.addWidget(each)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.entered)
        self._say(lock.read_code(""))

    @Slot()
    def _on_edited(self) -> None:
        """Put what is typed in groups; the place in it stays."""
        place = self.line.cursorPosition()
        before = lock.in_groups(self.line.text()[:place])
        found = lock.read_code(self.line.text())
        at_end = place == len(self.line.text())
        self.line.setText(found.text)
        self.line.setCursorPosition(len(found.text) if at_end else len(before))
        self.secret = found.secret
        self._say(found)
        if found.secret:
            self.whole.emit(found.secret)

    def say_problem(self) -> None:
        """Say what is missing, and go there."""
        found = lock.read_code(self.line.text())
        self._show(wrong=sentence(found.problem) if found.problem else _("It is not complete yet."))
        self.line.setFocus()

    def _say(self, found: lock.Code) -> None:
        if found.problem:
            self._show(wrong=sentence(found.problem))
        elif found.secret:
            self._show(said=_("The code is complete and has no mistake."))
            announce(self, self.said.text())
        else:
            done = len(found.text.replace("-", "")) // GROUP
            words = _("{done} of {all} groups are typed.")
            self._show(said=words.format(done=format_number(done), all=format_number(GROUPS)))

    def _show(self, *, said: str = "", wrong: str = "") -> None:
        if wrong and wrong != self.wrong.text():
            announce(self, wrong)
        for place, words in ((self.said, said), (self.wrong, wrong)):
            place.setText(words)
            place.setVisible(bool(words))
        self.line.setAccessibleDescription(said or wrong)
