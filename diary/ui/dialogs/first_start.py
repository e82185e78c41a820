"""At the first start: with a passphrase, or without. Asked once; the settings have it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import N_, _
from diary.paths import Places
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.passphrase import Doing, PassphraseDialog
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

SIZE = (640, 520)
STAYS = N_("Your diary stays on this computer. Nothing is sent anywhere.")
WITHOUT = N_(
    "The diary opens at once. Anybody who can use this computer under your name can read it. You "
    "can set a passphrase later, in Settings."
)
WITH = N_(
    "The diary opens only with words that you choose, and locks by itself. It comes with a "
    "recovery code to print. If you lose both, nobody can open the diary any more."
)


class FirstStart(Dialog):
    """Leaving it is the same as beginning without a passphrase."""

    def __init__(self, session: Session, theme: Theme, places: Places, window: MainWindow) -> None:
        title = _("Welcome to your diary")
        super().__init__(session, theme, title, "keeping-it-safe", window)
        self._places, self._window = places, window
        self.without = button(_("Begin without a passphrase"), "primary", self.accept)
        self.set = button(_("Set a passphrase…"), "beside", self.set_passphrase)
        self.where = button(_("Where everything is kept"), "link", self.show_privacy)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(label(str(STAYS)))
        column.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
        for heading, words in ((_("Without a passphrase"), WITHOUT), (_("With one"), WITH)):
            frame, body = card(heading)
            body.addWidget(label(str(words)))
            column.addWidget(frame)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        whole.addLayout(self.heading(title))
        whole.addWidget(scrolling(inside), 1)
        buttons = FlowLayout()
        buttons.addWidget(self.without)
        buttons.addWidget(self.set)
        whole.addLayout(buttons)
        self.fit(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.without.setFocus()

    def show_privacy(self) -> PrivacyPage:
        """Show what is kept on this computer, and what leaves it; then come back."""
        page = PrivacyPage(self.session, self.theme, self._places, None, self)
        page.finished.connect(page.deleteLater)
        page.open()
        return page

    def set_passphrase(self) -> PassphraseDialog:
        """Close this, and go through the steps of setting one."""
        self.accept()
        folder = self._places.diary
        dialog = PassphraseDialog(Doing.ADD, self.session, self.theme, folder, self._window)
        dialog.changed.connect(self._window.say)
        dialog.changed.connect(self._window.passphrase_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
