"""The page of medicines, visits and questions, in the window and in the diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import Appointment, DosePeriod, Medicine, Question
from diary.session import Session
from diary.ui.dialogs.dose_editor import DoseEditor
from diary.ui.dialogs.medicine_editor import MedicineEditor, NewMedicine
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.dialogs.visit_editor import VisitEditor
from diary.ui.pages.care import MEDICINES, QUESTIONS, VISITS, CarePage
from diary.ui.theme import Theme
from diary.ui.widgets.care_form import CareForm
from diary.ui.widgets.question_card import QuestionCard
from tests.ui.conftest import Wait

Undo = Callable[[], None]


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[CarePage]:
    made = CarePage(session, theme)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def undo(session: Session, qtbot: QtBot) -> Undo:
    def run() -> None:
        with qtbot.waitSignal(session.history_changed):
            session.undo()

    return run


def day(session: Session, ago: int) -> date:
    return session.today() - timedelta(days=ago)


def nifedipine(session: Session, *doses: tuple[str, int | None, int | None]) -> list[DosePeriod]:
    """A medicine with doses, each (words, began so many days ago, ended so many days ago)."""
    now = session.clock.now()
    periods = [
        DosePeriod(
            id=f"d{n}",
            medicine="m",
            dose=words,
            first=None if first is None else day(session, first),
            last=None if last is None else day(session, last),
            recorded_at=now,
        )
        for n, (words, first, last) in enumerate(doses)
    ]
    session.put(Medicine(id="m", name="Nifedipine", recorded_at=now), *periods)
    return periods


def titles(page: CarePage) -> list[str]:
    return [entry.title for entry in page.shown.list.rows.entries]


def type_in(form: CareForm, part: str, words: str) -> None:
    widget: Any = form.inputs[part].widget
    line = getattr(widget, "line", widget)
    if isinstance(line, QPlainTextEdit):
        line.setPlainText(words)
    else:
        line.setText(words)


def test_an_empty_page_invites(page: CarePage) -> None:
    for part in (MEDICINES, VISITS, QUESTIONS):
        panel = page.show_part(part)
        assert panel.empty.isVisible()
        assert not panel.list.isVisible()
        assert page.first_focus.isVisible()
        assert not any(made.isVisible() for made in panel.of_chosen)


def test_a_medicine_is_added_in_one_step(
    page: CarePage, session: Session, save: Wait, undo: Undo
) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert isinstance(editor, NewMedicine)
    type_in(editor.form, "name", " Omeprazole ")
    type_in(editor.form, "dose", "20 mg")
    type_in(editor.form, "first", "1 March 2026")
    save(editor.keep)

    assert [each.name for each in session.events(Medicine)] == ["Omeprazole"]
    (dose,) = session.events(DosePeriod)
    assert (dose.dose, dose.first, dose.last) == ("20 mg", date(2026, 3, 1), None)
    assert titles(page) == ["Taken now", "Omeprazole"]
    assert page.medicines.notice.isVisible()

    undo()
    assert session.read.events(Medicine) == []
    assert session.read.events(DosePeriod) == []


def test_a_medicine_may_have_begun_before_the_diary(
    page: CarePage, session: Session, save: Wait
) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "name", "Aspirin")
    save(editor.keep)

    assert session.events(DosePeriod)[0].first is None
    assert "since before this diary" in page.medicines.list.rows.entries[1].words


def test_a_change_of_dose_is_one_step_to_undo(
    page: CarePage, session: Session, save: Wait, undo: Undo
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.change_dose("m")
    editor = page.medicines.editor
    assert isinstance(editor, DoseEditor)
    type_in(editor.form, "dose", "20 mg")
    save(editor.keep)

    old, new = session.read.events(DosePeriod)
    assert (old.dose, old.last) == ("10 mg", day(session, 1))
    assert (new.dose, new.first, new.last) == ("20 mg", session.today(), None)

    undo()
    (back,) = session.read.events(DosePeriod)
    assert (back.dose, back.last) == ("10 mg", None)


def test_a_change_to_the_same_dose_is_explained(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.change_dose("m")
    editor = page.medicines.editor
    assert editor is not None

    assert not editor.keep()
    assert "present dose" in editor.form.inputs["dose"].sentence.text()
    editor.leave()


def test_a_change_before_the_present_dose_began_is_explained_and_stays(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("5 mg", 200, 101), ("10 mg", 100, None)))
    page.medicines.change_dose("m")
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "dose", "20 mg")
    type_in(editor.form, "first", day(session, 150).isoformat())

    assert not editor.keep()

    assert editor.form.inputs["first"].sentence.text()
    assert editor.isVisible()
    editor.leave()
    assert len(session.events(DosePeriod)) == 2


def test_a_stopped_medicine_can_be_taken_again(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.list.choose("m")
    page.medicines.stop("m")
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "last", "2 days")
    assert not editor.keep()
    type_in(editor.form, "last", day(session, 2).isoformat())
    type_in(editor.form, "why_stopped", "Headache")
    type_in(editor.form, "side_effects", "Flushing")
    save(editor.keep)

    (dose,) = session.events(DosePeriod)
    assert (dose.last, dose.why_stopped, dose.side_effects) == (
        day(session, 2),
        "Headache",
        "Flushing",
    )
    assert titles(page) == ["No longer taken", "Nifedipine"]
    assert page.medicines.again_button.isVisible()
    assert not page.medicines.stop_button.isVisible()

    page.medicines.take_again("m")
    again = page.medicines.editor
    assert again is not None
    save(again.keep)
    assert [each.last for each in session.events(DosePeriod)] == [day(session, 2), None]
    assert titles(page) == ["Taken now", "Nifedipine"]


def test_a_stop_before_the_start_is_explained_at_its_day(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 10, None)))
    page.medicines.stop("m")
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "last", day(session, 20).isoformat())

    assert not editor.keep()
    assert "before it began" in editor.form.inputs["last"].sentence.text()
    editor.leave()


def test_the_history_is_shown_and_each_dose_can_be_corrected_and_deleted(
    page: CarePage, session: Session, save: Wait, undo: Undo, qtbot: QtBot
) -> None:
    save(lambda: nifedipine(session, ("5 mg", None, 101), ("10 mg", 100, None)))
    page.medicines.open_record("m")
    editor = page.medicines.editor
    assert isinstance(editor, MedicineEditor)
    history = editor.history.list
    assert [entry.title for entry in history.rows.entries] == ["10 mg", "5 mg"]

    history.choose("d0")
    qtbot.keyClick(history, Qt.Key.Key_Return)
    dose = editor.findChild(DoseEditor)
    assert dose is not None
    type_in(dose.form, "last", day(session, 50).isoformat())
    assert not dose.keep()
    assert "another dose" in dose.form.inputs["first"].sentence.text()
    type_in(dose.form, "last", day(session, 101).isoformat())
    type_in(dose.form, "dose", "2.5 mg")
    save(dose.keep)
    assert [entry.title for entry in history.rows.entries] == ["10 mg", "2.5 mg"]

    history.choose("d0")
    save(lambda: qtbot.keyClick(history, Qt.Key.Key_Delete))
    assert [each.id for each in session.events(DosePeriod)] == ["d1"]
    assert editor.history.notice.isVisible()
    undo()
    assert len(session.events(DosePeriod)) == 2
    editor.leave()


def test_a_medicine_is_deleted_with_its_doses_and_comes_back(
    page: CarePage, session: Session, save: Wait, undo: Undo, qtbot: QtBot
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.list.choose("m")

    save(lambda: qtbot.keyClick(page.medicines.list, Qt.Key.Key_Delete))

    assert session.read.events(DosePeriod) == []
    assert "Nifedipine was deleted" in page.medicines.notice.words.text()
    undo()
    assert len(session.read.events(DosePeriod)) == 1
    assert not page.medicines.notice.isVisible()


def test_escape_asks_once_where_something_was_typed(
    page: CarePage, session: Session, qtbot: QtBot
) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()

    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "name", "Nif")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "not kept yet" in editor.saying.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert session.events(Medicine) == []


def test_closing_the_window_keeps_what_fits(page: CarePage, session: Session, save: Wait) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "name", "Nifedipine")

    save(page.close)

    assert [each.name for each in session.events(Medicine)] == ["Nifedipine"]


def test_a_name_is_asked_for_at_its_input(page: CarePage) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    type_in(editor.form, "dose", "10 mg")

    assert not editor.keep()

    assert editor.form.inputs["name"].sentence.isVisible()
    assert editor.focusWidget() is editor.form.inputs["name"].widget
    editor.leave()


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
    assert card.waiting.isHidden()
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
