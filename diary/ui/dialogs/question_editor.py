"""A question or concern for a visit, and its answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Question
from diary.i18n import _
from diary.logic.valid import Problems, problems
from diary.logic.visits import last_rank
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayRule


class QuestionEditor(RecordDialog):
    """A new question (None) or one that is there, with room for its answer."""

    section = "question"

    def __init__(
        self,
        session: Session,
        theme: Theme,
        question: Question | None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Write a question") if question is None else _("Question")
        super().__init__(session, theme, title, parent)
        self._is_new = question is None
        self._stored = question or self._new()
        self.form.add_text("text", _("What you want to ask or tell, in your words"))
        self.form.add_tick("next_visit", _("For the next visit"))
        if question is not None:
            self.form.add_text("answer", _("The answer"))
            self.form.add_day("answered", _("Answered on"), DayRule(empty=_("not answered yet")))
            self.add_remove(_("Delete this question"), question.id)
        else:
            self.for_new()
        self.form.show_values({part: getattr(self._stored, part) for part in self.form.inputs})

    def _new(self) -> Question:
        session = self.session
        return Question(
            id=str(uuid7()),
            text="",
            written=session.today(),
            rank=last_rank(session.events(Question)),
            recorded_at=session.clock.now(),
        )

    @property
    def entered(self) -> Question:
        """The question as entered; an answer without a day was given today."""
        values = self.form.values()
        found = replace(self._stored, **values)
        if "answer" in values and found.answer.strip() and found.answered is None:
            return replace(found, answered=self.session.today())
        return found

    def problems(self) -> Problems:
        """What does not fit."""
        today, entered = self.session.today(), self.entered
        found = problems(entered, today)
        if entered.answered and entered.answered > today:
            found["answered"] = _("This day has not come yet.")
        return found

    def save(self) -> str:
        """Keep it."""
        if not self._is_new and self.entered == self._stored:
            return ""
        self.session.put(replace(self.entered, recorded_at=self.session.clock.now()))
        return _("The question was added.") if self._is_new else ""
