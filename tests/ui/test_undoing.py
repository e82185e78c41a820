"""Undo takes back what was chosen for this computer, too, in the order in which it was done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.settings import (
    CHECKED_AT,
    LANGUAGE,
    LOCK_AFTER,
    LOOK,
    ONE_KEY,
    REMINDER,
    TEXT_SIZE,
    Setting,
    Settings,
)
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_day import DaySettings
from diary.ui.widgets.turned import Line
from tests.ui.conftest import Wait
from tests.ui.test_main_window import focused

CTRL = Qt.KeyboardModifier.ControlModifier


def undo(window: MainWindow, qtbot: QtBot) -> None:
    assert window.isVisible()
    qtbot.keyClick(focused(), Qt.Key.Key_Z, CTRL)


def redo(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Y, CTRL)


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        (TEXT_SIZE, "18", "Text size: 11"),
        (LOOK, "dark", "Look: Like this computer"),
        (LANGUAGE, "es", "Language: Like this computer"),
        (ONE_KEY, "no", "Keys that work at one press: On"),
        (REMINDER, "20:00", "Evening reminder"),
        (LOCK_AFTER, "5", "Lock by itself after: 10"),
    ],
)
def test_a_choice_is_undone_and_done_again(
    window: MainWindow, settings: Settings, qtbot: QtBot, setting: Setting, value: str, words: str
) -> None:
    before = settings.value(setting)
    settings.set(setting, value)
    undo(window, qtbot)
    assert settings.value(setting) == before
    assert window.rail.status.words == f"Undone: {words}"
    redo(qtbot)
    assert settings.value(setting) == value


def test_choices_and_entries_are_undone_in_their_order(
    window: MainWindow, session: Session, settings: Settings, qtbot: QtBot, save: Wait
) -> None:
    today = session.today()
    save(lambda: session.record(today, "skin.tightness", 6))
    settings.set(TEXT_SIZE, "18")
    save(lambda: session.prefer("day.start", "02:00"))
    settings.set(LOOK, "dark")

    undo(window, qtbot)
    assert (settings.look(), settings.points()) == (None, 18)
    with qtbot.waitSignal(session.undone):
        undo(window, qtbot)
    assert session.preference("day.start") is None
    assert settings.points() == 18
    undo(window, qtbot)
    assert settings.points() == 11
    assert "skin.tightness" in session.day_readings(today)
    with qtbot.waitSignal(session.undone):
        undo(window, qtbot)
    assert "skin.tightness" not in session.day_readings(today)

    with qtbot.waitSignal(session.redone):
        redo(qtbot)
    assert settings.points() == 11
    redo(qtbot)
    assert settings.points() == 18
    with qtbot.waitSignal(session.redone):
        redo(qtbot)
    assert session.preference("day.start") == "02:00"


def test_what_the_program_notes_for_itself_is_no_step(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set(TEXT_SIZE, "12")
    settings.set(CHECKED_AT, "2026-11-22T10:00:00+00:00")
    undo(window, qtbot)
    assert settings.value(CHECKED_AT)
    assert settings.points() == 11


def test_words_typed_in_a_line_are_undone_there(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set(TEXT_SIZE, "12")
    window.show_page("settings")
    line = focused()
    assert isinstance(line, Line)
    qtbot.keyClicks(line, "itch")
    undo(window, qtbot)
    assert line.text() == ""
    assert settings.points() == 12
    undo(window, qtbot)
    assert settings.points() == 11


def test_the_page_shows_what_undo_brought_back(
    window: MainWindow, session: Session, qtbot: QtBot, save: Wait
) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    part = next(each for each in page.parts if isinstance(each, DaySettings))
    save(lambda: part.day.choose("03:00"))
    with qtbot.waitSignal(session.undone):
        undo(window, qtbot)
    assert part.day.value_or_none() == "00:00"


def test_a_choice_undone_before_a_new_entry_is_not_done_again(
    window: MainWindow, session: Session, settings: Settings, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today(), "skin.tightness", 1))
    settings.set(TEXT_SIZE, "14")
    undo(window, qtbot)
    save(lambda: session.record(session.today(), "skin.tightness", 7))
    save(lambda: undo(window, qtbot))
    assert session.day_readings(session.today())["skin.tightness"].value == 1

    save(lambda: redo(qtbot))

    assert session.day_readings(session.today())["skin.tightness"].value == 7
    assert settings.value(TEXT_SIZE) != "14"


def test_a_choice_and_an_entry_undone_one_after_the_other_are_both_done_again(
    window: MainWindow, session: Session, settings: Settings, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today(), "skin.tightness", 1))
    settings.set(TEXT_SIZE, "14")
    undo(window, qtbot)
    save(lambda: undo(window, qtbot))

    save(lambda: redo(qtbot))
    redo(qtbot)

    assert session.day_readings(session.today())["skin.tightness"].value == 1
    assert settings.value(TEXT_SIZE) == "14"
