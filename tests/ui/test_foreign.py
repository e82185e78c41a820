"""A table of another program, from the file to what the import would add."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.records import CustomField, Preference
from diary.exchange.content import Content
from diary.exchange.foreign import reading
from diary.session import Session
from diary.ui.dialogs.foreign_dialog import REFUSED, THINGS, ForeignDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.foreign_kit import (
    APP,
    assistant,
    at_dates,
    at_things,
    choose,
    look_at,
    table_of,
    until,
)

Open = Callable[[str | bytes], ForeignDialog]


@pytest.fixture
def opened(session: Session, theme: Theme, window: MainWindow, tmp_path: Path) -> Iterator[Open]:
    """Opens the assistant on a file with this content."""
    dialogs: list[ForeignDialog] = []

    def make(content: str | bytes) -> ForeignDialog:
        dialogs.append(assistant(session, theme, table_of(content, tmp_path), window))
        return dialogs[-1]

    yield make
    for each in dialogs:
        if isValid(each) and each.isVisible():
            each.reject()


def read(qtbot: QtBot, dialog: ForeignDialog) -> Content:
    """Go on from the last step; gives what was read."""
    with qtbot.waitSignal(dialog.content_ready, timeout=10_000) as got:
        dialog.next_button.click()
    content = got.args[0]
    assert isinstance(content, Content)
    return content


def values(content: Content) -> dict[tuple[str, str], object]:
    return {(one.day.isoformat(), one.field): one.value for one in content.readings}


def test_the_export_of_an_app_is_answered_in_three_steps(opened, qtbot, session):
    dialog = opened(APP)
    assert "6 rows and 5 columns" in dialog.columns.said.text()
    at_things(dialog)
    look_at(dialog, "Heartburn")
    choose(dialog.things.form.scale.pick, "0–4")
    dialog.things.form.scale.all_button.click()
    content = read(qtbot, dialog)
    assert values(content) == {
        ("2026-04-03", "digestion.heartburn"): 10,
        ("2026-04-04", "general.fatigue"): 8,
    }
    assert [note.text for note in content.notes] == ["after lunch"]
    assert not session.read.readings(date.min, date.max)


def test_the_keyboard_alone_answers_everything(opened, qtbot):
    dialog = opened(APP)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.dates.questions["order"].value_or_none() == "month-day-year"
    dialog.next_button.setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.steps.currentIndex() == THINGS
    assert dialog.focusWidget() is dialog.things.list
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.things.form.title.text() == "Fatigue"


def test_an_ambiguous_date_is_not_guessed(opened):
    dialog = at_dates(opened(APP))
    question = dialog.dates.questions["order"]
    assert question.value_or_none() is None
    assert [made.text() for made in question._buttons.values()] == [
        "3 April 2026 (the day comes first)",
        "4 March 2026 (the month comes first)",
    ]
    dialog.next_button.click()
    assert dialog.said.text().startswith("Please choose what the date means")
    assert question.isAncestorOf(dialog.focusWidget())


def test_a_scale_is_not_guessed(opened):
    dialog = at_things(opened(APP))
    dialog.next_button.click()
    assert dialog.said.text() == "2 things are still to be answered, or to be left out."
    assert dialog.things.form.title.text() == "Heartburn"
    choose(dialog.things.form.scale.pick, "0–4")
    rule = dialog.things.form.scale.rule.text()
    assert "3 becomes 8 and 4 becomes 10" in rule


def test_a_scale_of_its_own_is_typed(opened, qtbot):
    dialog = at_things(opened(APP))
    scale = dialog.things.form.scale
    choose(scale.pick, "other")
    assert dialog.focusWidget() is scale.none
    for line, number in ((scale.none, "8"), (scale.worst, "8")):
        line.setText(number)
        line.commit()
    assert scale.problem.text() == "Both ends cannot be the same number."
    scale.worst.setText("0")
    scale.worst.commit()
    look_at(dialog, "Fatigue")
    choose(dialog.things.form.what, "-")
    content = read(qtbot, dialog)
    assert values(content) == {("2026-04-03", "digestion.heartburn"): 8}


def test_what_no_field_is_for_becomes_one_of_the_patients_own(opened, qtbot):
    dialog = at_things(opened(APP))
    for name in ("Heartburn", "Fatigue"):
        look_at(dialog, name)
        choose(dialog.things.form.what, "-")
    look_at(dialog, "Mood")
    choose(dialog.things.form.what, "new:scale10")
    dialog.next_button.click()
    assert "1 thing is still to be answered" in dialog.said.text()
    choose(dialog.things.form.words["low"], "2")
    choose(dialog.things.form.words["good"], "-")
    content = read(qtbot, dialog)
    (own,) = content.events
    assert isinstance(own, CustomField)
    assert own.name == "Mood"
    assert list(values(content)) == [("2026-04-05", own.key)]


def test_the_signs_of_a_file_are_shown_as_they_are(opened):
    dialog = at_things(opened("Date,Rest & <b>play</b>\n2026-01-01,R&D <i>x</i>\n"))
    form = dialog.things.form
    choose(form.what, "new:scale10")
    assert form.title.text() == "Rest & <b>play</b>"
    (question,) = form.words.values()
    assert question.name.text() == "What does “R&&D <i>x</i>” mean?"
    assert question.name.textFormat() is Qt.TextFormat.PlainText
    assert question.box.accessibleName() == "What does “R&D <i>x</i>” mean?"


def test_leaving_everything_out_is_no_import(opened):
    dialog = at_things(opened("Date,Weather\n2026-01-01,sun\n2026-01-02,rain\n"))
    dialog.next_button.click()
    assert dialog.said.text().startswith("Everything is left out")


def test_letters_that_say_nothing_are_asked(opened):
    dialog = opened("Datum;Müdigkeit\n01.02.2026;7\n".encode("cp1252"))
    dialog.next_button.click()
    assert "letters" in dialog.said.text()
    coding = dialog.columns.coding
    assert "Müdigkeit" in coding.box.itemText(coding.box.findData("cp1252"))
    choose(coding, "cp1252")
    _until_ready(dialog)
    assert dialog.columns.first_rows.horizontalHeaderItem(1).text() == "Müdigkeit"


def test_a_wrong_sign_between_the_columns_is_said_and_mended(opened):
    dialog = opened(APP)
    choose(dialog.columns.separator, ";")
    _until_ready(dialog)
    dialog.next_button.click()
    assert "only one column" in dialog.said.text()
    choose(dialog.columns.separator, ",")
    _until_ready(dialog)
    at_dates(dialog)


def test_an_answer_that_breaks_the_table_leaves_the_one_before(opened):
    dialog = opened('Date;Note;Pain\n2026-01-01;a,"b;7\n2026-01-02;fine;8\n')
    choose(dialog.columns.separator, ",")
    _until_ready(dialog)
    assert "quotation mark" in dialog.said.text()
    assert dialog.columns.separator.key == ";"


@pytest.mark.parametrize("content", ["", 'Date,Note\n2026-01-01,"open\n', b"PK\x00\x00"])
def test_a_file_that_is_no_table_says_what_can_be_done(content, opened):
    dialog = opened(content)
    assert dialog.steps.currentIndex() == REFUSED
    assert "Nothing was changed" in dialog.refusal.words.text()
    assert dialog.focusWidget() is dialog.leave_button
    assert not dialog.next_button.isVisible()


def test_answers_are_kept_in_the_diary_for_the_next_file(opened, qtbot, session):
    first = at_things(opened(APP))
    choose(first.things.form.scale.pick, "0–4")
    first.things.form.scale.all_button.click()
    with qtbot.waitSignal(session.saved):
        before = values(read(qtbot, first))
    assert [each.key[:8] for each in session.events(Preference)] == ["foreign."]
    again = opened(APP + "13/04/2026,09:00,Heartburn,1,\n")
    assert again.steps.currentIndex() == THINGS
    assert "your answers for an earlier file" in again.things.said.text()
    content = read(qtbot, again)
    assert values(content) == before | {("2026-04-13", "digestion.heartburn"): 3}


def test_leaving_adds_nothing_and_keeps_what_was_answered(opened, qtbot, session):
    untouched = opened(APP)
    untouched.reject()
    assert not session.events(Preference)
    answered = at_things(opened(APP))
    choose(answered.things.form.scale.pick, "0–4")
    with qtbot.waitSignal(session.saved):
        qtbot.keyClick(answered, Qt.Key.Key_Escape)
    assert len(session.events(Preference)) == 1
    assert not session.read.readings(date.min, date.max)


def test_leaving_stops_the_reading(opened, monkeypatch, session):
    dialog = at_things(opened("Date,Pain\n2026-01-01,7\n"))
    seen: list[int] = []

    def endless(*given: object) -> Content:
        follow = given[-1]
        while True:
            seen.append(1)
            follow(len(seen))  # type: ignore[operator]

    monkeypatch.setattr(reading, "read", endless)
    dialog.next_button.click()
    assert dialog.busy
    until(lambda: bool(seen))
    dialog.reject()
    assert not [each for each in threading.enumerate() if each.name.startswith("table")]


def test_what_does_not_fit_can_stay_behind(opened, qtbot):
    dialog = at_things(opened("Date,Pain\n2026-01-01,7\n2026-01-02,8\n2026-01-03,11\n"))
    dialog.things.leave_unfit.click()
    look_at(dialog, "Pain")
    choose(dialog.things.form.scale.pick, "other")
    scale = dialog.things.form.scale
    for line, number in ((scale.none, "0"), (scale.worst, "10")):
        line.setText(number)
        line.commit()
    content = read(qtbot, dialog)
    assert len(content.readings) == 2
    assert [one.place for one in content.left_out] == ["Line 4, “Pain”"]


def _until_ready(dialog: ForeignDialog) -> None:
    until(lambda: not dialog.busy)
