"""What sore hands do by mistake costs nothing: a press too many, a key too soon, a click aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.main_window import MainWindow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.theme import Theme
from diary.ui.widgets import steady

Save = Callable[[Callable[[], object]], None]
NAME_OF_A_DAY = 24
"""Pixels by which the names of two days differ."""


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_second_press_on_attack_now_does_not_end_it(
    window: MainWindow, session: Session, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "DEAF_MS", 60_000)
    save(lambda: press(window.strip.start))

    press(window.strip.end)
    assert session.running_attack() is not None

    window.strip.end.setFocus()
    save(lambda: QTest.keyClick(window.strip.end, Qt.Key.Key_Space))
    assert session.running_attack() is None


def test_a_key_that_is_held_begins_an_attack_and_does_not_end_it(
    window: MainWindow, session: Session, save: Save
) -> None:
    window.strip.start.setFocus()
    save(lambda: QTest.keyPress(window.strip.start, Qt.Key.Key_Return))
    assert window.focusWidget() is window.strip.end

    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(window.strip.end, again)

    assert session.running_attack() is not None
    assert [each.text() for each in window.actions() if each.autoRepeat()] == []


def test_enter_goes_on_so_that_the_next_digits_are_the_next_answer(
    window: MainWindow, session: Session, save: Save
) -> None:
    page = window.today_page()
    first, second = page.column.rows[:2]
    first.focus()

    save(lambda: QTest.keyClick(first.input, Qt.Key.Key_4))
    QTest.keyClick(first.input, Qt.Key.Key_Return)
    assert window.focusWidget() is second.input
    save(lambda: QTest.keyClick(second.input, Qt.Key.Key_3))

    recorded = session.day_readings(session.today())
    assert (recorded[first.field.key].value, recorded[second.field.key].value) == (4, 3)


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow) -> None:
    page = window.today_page()
    page.header.before.setFocus()
    QTest.keyClick(page.header.before, Qt.Key.Key_Return)
    assert page.day == window.session.today() - timedelta(days=1)


def test_today_is_today_whatever_day_was_looked_at(window: MainWindow) -> None:
    page = window.today_page()
    page.show_day(window.session.today() - timedelta(days=2))
    assert page.header.subtitle.text().startswith("2 days ago")
    window.show_page("trends")

    window.rail.place_chosen.emit("today")

    assert page.day == window.session.today()


def test_the_ways_to_other_days_stay_where_they_are(window: MainWindow) -> None:
    window.resize(1100, 700)
    page = window.today_page()
    lasting = (page.header.before, page.header.calendar, page.header.note)
    QTest.qWait(0)
    at = [each.mapTo(window, each.rect().topRight()).x() for each in lasting]

    page.step(-1)
    QTest.qWait(0)

    assert page.header.today.isVisible()
    now = [each.mapTo(window, each.rect().topRight()).x() for each in lasting]
    assert now[1:] == at[1:]
    assert abs(now[0] - at[0]) <= NAME_OF_A_DAY


def test_the_note_is_one_press_away(window: MainWindow) -> None:
    page = window.today_page()
    press(page.header.note)
    assert page.note.hasFocus()
    assert page.note.visibleRegion().boundingRect().height() == page.note.height()


def test_the_first_click_in_a_line_marks_what_it_holds(
    session: Session, theme: Theme, window: MainWindow, qtbot: QtBot
) -> None:
    editor = AttackEditor(session, theme, None, window)
    editor.open_at_start()
    clock = editor.form.start.time
    qtbot.waitUntil(editor.isActiveWindow)

    press(clock)
    QTest.keyClicks(clock, "8:10")

    assert clock.text() == "8:10"
    editor.leave()


def test_after_an_attack_one_is_where_one_was(window: MainWindow, save: Save, qtbot: QtBot) -> None:
    window.show_page("history")
    save(window.strip.start_attack)
    save(window.strip.end_attack)
    page = window.stack.page("attacks")
    assert isinstance(page, AttacksPage)
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor is not None

    page.editor.leave()

    assert window.stack.key == "history"
