"""The recovery code, large and in groups; it counts once two of its groups were typed back."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from diary import lock
from diary.i18n import _, format_number
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, SPACE, TARGET, button, keep_room, label
from diary.ui.widgets.flow import FlowLayout

ASKED = 2
LARGE = 1.6
INSET = SPACE["tight"] + 2
"""Pixels before the signs of a group: the room of its frame."""


class CodeSheet(QWidget):
    """`print_wanted` asks for the sheet of paper, `entered` says that Enter was pressed."""

    print_wanted = Signal()
    entered = Signal()

    def __init__(self, code: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("secret", "in no draft")
        self._groups = code.split("-")
        self._theme = theme
        self.asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), ASKED))
        self.lines: list[QLineEdit] = []
        self.said = label("", "problem")
        keep_room(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        about = _(
            "If you forget the passphrase, this code opens your diary. Print it or write it down, "
            "and keep it where you keep your papers. Who has it can read your diary. It has no "
            "letter O: 0 is always a zero."
        )
        column.addWidget(label(about))
        column.addWidget(self._code())
        self.print_button = button(_("Print it…"), "beside", self.print_wanted.emit)
        tools = FlowLayout()
        tools.addWidget(self.print_button)
        column.addLayout(tools)
        column.addWidget(label(_("Now type two groups from your paper:"), "strong"))
        column.addWidget(self.said)
        pair = FlowLayout()
        for number in self.asked:
            pair.addWidget(self._line(number + 1))
        column.addLayout(pair)

    def _code(self) -> QWidget:
        """Each group is a stop of the keyboard, read aloud sign by sign."""
        made = QWidget()
        row = FlowLayout(made)
        for number, group in enumerate(self._groups, 1):
            shown = QLabel(group)
            shown.setStyleSheet(self._signs_style())
            shown.setProperty("role", "signs")
            shown.setIndent(0)
            shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            words = _("Group {number}: {signs}")
            named = words.format(number=format_number(number), signs=" ".join(group))
            shown.setAccessibleName(named)
            row.addWidget(_numbered(number, shown))
        return made

    def _signs_style(self) -> str:
        """Large, and in a type in which a zero is no D."""
        size = self._theme.font(LARGE).pointSizeF()
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        return f'font-family: "{family}"; font-size: {size:.1f}pt; font-weight: 600;'

    def _line(self, number: int) -> QWidget:
        words = _("Group {number}").format(number=format_number(number))
        line = QLineEdit()
        line.setMinimumHeight(TARGET)
        line.setFixedWidth(self._theme.px(180))
        line.setAccessibleName(words)
        line.setAccessibleDescription(
            _("Of the code above. Shift and Tab go back to it, group by group.")
        )
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self.entered)
        said = label(words)
        said.setBuddy(line)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(said)
        column.addWidget(line)
        self.lines.append(line)
        return made

    def check(self) -> bool:
        """Whether both groups are right; says which is not, and goes there."""
        for number, line in zip(self.asked, self.lines, strict=True):
            if not lock.same_signs(line.text(), self._groups[number]):
                words = _("Group {number} is not the same as above.")
                if not line.text().strip():
                    words = _("Group {number} is still empty.")
                self._say(words.format(number=format_number(number + 1)))
                line.setFocus()
                line.selectAll()
                return False
        return True

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        several = "-" in lock.in_groups(text)
        words = _("One group here, which has {n} signs.")
        self._say(words.format(n=format_number(len(self._groups[0]))) if several else "")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)


def _numbered(number: int, group: QLabel) -> QWidget:
    """A group below its number, by which it is asked for."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    said = label(format_number(number), "small")
    said.setIndent(INSET)
    column.addWidget(said)
    column.addWidget(group)
    return made
