"""Before the diary closes on entries that cannot be saved: stay, copy them elsewhere, or close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_number, ngettext
from diary.ui.dialogs.dialog import Dialog
from diary.ui.main_window import MainWindow
from diary.ui.raising import bring_up
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout

WIDE, HIGH = 560, 340


class UnsavedDialog(Dialog):
    """Accepted, the diary closes all the same; Escape stays."""

    def __init__(self, window: MainWindow) -> None:
        title = _("Not everything is saved")
        super().__init__(window.session, window.theme, title, "keeping-it-safe", window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        left = window.session.unsaved
        lost = ngettext(
            "If you close the diary now, {n} entry is lost.",
            "If you close the diary now, {n} entries are lost.",
            left,
        ).format(n=format_number(left))
        self.lost, self.said = label(lost, "strong"), label(window.notice.words.text())
        self.stay_button = button(_("Stay here"), "primary", self.reject)
        self.copy_button = button(_("Save a copy elsewhere…"), "beside", tuple)
        self.close_button = button(_("Close all the same"), "beside", self.accept)
        if window.notice.copy is not None:
            self.copy_button.clicked.connect(window.notice.copy.save)
            window.notice.copy.ended.connect(self._on_copied)
        self._lay_out(title)
        announce(self, f"{title}. {lost}")

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, GAP, 0)
        body.setSpacing(2 * GAP)
        body.addWidget(self.said)
        body.addWidget(self.lost)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(title))
        column.addWidget(scrolling(inside), 1)
        buttons = FlowLayout()
        for each in (self.stay_button, self.copy_button, self.close_button):
            buttons.addWidget(each)
        column.addLayout(buttons)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))
        self.stay_button.setFocus()

    @Slot(str, bool)
    def _on_copied(self, words: str, done: bool) -> None:  # noqa: FBT001 - Qt's slots take no names
        """Say where the copy is, or why there is none; with one, nothing is lost."""
        self.said.setText(words)
        self.lost.setHidden(done)
        announce(self, words)


def ask(window: MainWindow) -> None:
    """Ask, also where the window is in the tray; once."""
    bring_up(window)
    if not any(each.isVisible() for each in window.findChildren(UnsavedDialog)):
        dialog = UnsavedDialog(window)
        dialog.accepted.connect(window.leave)
        dialog.open()
