"""What all dialogs share: they fit their window, F1 explains, the keyboard goes back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget
from shiboken6 import isValid

from diary.field import Group
from diary.i18n import _
from diary.session import Session
from diary.ui.enter import ENTER, pressed_by_enter
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button, heading_row

ROOM = 16
"""Pixels of the window that stay visible around a dialog."""


class Dialog(QDialog):
    """Stands above its window until it is left.

    `section` is the part of the article that it is about; a widget in it may say another one by
    its property `explains`.
    """

    def __init__(
        self, session: Session, theme: Theme, title: str, section: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.section = section
        self._opener: QWidget | None = None
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.explain_button = button(
            "i", "icon", self.explain, _("About: {name}").format(name=title)
        )
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.explain)

    def heading(self, words: str, group: Group | None = None) -> QHBoxLayout:
        """What the dialog is about, and the way to what the article says of it."""
        row = heading_row(words, group)
        row.addWidget(self.explain_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def fit(self, wide: int, high: int) -> None:
        """Take so many pixels, as far as the window below has them."""
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        self.resize(QSize(wide, high).boundedTo(free - QSize(ROOM, ROOM)))

    # The article.

    @Slot()
    def explain(self) -> None:
        """Show what the article says of the input where the keyboard is; Escape comes back."""
        from diary.ui.dialogs.reading import Reading  # noqa: PLC0415 - only when wanted

        Reading(self._section_here(), self.theme, self).open()

    def _section_here(self) -> str:
        place: QWidget | None = self.focusWidget()
        while place is not None and place is not self:
            if isinstance(about := place.property("explains"), str):
                return about
            place = place.parentWidget()
        return self.section

    # The keyboard.

    def open(self) -> None:
        """Open above the window, and remember where the keyboard was."""
        self._opener = QApplication.focusWidget()
        super().open()

    def done(self, result: int) -> None:
        """Close; the keyboard goes back to where it was, if that is still there."""
        super().done(result)
        opener = self._opener
        if opener is not None and isValid(opener) and opener.isVisible() and opener.isEnabled():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the focused button, and no other."""
        if not pressed_by_enter(self, event) and event.key() not in ENTER:
            super().keyPressEvent(event)
