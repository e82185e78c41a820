"""Medicines on the care page, in the window and in the diary."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Appointment, DosePeriod, Medicine, Question
from diary.palette import Look
from diary.session import Session
from diary.ui.dialogs.medicine_editor import NewMedicine
from diary.ui.pages.care import MEDICINES, QUESTIONS, VISITS, CarePage
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayEdit
from tests.ui.care_kit import Undo, day, nifedipine, page, titles, type_in, undo
from tests.ui.conftest import Wait

__all__ = ["page", "undo"]


def test_an_empty_page_invites(page: CarePage) -> None:
    for part in (MEDICINES, VISITS, QUESTIONS):
        panel = page.show_part(part)
        assert panel.empty.isVisible()
        assert not panel.list.isVisible()
        assert page.first_focus is panel.empty.begin_button
        assert not panel.add_button.isVisible()
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


def test_enter_goes_from_line_to_line_and_what_is_typed_stays_in_the_dialog(
    page: CarePage, session: Session, save: Wait, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.medicines.empty.begin_button, Qt.MouseButton.LeftButton)
    editor = page.medicines.editor
    assert isinstance(editor, NewMedicine)
    for words in ("Nifedipine", "20 mg tablet", "twice a day"):
        qtbot.keyClicks(editor.focusWidget(), words)
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.form.values() == {
        "name": "Nifedipine",
        "dose": "20 mg tablet",
        "how_often": "twice a day",
    }
    save(editor.done_button.click)

    assert page.focusWidget() is page.medicines.list
    qtbot.keyClicks(page.medicines.list, "20 mg tablet")
    assert page.medicines.editor is None


@pytest.mark.parametrize(
    ("typed", "first", "said"),
    [
        (
            "March 2019",
            date(2019, 3, 1),
            "Only whole days can be kept, so it is kept as 1 March 2019",
        ),
        ("2019", date(2019, 1, 1), "Only whole days can be kept, so it is kept as 1 January 2019"),
        ("3 March 2019", date(2019, 3, 3), ""),
        ("long ago", None, "Try “3 March 2019”. “March 2019” or “2019” will do, too."),
    ],
)
def test_a_medicine_of_long_ago_may_be_known_by_its_month_or_year(
    page: CarePage, typed: str, first: date | None, said: str
) -> None:
    page.medicines.add()
    editor = page.medicines.editor
    assert editor is not None
    since = editor.form.inputs["first"].widget
    assert isinstance(since, DayEdit)
    since.line.setText(typed)
    since.commit()

    assert since.value() == first
    shown = [each.text() for each in (since.about, since.line.sentence) if each.isVisible()]
    assert said in " ".join(shown)
    assert len(shown) == bool(said)
    editor.leave()


def test_enter_leads_over_the_empty_lines_to_done(
    page: CarePage, session: Session, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.medicines.change_dose("m")
    editor = page.medicines.editor
    assert editor is not None
    empty = [each for each in editor.findChildren(QLineEdit) if not each.text()]
    assert len(empty) < len(editor.form.inputs)
    for _line in (*empty, editor.done_button):
        assert editor.focusWidget() is not editor.done_button
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.focusWidget() is editor.done_button
    editor.leave()


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


def test_undo_chooses_what_it_brings_back(
    page: CarePage, session: Session, save: Wait, undo: Undo, qtbot: QtBot
) -> None:
    now = session.clock.now()
    names = ("Aspirin", "Bosentan", "Cetirizine")
    save(lambda: session.put(*(Medicine(id=each, name=each, recorded_at=now) for each in names)))
    chosen = page.medicines.list
    assert chosen.chosen

    for gone, next_one in (("Bosentan", "Cetirizine"), ("Cetirizine", "Aspirin"), ("Aspirin", "")):
        chosen.choose(gone)
        save(lambda: qtbot.keyClick(chosen, Qt.Key.Key_Delete))
        assert chosen.chosen == next_one

    for back in ("Aspirin", "Cetirizine", "Bosentan"):
        undo()
        assert chosen.chosen == back
        assert all(made.isEnabled() for made in page.medicines.of_chosen)


def test_an_undo_that_takes_the_chosen_one_away_chooses_its_neighbour(
    page: CarePage, session: Session, save: Wait, undo: Undo
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    added = Medicine(id="z", name="Zinc", recorded_at=session.clock.now())
    save(lambda: session.put(added))
    assert page.medicines.list.chosen == "z"

    undo()

    assert page.medicines.list.chosen == "m"


def test_large_text_leaves_room_for_whole_rows(
    page: CarePage, session: Session, theme: Theme, save: Wait
) -> None:
    save(lambda: nifedipine(session, ("10 mg", 100, None)))
    page.resize(732, 640)
    theme.apply(Look.LIGHT, 24)
    QApplication.processEvents()

    shown = page.medicines.list
    row = shown.visualRect(shown.currentIndex())
    assert shown.viewport().rect().contains(row)


@pytest.mark.parametrize("part", [MEDICINES, VISITS, QUESTIONS])
def test_tab_goes_from_top_to_bottom(
    page: CarePage, session: Session, qtbot: QtBot, save: Wait, part: str
) -> None:
    now, today = session.clock.now(), session.today()
    save(lambda: nifedipine(session, ("20 mg", 9, None)))
    save(lambda: session.put(Appointment(id="v", day=today, recorded_at=now)))
    save(lambda: session.put(Question(id="q", text="Cold?", written=today, recorded_at=now)))
    panel = page.show_part(part)
    panel.notice.say("Deleted.")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.explain_button.setFocus()
    places: list[tuple[int, int]] = []
    while not panel.list.hasFocus():
        here = QApplication.focusWidget()
        assert here is not None
        assert len(places) < 20
        corner = here.mapTo(page, here.rect().topLeft())
        places.append((corner.y(), corner.x()))
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert places == sorted(places)
    assert panel.notice.button.mapTo(page, panel.notice.button.rect().topLeft()).y() in {
        y for y, _x in places
    }
