"""Measurements are typed as they are read off a device, and never lost or guessed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.records import Measurement
from diary.session import Session
from diary.ui.dialogs.measurement_dialog import MeasurementDialog, new_measurement
from diary.ui.theme import Theme
from diary.ui.widgets.typed_edit import TypedEdit
from tests.conftest import FakeClock
from tests.ui.attack_kit import LEFT, Save, sure, type_into

Key = Qt.Key
PRESSURE = ("value", "diastolic", "pulse")
TODAY = date(2026, 11, 22)


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot):
    """Opens the form to add a measurement, or on a stored one."""

    def open_it(measure="blood_pressure", day=TODAY, stored=None) -> MeasurementDialog:
        event = stored or new_measurement(session, measure, day)
        dialog = MeasurementDialog(session, theme, event, is_new=stored is None)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open_first()
        return dialog

    return open_it


def type_on(qtbot: QtBot, dialog: QWidget, keys: str) -> None:
    """Type where the keyboard is, key by key."""
    for key in keys:
        qtbot.keyClicks(sure(dialog.focusWidget()), key)


def enter(qtbot: QtBot, dialog: MeasurementDialog) -> None:
    """Over the empty lines to *Done*, and press it; a line that cannot be read keeps the keys."""
    while (here := sure(dialog.focusWidget())) is not dialog.done_button:
        qtbot.keyClick(here, Key.Key_Return)
        if dialog.focusWidget() is here:
            return
    qtbot.keyClick(dialog.done_button, Key.Key_Return)


def line(dialog: MeasurementDialog, part: str) -> TypedEdit:
    """The line of a number."""
    found = dialog.form.inputs[part].widget
    assert isinstance(found, TypedEdit)
    return found


def stored(session: Session) -> list[Measurement]:
    return session.read.events(Measurement)


@pytest.mark.parametrize("keys", ["132/85/72", "1328572", "132 85 72", "132-85-72"])
def test_a_blood_pressure_is_typed_at_a_stretch(keys, show, session, qtbot, save: Save, clock):
    dialog = show()

    type_on(qtbot, dialog, keys)
    save(lambda: enter(qtbot, dialog))

    [event] = stored(session)
    assert (event.value, event.diastolic, event.pulse) == (132.0, 85.0, 72.0)
    assert (event.day, event.measured_at, event.zone) == (TODAY, clock.now(), "Europe/Berlin")
    assert not dialog.isVisible()


def test_a_low_pressure_needs_no_third_digit(show, session, qtbot, save: Save):
    dialog = show()

    type_on(qtbot, dialog, "9560")
    save(lambda: enter(qtbot, dialog))

    assert [(each.value, each.diastolic, each.pulse) for each in stored(session)] == [
        (95, 60, None)
    ]


def test_backspace_goes_back_to_correct_the_number_before(show, qtbot):
    dialog = show()
    type_on(qtbot, dialog, "138")
    assert dialog.focusWidget() is line(dialog, "diastolic")

    qtbot.keyClick(sure(dialog.focusWidget()), Key.Key_Backspace)
    qtbot.keyClick(sure(dialog.focusWidget()), Key.Key_Backspace)

    assert line(dialog, "value").text() == "13"
    assert dialog.focusWidget() is line(dialog, "value")


def test_a_pulse_that_is_no_whole_number_is_quoted_as_it_was_typed(show, session, qtbot):
    dialog = show()
    pulse = dialog.form.inputs["pulse"].widget
    pulse.setFocus()
    qtbot.keyClicks(pulse, "93,5")
    qtbot.keyClick(pulse, Qt.Key.Key_Tab)

    assert pulse.text() == "93,5"
    assert "“93,5”" in pulse.sentence.text()
    assert session is not None
    dialog.leave()


def test_one_number_is_no_blood_pressure(show, session, qtbot):
    dialog = show()
    type_on(qtbot, dialog, "132")

    enter(qtbot, dialog)

    lower = line(dialog, "diastolic")
    assert "two numbers" in lower.sentence.text()
    assert lower.hasFocus()
    assert stored(session) == []


def test_the_upper_number_below_the_lower_one_is_refused_and_stays(show, session, qtbot):
    dialog = show()
    type_on(qtbot, dialog, "85/132")

    enter(qtbot, dialog)

    assert (
        line(dialog, "diastolic").sentence.text() == "The lower number must be below the upper one."
    )
    assert [line(dialog, part).text() for part in PRESSURE] == ["85", "132", ""]
    assert stored(session) == []


def test_an_empty_form_says_what_is_missing(show, session, qtbot):
    dialog = show()

    qtbot.mouseClick(dialog.done_button, LEFT)

    assert line(dialog, "value").sentence.text() == "Write the upper number."
    assert dialog.isVisible()
    assert stored(session) == []


def test_escape_leaves_an_empty_form_at_once(show, session, qtbot):
    dialog = show()

    qtbot.keyClick(dialog, Key.Key_Escape)

    assert not dialog.isVisible()
    assert stored(session) == []


@pytest.mark.parametrize("typed", ["68.2", "700"])
def test_escape_asks_once_before_what_was_typed_is_lost(typed, show, session, qtbot):
    dialog = show("weight")
    type_on(qtbot, dialog, typed)

    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert "Escape again" in dialog.saying.text()
    assert line(dialog, "value").text() == typed
    qtbot.keyClick(dialog, Key.Key_Escape)

    assert not dialog.isVisible()
    assert stored(session) == []


def test_after_the_question_done_is_at_hand(show, session, qtbot, save: Save):
    dialog = show("weight")
    type_on(qtbot, dialog, "68,2")
    qtbot.keyClick(dialog, Key.Key_Escape)

    save(lambda: enter(qtbot, dialog))

    assert [each.value for each in stored(session)] == [68.2]


@pytest.mark.parametrize("text", ["7", "700", "heavy", "93,500"])
def test_a_weight_that_cannot_be_is_refused_beside_it(text, show, session, qtbot):
    dialog = show("weight")
    type_on(qtbot, dialog, text)

    enter(qtbot, dialog)

    assert line(dialog, "value").sentence.isVisible()
    assert line(dialog, "value").text() == text
    assert stored(session) == []


@pytest.mark.parametrize("text", ["93,5", "93.5"])
def test_a_comma_is_never_lost(text, show, session, qtbot, save: Save):
    dialog = show("weight")
    type_on(qtbot, dialog, text)

    save(lambda: enter(qtbot, dialog))

    assert [each.value for each in stored(session)] == [93.5]


def test_pounds_are_shown_again_as_typed(show, session, qtbot, save: Save):
    save(lambda: session.prefer("unit.weight", "lb"))
    dialog = show("weight")
    type_on(qtbot, dialog, "154.3")
    save(lambda: enter(qtbot, dialog))

    [event] = stored(session)
    again = show(stored=event)

    assert event.value == pytest.approx(69.9893, abs=1e-4)
    assert line(again, "value").text() == "154.3"
    assert not again.unsaved


def test_whether_a_change_of_weight_was_intended_is_asked(show, session, qtbot, save: Save):
    dialog = show("weight")
    type_on(qtbot, dialog, "68")
    dialog.form.inputs["intended"].widget.choose("no")

    save(dialog.keep)

    assert [each.intended for each in stored(session)] == [False]


def test_oxygen_needs_the_place(show, session, qtbot, save: Save):
    dialog = show("oxygen")
    type_on(qtbot, dialog, "96")

    enter(qtbot, dialog)
    assert dialog.form.inputs["place"].sentence.isVisible()
    assert stored(session) == []
    dialog.form.inputs["place"].widget.choose("ear")
    save(dialog.keep)

    assert [(each.value, each.place) for each in stored(session)] == [(96, "ear")]


def test_a_past_day_asks_for_the_time(show, session, qtbot, save: Save):
    dialog = show("weight", TODAY - timedelta(days=2))
    type_on(qtbot, dialog, "68")

    enter(qtbot, dialog)
    assert dialog.when.time.hasFocus()
    assert "time" in dialog.when.time.sentence.text()
    assert line(dialog, "value").text() == "68"
    type_on(qtbot, dialog, "1915")
    save(lambda: enter(qtbot, dialog))

    [event] = stored(session)
    assert event.day == TODAY - timedelta(days=2)
    assert (event.measured_at.hour, event.measured_at.minute) == (19, 15)


def test_a_time_to_come_is_refused(show, session, qtbot):
    dialog = show("weight")
    type_on(qtbot, dialog, "68")
    type_into(qtbot, dialog.when.time, "2355")

    dialog.keep()

    assert dialog.when.time.sentence.text() == "This time has not come yet."
    assert stored(session) == []


def test_a_measurement_after_midnight_belongs_to_the_day_that_is_asked(
    show, session, qtbot, save: Save
):
    save(lambda: session.prefer("day.start", "04:00"))
    dialog = show("weight", TODAY - timedelta(days=2))
    type_on(qtbot, dialog, "68")
    type_into(qtbot, dialog.when.time, "1:30")

    save(dialog.keep)

    [event] = stored(session)
    assert event.day == TODAY - timedelta(days=2)
    assert event.measured_at.date() == TODAY - timedelta(days=1)


def test_a_measurement_made_far_away_keeps_its_day_and_time(
    show, session, qtbot, save: Save, clock: FakeClock
):
    tokyo = timezone(timedelta(hours=9))
    event = Measurement(
        id="m",
        measure="weight",
        day=date(2026, 11, 21),
        measured_at=datetime(2026, 11, 21, 0, 20, 11, tzinfo=tokyo),
        zone="Asia/Tokyo",
        value=68.0,
        recorded_at=clock.now(),
    )
    save(lambda: session.put(event))
    dialog = show(stored=stored(session)[0])
    qtbot.keyClicks(dialog.form.inputs["note"].widget, "after the flight")

    save(dialog.keep)

    [kept] = stored(session)
    assert (kept.day, kept.measured_at, kept.zone) == (event.day, event.measured_at, event.zone)
    assert kept.note == "after the flight"
