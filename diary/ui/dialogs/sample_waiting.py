"""While a sample diary is made: what it is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import N_, _
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label

WIDE, HIGH = 520, 300
ABOUT = N_(
    "Four months of a patient who does not exist. You can try everything in it: nothing of yours "
    "is there, and nothing of it stays when you go back."
)


class SampleWaiting(Dialog):
    """Closes by itself once the sample is there; rejected, it is not wanted any more."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        title = _("A sample diary")
        super().__init__(session, theme, title, "what-it-is", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = label(_("It is being made. One moment…"), "strong")
        self.leave_button = button(_("Back to my diary"), "beside", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(title))
        column.addWidget(label(str(ABOUT)))
        column.addWidget(self.words)
        column.addStretch(1)
        column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fit(theme.px(WIDE), theme.px(HIGH))
        self.leave_button.setFocus()
        announce(self, f"{title}. {self.words.text()}")

    @Slot(str)
    def say(self, words: str) -> None:
        """Say why there is none."""
        self.words.setText(words)
        announce(self, words)
