"""Medicines and visits: three lists, of which one is shown; the next visit is always said."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Appointment, Question
from diary.change import Change
from diary.i18n import _, ngettext
from diary.logic.visit_phrases import how_far, visit_words, with_whom
from diary.logic.visits import for_next_visit, next_visit
from diary.session import Session
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.care_panel import CarePanel
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, PART, TARGET, button, label, scrolling, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.medicine_panel import MedicinePanel
from diary.ui.widgets.question_panel import QuestionPanel
from diary.ui.widgets.stack import Stack
from diary.ui.widgets.visit_panel import VisitPanel

MEDICINES, VISITS, QUESTIONS = "medicines", "visits", "questions"


class CarePage(QWidget):
    """The page of medicines, visits and questions.

    `section_wanted` asks for the article section about appointments; `announced` says what was
    done.
    """

    section_wanted = Signal(str)
    announced = Signal(str)
    sample_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "page")
        self.next = label("", "secondary")
        self.parts = ChoiceInput(
            [(MEDICINES, _("Medicines")), (VISITS, _("Visits")), (QUESTIONS, _("Questions"))]
        )
        self.parts.set_names(_("Shown"))
        self.medicines = MedicinePanel(session, theme)
        self.visits = VisitPanel(session, theme)
        self.questions = QuestionPanel(session, theme)
        self.panels: dict[str, CarePanel] = {
            MEDICINES: self.medicines,
            VISITS: self.visits,
            QUESTIONS: self.questions,
        }
        self.write_button = writing(button(_("Write a question"), "link", self.write_question))
        self.explain_button = button(
            "i", "icon", self._on_explain, _("About preparing for an appointment")
        )
        self._lay_out()
        self.parts.value_changed.connect(self._on_part_chosen)
        for panel in self.panels.values():
            panel.announced.connect(self.announced)
            panel.empty.sample_wanted.connect(self.sample_wanted)
        session.changed.connect(self._on_changed)
        self.show_part(MEDICINES)
        self._say_next()

    def _lay_out(self) -> None:
        inside = QWidget()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(PART)
        heading = QHBoxLayout()
        heading.addWidget(label(_("Medicines & visits"), "title"), 1)
        heading.addWidget(self.explain_button)
        column.addLayout(heading)
        column.addWidget(self.next)
        tools = QWidget()
        row = FlowLayout(tools)
        for part in (self.parts, self.write_button):
            row.addWidget(part)
        self.write_button.setMinimumHeight(TARGET)
        column.addWidget(tools)
        self.stack = Stack()
        for panel in self.panels.values():
            self.stack.addWidget(panel)
        column.addWidget(self.stack, 1)
        lists = (part for panel in self.panels.values() for part in panel.parts)
        order_tabs([self.explain_button, tools, *lists])

    @property
    def shown(self) -> CarePanel:
        """The list that is shown."""
        return self.panels[str(self.parts.value_or_none() or MEDICINES)]

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: in the list that is shown."""
        return self.shown.first_focus

    def show_part(self, part: str) -> CarePanel:
        """Show medicines, visits or questions."""
        self.parts.show_value(part)
        self.stack.setCurrentWidget(self.panels[part])
        self.panels[part].refresh()
        self.write_button.setVisible(part != QUESTIONS)
        return self.panels[part]

    @Slot()
    def write_question(self) -> None:
        """Write a question, whatever is shown."""
        self.show_part(QUESTIONS).add()

    @Slot()
    def refresh(self) -> None:
        """Show what is in the diary."""
        self.shown.refresh()
        self._say_next()

    def _say_next(self) -> None:
        """The next visit, and how many questions wait for it."""
        today = self._session.today()
        visit = next_visit(self._session.events(Appointment), today)
        count = len(for_next_visit(self._session.events(Question)))
        waiting = ngettext("{n} question for it.", "{n} questions for it.", count) if count else ""
        if visit is None:
            words = _("No next visit is written down yet.")
            waiting = ngettext("{n} question waits.", "{n} questions wait.", count) if count else ""
        else:
            when = _("{visit} ({far})").format(
                visit=visit_words(visit), far=how_far(visit.day, today)
            )
            words = _("Next visit: {visit}.").format(
                visit=", ".join(filter(None, (when, with_whom(visit))))
            )
        self.next.setText(f"{words} {waiting}".strip())

    @Slot(object)
    def _on_part_chosen(self, part: str | None) -> None:
        self.show_part(part or MEDICINES)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Appointment, Question}:
            self._say_next()

    def _on_explain(self) -> None:
        self.section_wanted.emit("preparing")
