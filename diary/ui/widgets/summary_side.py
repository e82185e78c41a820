"""The column beside the preview: save and print, what was done, and all that can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.field import Group
from diary.i18n import _, format_number
from diary.ui.focus import bring_in_sight
from diary.ui.widgets.controls import GAP, PART, TARGET, button, card, label, writing
from diary.ui.widgets.password_form import PasswordForm
from diary.ui.widgets.profile_form import ProfileForm
from diary.ui.widgets.summary_choices import SummaryChoices


class SummarySide(QWidget):
    """Shows and asks; the page connects it."""

    def __init__(self, today: Callable[[], date], groups: Iterable[Group]) -> None:
        super().__init__()
        self.save_button = button(_("Save as PDF"), "primary")
        self.print_button = button(_("Print"), "beside")
        self.name_button = button(_("Write your name on it"), "link", self._go_to_name)
        self.said = label("", "strong")
        self.open_button = button(_("Open the PDF"), "primary")
        self.folder_button = button(_("Open folder"))
        self.steps = label("", "secondary")
        self.stop_button = button(_("Stop"), name=_("Stop making the pages"))
        self.choices = SummaryChoices(today, groups)
        self.profile = writing(ProfileForm(today))
        self.password = PasswordForm()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(PART)
        column.addWidget(self.save_button)
        column.addWidget(self.print_button)
        column.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.name_button.setMinimumHeight(TARGET)
        self.profile.name.textChanged.connect(self._offer_name)
        for part in (self.said, self.open_button, self.folder_button, self.steps, self.stop_button):
            column.addWidget(part)
            part.hide()
        for title, form in (
            (_("What goes in"), self.choices),
            (_("Whose it is"), self.profile),
            (_("Password for the PDF"), self.password),
        ):
            frame, body = card(title)
            body.addWidget(form)
            column.addWidget(frame)

    @Slot(str)
    def _offer_name(self, name: str) -> None:
        self.name_button.setVisible(not name.strip())

    def _go_to_name(self) -> None:
        self.profile.name.setFocus(Qt.FocusReason.TabFocusReason)
        bring_in_sight(self.profile.name)

    def say(self, words: str) -> None:
        """What was done, or what went wrong."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def show_step(self, done: int, steps: int) -> None:
        """How far the pages are; once they are done, nothing."""
        words = _("Making the pages: step {done} of {steps}")
        self.steps.setText(words.format(done=format_number(done), steps=format_number(steps)))
        for part in (self.steps, self.stop_button):
            part.setVisible(done < steps)

    def hide_steps(self) -> None:
        """No pages are being made."""
        self.show_step(0, 0)
