"""What stands on a page that has nothing to show yet: what will be seen there, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.controls import PART, TARGET, button, card, label
from diary.ui.widgets.flow import FlowLayout


class Invitation(QWidget):
    """`begin_wanted` asks to begin, `sample_wanted` to see it filled in a sample diary."""

    begin_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, title: str, words: str, begin: str = "") -> None:
        super().__init__()
        self.begin_button = button(begin or _("Record today"), "primary", self.begin_wanted.emit)
        self.sample_button = button(_("See a sample diary"), "link", self.sample_wanted.emit)
        self.sample_button.setMinimumHeight(TARGET)
        frame, inside = card(title)
        inside.setSpacing(PART)
        inside.addWidget(label(words, "secondary"))
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(self.begin_button)
        row.addWidget(self.sample_button)
        inside.addWidget(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
