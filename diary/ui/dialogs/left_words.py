"""What was half typed when the program was killed, where its place is not found any more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, scrolling

SIZE = (560, 420)
LINES = 5


class LeftWords(Dialog):
    """The words, to be copied where they belong."""

    def __init__(
        self, words: Sequence[str], session: Session, theme: Theme, parent: QWidget | None
    ) -> None:
        title = _("You were typing this")
        super().__init__(session, theme, title, "keeping-it-safe", parent)
        about = _(
            "The diary was locked while you were typing this, and then the program ended. It is "
            "not in the diary yet. Copy what you still need, and enter it where it belongs."
        )
        self.text = QPlainTextEdit("\n\n".join(words))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(title))
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, GAP, 0)
        body.setSpacing(2 * GAP)
        body.addWidget(label(about))
        self.text.setMinimumHeight(LINES * self.text.fontMetrics().height())
        body.addWidget(self.text, 1)
        column.addWidget(scrolling(inside), 1)
        column.addWidget(
            button(_("Close"), "primary", self.accept), 0, Qt.AlignmentFlag.AlignLeading
        )
        self.fit(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.text.setFocus()
