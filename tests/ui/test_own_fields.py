"""Fields of one's own: described in a dialog, asked in Today, put away and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import CustomField
from diary.field import Kind
from diary.session import Session
from diary.ui.dialogs.own_field_editor import OwnFieldEditor
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.settings_own import OwnSettings

Save = Callable[[Callable[[], object]], None]


@pytest.fixture
def part(session: Session, theme: Theme, qtbot: QtBot) -> OwnSettings:
    made = OwnSettings(session, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def open_new(part: OwnSettings, qtbot: QtBot) -> OwnFieldEditor:
    qtbot.mouseClick(part.add_button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OwnFieldEditor)
    return dialog


def own(session: Session, number: int = 1, **parts: object) -> CustomField:
    made = CustomField(
        key=f"custom.0000000{number:x}" if number < 16 else f"custom.000000{number:x}",
        name=f"Field {number}",
        kind="scale10",
        recorded_at=session.clock.now(),
    )
    return replace(made, **parts)  # type: ignore[arg-type]


def test_a_field_is_added_by_keyboard_and_today_asks_for_it(
    part: OwnSettings, session: Session, theme: Theme, qtbot: QtBot, save: Save
) -> None:
    today = TodayPage(session, theme)
    qtbot.addWidget(today)
    today.show()
    dialog = open_new(part, qtbot)
    qtbot.keyClicks(dialog.focusWidget(), "Stiff jaw")
    dialog.form.inputs["kind"].widget.setFocus()
    qtbot.keyClick(dialog.focusWidget(), str(list(Kind).index(Kind.CHOICE) + 2))
    assert dialog.entered.kind == Kind.CHOICE
    answers = dialog.form.inputs["choices"].widget
    answers.setFocus()
    qtbot.keyClicks(answers, "Left")
    qtbot.keyClick(answers, Qt.Key.Key_Return)
    qtbot.keyClicks(answers, "Right")
    save(lambda: qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    (stored,) = session.events(CustomField)
    assert (stored.name, stored.choices) == ("Stiff jaw", ("Left", "Right"))
    row = today.column.row(stored.key)
    assert row is not None
    row.focus()
    save(lambda: qtbot.keyClick(today.focusWidget(), "2"))
    assert session.day_readings(session.today())[stored.key].value == "c2"
    assert "Stiff jaw" in part.lines[stored.key].edit_button.accessibleName()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the field a name."),
        ("  ", "Give the field a name."),
        ("iTCH", "There is a field with this name already."),
        ("field 1", "There is a field with this name already."),
        ("how bad was your worst itch?", "The field “Itch” asks this already."),
    ],
)
def test_an_empty_or_existing_name_is_refused_at_the_name(
    name: str, sentence: str, part: OwnSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.put(own(session, archived=True)))
    dialog = open_new(part, qtbot)
    qtbot.keyClicks(dialog.focusWidget(), name)
    assert not dialog.keep()

    said = dialog.form.inputs["name"]
    assert said.sentence.text() == sentence
    assert said.sentence.isVisible()
    assert said.read() == name
    assert dialog.focusWidget() is said.widget
    dialog.leave()


def test_a_choice_needs_answers(part: OwnSettings, qtbot: QtBot) -> None:
    dialog = open_new(part, qtbot)
    dialog.form.inputs["name"].show("Cream")
    dialog.form.inputs["kind"].widget.choose("choice")  # type: ignore[attr-defined]
    assert not dialog.keep()
    assert "at least 2" in dialog.form.inputs["choices"].sentence.text()
    dialog.leave()


def test_the_kind_is_fixed_once_there_are_readings_and_words_are_not(
    part: OwnSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    field = own(session, kind="choice", choices=("a", "b"))
    save(lambda: session.put(field))
    save(lambda: session.record(session.today(), field.key, "c1"))
    part.edit(field.key)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OwnFieldEditor)
    assert "kind" not in dialog.form.inputs

    dialog.form.inputs["choices"].show("only")
    assert not dialog.keep()
    assert "was used" in dialog.form.inputs["choices"].sentence.text() or "were used" in (
        dialog.form.inputs["choices"].sentence.text()
    )
    dialog.form.inputs["choices"].show("one\ntwo\nthree")
    save(dialog.keep)
    reading = session.day_readings(session.today())[field.key]
    assert session.catalogue[field.key].words(reading.value) == "one"


def test_escape_asks_once_before_it_drops_what_was_typed(part: OwnSettings, qtbot: QtBot) -> None:
    dialog = open_new(part, qtbot)
    qtbot.keyClicks(dialog.focusWidget(), "Half")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.saying.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_put_away_it_is_no_longer_asked_and_can_come_back(
    part: OwnSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    field = own(session)
    save(lambda: session.put(field))
    save(lambda: session.record(session.today(), field.key, 4))
    save(lambda: qtbot.mouseClick(part.lines[field.key].put_button, Qt.MouseButton.LeftButton))
    assert field.key not in session.shown
    assert session.day_readings(session.today())[field.key].value == 4

    save(lambda: qtbot.mouseClick(part.lines[field.key].put_button, Qt.MouseButton.LeftButton))
    assert field.key in session.shown


def test_there_are_at_most_twenty(
    part: OwnSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    fields = [own(session, number) for number in range(1, 21)]
    save(lambda: session.put(*fields))
    assert not part.add_button.isEnabled()
    assert "20" in part.full.text()

    save(lambda: session.put(replace(fields[0], archived=True)))
    assert part.add_button.isEnabled()


def test_the_keyboard_stays_on_a_field_whose_words_were_changed(
    part: OwnSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.put(own(session)))
    with qtbot.waitActive(part):
        part.activateWindow()
    part.lines["custom.00000001"].edit_button.setFocus()
    save(lambda: session.put(own(session, name="Stiff jaw")))

    assert part.lines["custom.00000001"].edit_button.hasFocus()
    assert "Stiff jaw" in part.lines["custom.00000001"].edit_button.accessibleName()
