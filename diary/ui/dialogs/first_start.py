"""The first start: three quiet steps that can be skipped; the settings have it all later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _, format_number
from diary.paths import Places
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.first_steps import AboutStep, FirstStep, GroupsStep, PassphraseStep
from diary.ui.dialogs.passphrase import Doing, PassphraseDialog
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.dialogs.reading import Reading
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

WIDE = 680
CALL = "when-to-call"


class FirstStart(Dialog):
    """Leaving it is the same as beginning without a passphrase, with what was ticked so far."""

    def __init__(self, session: Session, theme: Theme, places: Places, window: MainWindow) -> None:
        title = _("Welcome to your diary")
        super().__init__(session, theme, title, "what-it-is", window)
        self._places, self._window = places, window
        self.about = AboutStep(
            call=self.show_call, where=self.show_privacy, look_around=window.sample_wanted.emit
        )
        self.groups = GroupsStep(session)
        self.words = PassphraseStep(begin=self.accept, set_one=self.set_passphrase)
        self._all = (self.about, self.groups, self.words)
        self.steps = Stack()
        for step in self._all:
            self.steps.addWidget(step)
        self.place = label("", "secondary")
        self.next_button = button(_("Go on"), "primary", self.go_on)
        self.skip = button(_("Skip and begin"), "beside", self.accept)
        self.back = button(_("Back"), "beside", self.go_back)
        whole = self._lay_out(title)
        self._show(0)
        self._take_room(whole)

    def _lay_out(self, title: str) -> QVBoxLayout:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(self.heading(title))
        head.addWidget(self.place)
        whole.addLayout(head)
        whole.addWidget(self.steps, 1)
        buttons = FlowLayout()
        for each in (self.next_button, self.skip):
            buttons.addWidget(each)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addLayout(buttons, 1)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)  # in one place in each step
        whole.addLayout(foot)
        return whole

    def _take_room(self, whole: QVBoxLayout) -> None:
        """Be as high as the highest step, with what stands above and below it."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        width = self.theme.px(WIDE)
        around = whole.sizeHint().height() - self.steps.sizeHint().height()
        self.fit(width, around + max(step.needed(width - 4 * GAP) for step in self._all))

    # The steps.

    @Slot()
    def go_on(self) -> None:
        """Show the next step."""
        self._show(self.steps.currentIndex() + 1)

    @Slot()
    def go_back(self) -> None:
        """Show the step before."""
        self._show(self.steps.currentIndex() - 1)

    def _show(self, number: int) -> None:
        self.steps.setCurrentIndex(number)
        step, last = self.steps.currentWidget(), self.steps.count() - 1
        assert isinstance(step, FirstStep)  # noqa: S101 - there are no others
        self.section = step.section
        self.place.setText(
            _("Step {n} of {all}: {name}").format(
                n=format_number(number + 1), all=format_number(last + 1), name=step.name
            )
        )
        for each in (self.next_button, self.skip):
            each.setVisible(number < last)
        self.back.setVisible(number > 0)
        primary = self.words.without if number == last else self.next_button
        primary.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.place.text())

    # What leads away, and back.

    @Slot()
    def show_call(self) -> None:
        """Show what the article says of emergencies; then come back."""
        Reading(CALL, self.theme, self).open()

    @Slot()
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
