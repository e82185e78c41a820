"""Appointments and questions on the care page, in the window and in the diary."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.records import Appointment, DosePeriod, Medicine, Question
from diary.session import Session
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.dialogs.visit_editor import VisitEditor
from diary.ui.main_window import MainWindow
from diary.ui.pages.care import QUESTIONS, VISITS, CarePage
from diary.ui.theme import Theme
from diary.ui.widgets.day_calendar import CalendarDialog
from diary.ui.widgets.question_card import QuestionCard
from diary.ui.widgets.visit_day import DayEdit
from tests.conftest import FakeClock
from tests.ui.care_kit import day, page, titles, type_in, undo
from tests.ui.conftest import Wait

__all__ = ["page", "undo"]


def test_an_appointment_can_be_planned(page: CarePage, session: Session, save: Wait) -> None:
    page.show_part(VISITS)
    page.visits.add()
    editor = page.visits.editor
    assert isinstance(editor, VisitEditor)
    type_in(editor.form, "day", "8 Dec")
    type_in(editor.form, "time", "1030")
    type_in(editor.form, "who", "Dr Adams")
    save(editor.keep)

    (visit,) = session.events(Appointment)
    assert (visit.day, visit.time, visit.who) == (date(2026, 12, 8), "10:30", "Dr Adams")
    assert titles(page) == ["To come", "Tuesday 8 December 2026, 10:30 · in 2 weeks"]
    assert "8 December 2026, 10:30 (in 2 weeks), Dr Adams" in page.next.text()


def test_before_its_day_a_visit_has_room_for_questions_and_then_for_what_was_agreed(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: write(session, "Is it safe to fly?"))
    page.show_part(VISITS)
    page.visits.add()
    editor = page.visits.editor
    assert isinstance(editor, VisitEditor)
    ask, agreed = (editor.form.inputs[part].widget for part in ("ask", "agreed"))
    assert editor.form.inputs["day"].widget.line.selectedText()  # type: ignore[attr-defined]
    assert (ask.isVisible(), agreed.isVisible()) == (False, True)
    type_in(editor.form, "day", "8 Dec")
    editor.form.commit()
    assert (ask.isVisible(), agreed.isVisible()) == (True, False)
    assert editor.written.text().endswith("• Is it safe to fly?")
    for _turn in range(3):
        QApplication.processEvents()
    assert not editor.area.verticalScrollBar().maximum()  # it has grown
    type_in(editor.form, "ask", "A lung test?")
    save(editor.keep)

    texts = [(each.text, each.next_visit, each.rank) for each in session.events(Question)]
    assert texts == [("Is it safe to fly?", True, 0), ("A lung test?", True, 1)]
    assert [each.agreed for each in session.events(Appointment)] == [""]
    assert not page.visits.agreed_button.isVisible()
    assert page.visits.calendar_button.isVisible()


def test_a_visit_that_has_been_leads_to_what_was_agreed_and_nothing_is_saved_for_a_phone(
    page: CarePage, session: Session, save: Wait
) -> None:
    panel = page.show_part(VISITS)
    assert not page.visits.calendar_button.isVisible()
    stored = Appointment(id="v", day=day(session, 5), recorded_at=session.clock.now())
    save(lambda: session.put(stored))
    panel.list.choose("v")
    assert page.visits.agreed_button.isVisible()
    assert not page.visits.calendar_button.isVisible()


def test_what_was_agreed_is_written_later_and_the_rest_stays(
    page: CarePage, session: Session, save: Wait
) -> None:
    stored = Appointment(
        id="v", day=day(session, 5), time="09:00", who="Dr\tB", recorded_at=session.clock.now()
    )
    save(lambda: session.put(stored))
    page.show_part(VISITS)
    page.visits.write_agreed("v")
    editor = page.visits.editor
    assert editor is not None
    assert editor.focusWidget() is editor.form.inputs["agreed"].widget
    type_in(editor.form, "agreed", "Lung test in spring")
    save(editor.keep)

    (after,) = session.events(Appointment)
    assert (after.time, after.who, after.agreed) == ("09:00", "Dr\tB", "Lung test in spring")


def write(session: Session, *texts: str) -> None:
    now = session.clock.now()
    session.put(
        *(
            Question(id=text, text=text, written=session.today(), rank=n, recorded_at=now)
            for n, text in enumerate(texts)
        )
    )


def test_questions_are_ordered_by_buttons(page: CarePage, session: Session, save: Wait) -> None:
    save(lambda: write(session, "a", "b", "c"))
    panel = page.show_part(QUESTIONS)
    panel.list.choose("c")

    save(page.questions.up_button.click)
    save(page.questions.up_button.click)

    assert titles(page)[1:] == ["1. c", "2. a", "3. b"]
    assert panel.list.chosen == "c"
    assert not page.questions.up_button.isEnabled()
    assert page.questions.down_button.isEnabled()


def test_an_answer_has_a_day_and_takes_the_question_off_the_list(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: write(session, "a", "b"))
    page.show_part(QUESTIONS)
    page.questions.answer("a")
    editor = page.questions.editor
    assert isinstance(editor, QuestionEditor)
    type_in(editor.form, "answer", "Yes.")
    save(editor.keep)

    found = {each.id: each for each in session.events(Question)}
    assert (found["a"].answer, found["a"].answered) == ("Yes.", session.today())
    assert titles(page) == ["For the next visit", "1. b", "Answered", "a"]


def test_an_answer_cannot_come_from_the_future(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: write(session, "a"))
    page.questions.answer("a")
    editor = page.questions.editor
    assert editor is not None
    type_in(editor.form, "answered", "2027-01-01")

    assert not editor.keep()
    assert editor.form.inputs["answered"].sentence.text()
    editor.leave()


def test_a_question_can_be_written_from_any_part_and_kept_for_later(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: write(session, "a"))
    page.write_button.click()
    editor = page.questions.editor
    assert editor is not None
    type_in(editor.form, "text", "Is it safe to fly?")
    box = editor.form.inputs["next_visit"].widget
    box.setChecked(False)  # type: ignore[attr-defined]
    save(editor.keep)

    assert titles(page) == [
        "For the next visit",
        "1. a",
        "Not for the next visit",
        "Is it safe to fly?",
    ]
    assert session.events(Question)[-1].rank == 1


def test_forty_medicines_are_one_list_and_one_tab_stop(
    page: CarePage, session: Session, save: Wait
) -> None:
    now = session.clock.now()
    save(
        lambda: session.put(
            *(Medicine(id=f"m{n}", name=f"Name {n}", recorded_at=now) for n in range(40)),
            *(
                DosePeriod(id=f"d{n}", medicine=f"m{n}", dose="1", recorded_at=now)
                for n in range(40)
            ),
        )
    )

    assert len(page.medicines.list.rows.entries) == 41
    assert page.medicines.list.isVisible()
    assert page.first_focus is page.medicines.list


def test_a_question_can_be_written_at_the_end_of_a_day(
    session: Session, theme: Theme, qtbot: QtBot, save: Wait
) -> None:
    card = QuestionCard(session, theme)
    card.show()
    qtbot.waitExposed(card)
    assert card.waiting.text() == "for your next visit"
    visit = Appointment(id="v", day=day(session, -3), recorded_at=session.clock.now())
    save(lambda: session.put(visit))

    card.write_button.click()
    assert card.editor is not None
    type_in(card.editor.form, "text", "Why?")
    save(card.editor.keep)
    card.show_day(session.today())

    assert [each.text for each in session.events(Question)] == ["Why?"]
    assert card.waiting.text() == "1 question waits, next visit in 3 days"
    card.close()


def test_the_calendar_of_a_day_begins_its_weeks_as_chosen_and_marks_nothing(
    page: CarePage, session: Session, qtbot: QtBot, save: Wait
) -> None:
    save(lambda: session.prefer("week.first", 5))
    page.show_part(VISITS)
    page.visits.add()
    editor = page.visits.editor
    assert editor is not None
    qtbot.mouseClick(editor.form.inputs["day"].widget.pick, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]

    calendar = QApplication.activeModalWidget()
    assert isinstance(calendar, CalendarDialog)
    assert calendar.calendar.firstDayOfWeek() is Qt.DayOfWeek.Saturday
    assert not any("recorded" in each.text() for each in calendar.findChildren(QLabel))
    calendar.reject()
    editor.leave()


def test_enter_stays_in_a_line_that_cannot_be_read(page: CarePage, qtbot: QtBot) -> None:
    page.show_part(VISITS)
    page.visits.add()
    editor = page.visits.editor
    assert isinstance(editor, VisitEditor)
    day = editor.form.inputs["day"].widget
    assert isinstance(day, DayEdit)
    line = day.line
    line.selectAll()
    qtbot.keyClicks(line, "some day")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.focusWidget() is line
    assert line.selectedText() == "some day"
    assert "in 2 weeks" in line.sentence.text()

    qtbot.keyClicks(line, "in 2 weeks")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.focusWidget() is not line
    assert line.text() == "Sunday 6 December 2026"


def test_what_is_tomorrow_is_today_once_the_day_has_turned(
    window: MainWindow, session: Session, clock: FakeClock, save: Wait
) -> None:
    tomorrow = session.today() + timedelta(days=1)
    save(lambda: session.put(Appointment(id="v", day=tomorrow, recorded_at=clock.now())))
    page = window.show_page("care")
    assert isinstance(page, CarePage)
    assert "(tomorrow)" in page.next.text()

    clock.advance(days=1)
    session.day_turned.emit(session.today())

    assert "(today)" in page.next.text()
