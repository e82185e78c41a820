"""Doses of a medicine: changed, corrected, and their history, in the window and in the diary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import DosePeriod
from diary.session import Session
from diary.ui.dialogs.dose_editor import DoseEditor
from diary.ui.dialogs.medicine_editor import MedicineEditor
from diary.ui.pages.care import CarePage
from tests.ui.care_kit import Undo, day, nifedipine, page, type_in, undo
from tests.ui.conftest import Wait

__all__ = ["page", "undo"]


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


def test_a_slip_in_the_dose_is_corrected_where_the_medicine_is_edited(
    page: CarePage, session: Session, save: Wait, undo: Undo
) -> None:
    save(lambda: nifedipine(session, ("5 mg", None, 101), ("10 mg", 100, None)))
    page.medicines.list.choose("m")
    assert page.medicines.open_button.text() == "Edit"
    page.medicines.open_button.click()
    editor = page.medicines.editor
    assert isinstance(editor, MedicineEditor)
    assert editor.form.all()["dose"] == "10 mg"
    type_in(editor.form, "dose", "20 mg")
    type_in(editor.form, "how_often", "twice a day")
    save(editor.keep)

    old, latest = session.read.events(DosePeriod)
    assert (old.dose, latest.dose, latest.how_often) == ("5 mg", "20 mg", "twice a day")
    assert latest.first == day(session, 100)
    undo()
    assert [each.dose for each in session.read.events(DosePeriod)] == ["5 mg", "10 mg"]


def test_a_dose_corrected_in_the_history_is_shown_above_it(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.open_record("m")
    editor = page.medicines.editor
    assert isinstance(editor, MedicineEditor)
    editor.history.correct_wanted.emit("d0")
    dose = editor.findChild(DoseEditor)
    assert dose is not None
    type_in(dose.form, "dose", "20 mg")
    save(dose.keep)

    assert editor.form.all()["dose"] == "20 mg"
    assert not editor.unsaved
    editor.leave()
