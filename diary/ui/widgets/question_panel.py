"""Questions and concerns: for the next visit in the patient's order, for later, and answered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot

from db.records import Question
from diary.i18n import _, format_day, format_number
from diary.logic.visits import answered, for_next_visit, kept_for_later, moved
from diary.session import Session
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.models.care_list import Entry
from diary.ui.theme import Theme
from diary.ui.widgets.care_panel import CarePanel
from diary.ui.widgets.controls import writing
from diary.ui.widgets.invitation import Invitation


class QuestionPanel(CarePanel):
    """What can be done: write, answer, order, open, delete."""

    kinds = frozenset({Question})

    def __init__(self, session: Session, theme: Theme) -> None:
        empty = Invitation(
            _("Your questions will appear here"),
            _(
                "Write one whenever it comes to mind: the first three for the next visit are "
                "printed on the summary."
            ),
            _("Write a question"),
        )
        super().__init__(
            session, theme, _("Questions"), _("Enter opens a question, Delete removes it."), empty
        )
        self.add_button = writing(self.tool(_("Write a question"), "add", of_chosen=False))
        self.answer_button = writing(self.tool(_("Answer"), "answer"))
        self.up_button = writing(self.tool(_("Move up"), "move_up"))
        self.down_button = writing(self.tool(_("Move down"), "move_down"))
        self.open_button = self.tool(_("Edit"), "open_record")
        self.remove_button = writing(self.tool(_("Delete"), "remove"))
        self.refresh()

    def entries(self) -> Iterable[Entry]:
        """For the next visit first."""
        questions = self.session.events(Question)
        first = for_next_visit(questions)
        if first:
            words = _("The first three are printed on the summary.")
            yield Entry("", _("For the next visit"), (words,))
        for number, each in enumerate(first, 1):
            title = _("{n}. {question}").format(n=format_number(number), question=each.text.strip())
            yield Entry(each.id, title)
        later = kept_for_later(questions)
        if later:
            yield Entry("", _("Not for the next visit"))
        yield from (Entry(each.id, each.text.strip()) for each in later)
        done = answered(questions)
        if done:
            yield Entry("", _("Answered"))
        yield from (Entry(each.id, each.text.strip(), _answer(each)) for each in done)

    @Slot(str)
    def show_tools(self, key: str) -> None:
        """The first cannot go up, the last not down; the keyboard stays on what still works."""
        super().show_tools(key)
        order = [each.id for each in for_next_visit(self.session.events(Question))]
        place = order.index(key) if key in order else None
        for made, possible in (
            (self.up_button, place is not None and place > 0),
            (self.down_button, place is not None and place < len(order) - 1),
        ):
            if made.hasFocus() and not possible:
                self.list.setFocus()
            made.setEnabled(possible)

    def _question(self, key: str) -> Question | None:
        return next((each for each in self.session.events(Question) if each.id == key), None)

    @Slot()
    @comes_back
    def add(self) -> None:
        """Write a question."""
        self.open_editor(QuestionEditor(self.session, self.theme, None, self), "text")

    @Slot(str)
    @comes_back
    def open_record(self, key: str) -> None:
        """Open a question."""
        self._open(key, "text")

    @Slot(str)
    def answer(self, key: str) -> None:
        """Open a question where its answer stands."""
        self._open(key, "answer")

    def _open(self, key: str, part: str) -> None:
        question = self._question(key)
        if question is not None:
            self.open_editor(QuestionEditor(self.session, self.theme, question, self), part)

    @Slot(str)
    def move_up(self, key: str) -> None:
        """Ask it earlier."""
        self._move(key, -1)

    @Slot(str)
    def move_down(self, key: str) -> None:
        """Ask it later."""
        self._move(key, 1)

    def _move(self, key: str, step: int) -> None:
        order = for_next_visit(self.session.events(Question))
        changed = moved(order, key, step)
        if not changed:
            return
        self.session.put(*changed)
        self.refresh()
        self.list.choose(key)
        place = [each.id for each in order].index(key) + step + 1
        self.say(_("Now number {n}").format(n=format_number(place)), undoable=False)

    @Slot(str)
    def remove(self, key: str) -> None:
        """Delete a question; undo brings it back."""
        question = self._question(key)
        if question is not None:
            self.say(_("The question was deleted."))
            self.session.remove(question)


def _answer(question: Question) -> tuple[str, ...]:
    day = format_day(question.answered) if question.answered else ""
    words = question.answer.strip()
    return (_("{day}: {answer}").format(day=day, answer=words) if day and words else day or words,)
