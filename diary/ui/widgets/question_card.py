"""At the end of a day: write a question down before it is forgotten."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Appointment, Question
from diary.i18n import _, ngettext
from diary.logic.visit_phrases import how_far
from diary.logic.visits import for_next_visit, next_visit
from diary.session import Session
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import TARGET, button, label, writing

WAITING_LETTERS = 24
"""What waits has room for so many letters in a line beside the button, or is below it."""


class QuestionCard(QWidget):
    """A quiet button, and how many questions wait for the next visit."""

    announced = Signal(str)
    kinds = frozenset({Question, Appointment})

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.editor: QuestionEditor | None = None
        self.write_button = writing(button(_("Write a question"), "quiet", self.write))
        self.write_button.setMinimumHeight(TARGET)
        self.waiting = label("", "secondary")
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(Beside(self.write_button, self.waiting, (0, 1), WAITING_LETTERS))
        self.show_day(session.today())

    def show_day(self, _day: date) -> None:
        """The same on every day: what waits now."""
        number = len(for_next_visit(self._session.events(Question)))
        today = self._session.today()
        visit = next_visit(self._session.events(Appointment), today)
        words = ngettext("{n} question waits", "{n} questions wait", number) if number else ""
        if visit is not None:
            when = _("next visit {far}").format(far=how_far(visit.day, today))
            words = ", ".join(filter(None, (words, when)))
        self.waiting.setText(words or _("for your next visit"))

    @Slot()
    def write(self) -> None:
        """Open the dialog of a new question."""
        self.editor = QuestionEditor(self._session, self._theme, None, self)
        self.editor.kept.connect(self.announced)
        self.editor.finished.connect(self._on_closed)
        self.editor.open_at("text")

    @Slot()
    def _on_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
