"""One attack, entered by keys and clicks in the real editor; and the ways to leave it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from diary.clock import in_zone
from diary.palette import Look
from diary.session import Session
from diary.ui.theme import Theme
from tests.ui.attack_kit import (
    FULL,
    LEFT,
    Key,
    Open,
    chip,
    opener,
    press,
    stored,
    type_into,
)


@pytest.fixture
def open_editor(session: Session, theme: Theme, qtbot: QtBot) -> Open:
    return opener(session, theme, qtbot)


def test_an_attack_that_is_only_looked_at_is_not_written_again(
    open_editor: Open, session: Session, qtbot: QtBot
):
    stored(session, qtbot, lambda: session.put_attack(FULL))
    editor = open_editor(session.read.attack("full"))

    with qtbot.assertNotEmitted(session.changed, wait=100):
        press(qtbot, editor, Key.Key_Escape)

    assert not editor.isVisible()
    assert session.read.attack("full") == FULL


def test_what_is_not_touched_comes_back_exactly(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "Colours: Red"), LEFT)

    kept = stored(session, qtbot, editor.keep)

    assert kept == replace(FULL, colours=("pale", "blue_grey", "red"))


def test_everything_can_be_entered_by_keys_alone(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor()
    tab = Key.Key_Tab

    def go(*keys: Qt.Key) -> None:
        for key in keys:
            press(qtbot, editor, key)

    qtbot.keyClicks(editor.focusWidget(), "yesterday")
    go(tab, tab)
    press(qtbot, editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor.focusWidget(), "1405")
    go(tab, tab, tab, tab)
    qtbot.keyClicks(editor.focusWidget(), "1 h 20")
    go(tab, tab, Key.Key_Space, Key.Key_Right, Key.Key_Space)  # colours: pale, blue
    go(tab, Key.Key_Return, tab, Key.Key_Right, Key.Key_Right, Key.Key_Space)  # all right, index
    go(tab, tab, Key.Key_End, Key.Key_Space)  # lips
    go(tab, Key.Key_4, tab, Key.Key_0, tab)  # pain, numbness; tingling is left out
    go(tab, Key.Key_Space, tab, Key.Key_Right, Key.Key_Space, tab)
    qtbot.keyClicks(editor.focusWidget(), "waiting")
    go(tab)

    kept = stored(
        session,
        qtbot,
        lambda: press(qtbot, editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    )

    assert kept.started_at == in_zone(date(2026, 11, 21), 14, 5, "Europe/Berlin")
    assert (kept.minutes, kept.ongoing) == (80, False)
    assert kept.colours == ("pale", "blue_grey")
    right = ("right_thumb", "right_index", "right_middle", "right_ring", "right_little")
    assert kept.places == (*right, "left_index", "lips")
    assert (kept.pain, kept.numbness, kept.tingling) == (4, 0, None)
    assert (kept.triggers, kept.relief) == (("cold_air",), ("gloves",))
    assert kept.note == "waiting"
    assert not kept.recorded_at_the_time


def test_tab_goes_down_the_form_in_the_order_that_is_seen(open_editor: Open, qtbot: QtBot):
    editor = open_editor(FULL)
    tops = []
    for _step in range(16):
        focused = editor.focusWidget()
        if editor.form.isAncestorOf(focused):
            place = focused.mapTo(editor.form, focused.rect().topLeft())
            tops.append((place.y() // 30, place.x()))
        qtbot.keyClick(focused, Key.Key_Tab)

    assert len(tops) == 16
    assert tops == sorted(tops)


def test_the_focused_input_is_always_scrolled_into_sight(
    open_editor: Open, theme: Theme, qtbot: QtBot
):
    theme.apply(Look.LIGHT, 24)
    editor = open_editor(FULL)
    editor.resize(660, 600)
    for _step in range(14):
        focused = editor.focusWidget()
        place = focused.mapTo(editor, focused.rect().topLeft())
        assert editor.rect().contains(place), focused.accessibleName()
        qtbot.keyClick(focused, Key.Key_Tab)


# Leaving


def test_escape_keeps_what_was_entered(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "Face: Ears"), LEFT)

    kept = stored(session, qtbot, lambda: press(qtbot, editor, Key.Key_Escape))

    assert "ears" in kept.places


def test_escape_reads_what_is_still_being_typed(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    line = editor.form.length.minutes
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "41")

    kept = stored(session, qtbot, lambda: qtbot.keyClick(line, Key.Key_Escape))

    assert kept.minutes == 41


def test_escape_waits_once_over_what_cannot_be_kept_then_keeps_the_rest(
    open_editor: Open, session: Session, qtbot: QtBot
):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "Colours: Red"), LEFT)
    type_into(qtbot, editor.form.length.minutes, "20 h")

    editor.reject()
    assert editor.isVisible()
    assert editor.saying.isVisible()

    kept = stored(session, qtbot, editor.reject)
    assert kept == replace(FULL, colours=("pale", "blue_grey", "red"))


def test_escape_on_an_untouched_new_attack_adds_nothing(
    open_editor: Open, session: Session, qtbot: QtBot
):
    editor = open_editor()
    with qtbot.assertNotEmitted(session.changed, wait=100):
        press(qtbot, editor, Key.Key_Escape)

    assert not session.read.attacks(date.min, date.max)


def test_nothing_is_added_of_nonsense_alone(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor()
    type_into(qtbot, editor.form.start.time, "nonsense")
    editor.reject()
    with qtbot.assertNotEmitted(session.changed, wait=100):
        editor.reject()

    assert not editor.isVisible()


def test_leaving_it_as_it_was_changes_nothing(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "Colours: Red"), LEFT)
    with qtbot.assertNotEmitted(session.changed, wait=100):
        qtbot.mouseClick(editor.leave_button, LEFT)

    assert not editor.isVisible()


def test_it_can_be_deleted_and_undone(open_editor: Open, session: Session, qtbot: QtBot):
    stored(session, qtbot, lambda: session.put_attack(FULL))
    editor = open_editor(session.read.attack("full"))
    editor.removed.connect(session.remove_attack)
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(editor.remove_button, LEFT)
    assert session.read.attack("full") is None

    with qtbot.waitSignal(session.changed):
        session.undo()
    assert session.read.attack("full") == FULL


# Hands


def test_every_control_is_large_enough(open_editor: Open, theme: Theme):
    theme.apply(Look.LIGHT, 9)
    editor = open_editor(FULL)
    small = [
        (control.accessibleName(), control.size().toTuple())
        for control in editor.findChildren(QPushButton)
        if control.isVisible()
        and control is not editor.explain_button
        and min(control.width(), control.height()) < 44
    ]

    assert not small


def test_answers_that_stand_alone_take_the_others_away(open_editor: Open, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "Colours: No change seen"), LEFT)
    assert editor.form.colours.value() == ("no_change",)

    qtbot.mouseClick(chip(editor, "Colours: Red"), LEFT)
    assert editor.form.colours.value() == ("red",)


def test_all_fingers_sets_and_clears_a_hand(open_editor: Open, qtbot: QtBot):
    editor = open_editor(FULL)
    hand = editor.form.places[0]
    qtbot.mouseClick(chip(editor, "Right hand: All fingers"), LEFT)
    assert len(hand.value()) == 5
    qtbot.mouseClick(chip(editor, "Right hand: Right thumb"), LEFT)
    assert not chip(editor, "Right hand: All fingers").isChecked()
    qtbot.mouseClick(chip(editor, "Right hand: Right thumb"), LEFT)
    qtbot.mouseClick(chip(editor, "Right hand: All fingers"), LEFT)
    assert hand.value() == ()
