"""One record in a form: what does not fit is said at its input. All record dialogs are of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from diary.field import Group
from diary.logic.valid import Problems
from diary.session import Session
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import card
from diary.ui.widgets.record_form import RecordForm


class RecordDialog(EntryDialog):
    """A subclass adds inputs to `form`, gives what does not fit, and saves."""

    group: Group | None = None
    section = ""

    def __init__(
        self, session: Session, theme: Theme, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, title, self.section, parent)
        self.form = RecordForm(theme, session.today, session.week_begins)
        self.column.addLayout(self.heading(title, self.group))
        frame, body = card()
        body.addWidget(self.form)
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.form.edited.connect(self._on_form_edited)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the inputs."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def open_at(self, part: str) -> None:
        """Open with the keyboard on an input."""
        self.open_on(self.form.inputs[part].widget)

    def problems(self) -> Problems:
        """What does not fit in what is entered, by part."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        self.form.commit()
        return self.form.dirty

    def say_problems(self) -> bool:
        """Whether something is wrong; if so it is said at its input, which has the keyboard."""
        self.form.commit()
        found = self.problems()
        self.form.say(found)
        if not found and not self.form.bad:
            return False
        self._show(self.form.focus_wrong())
        return True

    def _show(self, sentence: QWidget | None) -> None:
        """Bring a sentence into sight, once it has its place: its input may be a tall drawing."""
        if sentence is not None:
            self.grow()
            QTimer.singleShot(0, sentence, partial(self.area.ensureWidgetVisible, sentence))

    @Slot()
    def _on_form_edited(self) -> None:
        self.on_edited()
        if self.form.says:
            self.form.say(self.problems())
