from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from diary.session import Session
from diary.settings import Settings
from diary.ui.aims import aims
from diary.ui.dialogs.aim_sheet import AimSheet
from diary.ui.dialogs.measurement_dialog import MeasurementDialog
from diary.ui.main_window import MainWindow
from diary.ui.models.aim_list import AIM
from diary.ui.pages.settings import SettingsPage
from tests.ui.attack_kit import sure
from tests.ui.conftest import Wait
from tests.ui.test_main_window import focused, row_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> Iterator[AimSheet]:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(focused(), Qt.Key.Key_K, CTRL)
    found = window.findChild(AimSheet)
    assert isinstance(found, AimSheet)
    yield found
    if isValid(found):
        found.close()


def shown(sheet: AimSheet) -> list[str]:
    model = sheet.list.model()
    return [model.index(row, 0).data(AIM).words for row in range(model.rowCount())]


def do(sheet: AimSheet, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(sheet.line, typed)
    with qtbot.waitSignal(sheet.finished):
        qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_keyboard_is_in_the_line_and_everything_is_listed(sheet: AimSheet) -> None:
    assert QApplication.focusWidget() is sheet.line
    words = shown(sheet)
    assert {"Undo", "Trends", "Skin tightness", "Add a medicine"} <= set(words)
    assert "Type what you want to do, or a day" not in words


def test_a_visit_is_found_as_an_appointment(sheet: AimSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.line, "appointment")
    assert "Add a visit" in shown(sheet)


def test_a_field_is_found_by_some_letters_and_recorded(
    window: MainWindow, sheet: AimSheet, qtbot: QtBot
) -> None:
    do(sheet, qtbot, "pain")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert row_of(focused()) == "general.pain"


def test_a_typed_day_opens(
    window: MainWindow, session: Session, sheet: AimSheet, qtbot: QtBot
) -> None:
    day = session.today() - timedelta(days=40)
    do(sheet, qtbot, day.isoformat())
    assert window.today_page().day == day


def test_the_arrows_choose_while_the_line_keeps_the_keyboard(
    sheet: AimSheet, qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClicks(sheet.line, "skin tight")
    assert shown(sheet)[:3] == ["Skin tightness"] * 3
    qtbot.keyClick(sheet.line, Qt.Key.Key_Down)
    assert sheet.list.currentIndex().row() == 1
    assert QApplication.focusWidget() is sheet.line
    do(sheet, qtbot, "")
    assert window.stack.key == "trends"


def test_an_action_of_the_window_is_done(sheet: AimSheet, qtbot: QtBot, settings: Settings) -> None:
    do(sheet, qtbot, "larger")
    assert settings.points() == 12


def test_what_is_begun_on_a_page_opens_there(
    window: MainWindow, sheet: AimSheet, qtbot: QtBot
) -> None:
    do(sheet, qtbot, "add a med")
    assert window.stack.key == "care"
    editor = focused().window()
    assert editor.windowTitle() == "Add a medicine"
    editor.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("text size", "Text size"),
        ("password", "Passphrase"),
        ("backups", "Backups"),
        ("import from", "Import entries"),
        ("save a copy", "Save a copy"),
        ("erase every", "Erase everything"),
        ("privacy", "Where it is kept"),
        ("language", "Language"),
    ],
)
def test_a_part_of_the_settings_is_come_to(
    window: MainWindow, sheet: AimSheet, qtbot: QtBot, typed: str, found: str
) -> None:
    qtbot.keyClicks(sheet.line, typed)
    model = sheet.list.model()
    aims = [model.index(row, 0).data(AIM) for row in range(model.rowCount())]
    place = next(i for i, aim in enumerate(aims) if (aim.kind, aim.words) == ("Settings", found))
    sheet.list.setCurrentIndex(model.index(place, 0))
    do(sheet, qtbot, "")
    window.activateWindow()
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    part = next(each for each in page.parts if each.isAncestorOf(focused()))
    called = part.called(found)
    assert called is focused() or (called is not None and called.isAncestorOf(focused()))
    qtbot.waitUntil(lambda: not focused().visibleRegion().isEmpty())


def test_letters_that_fit_nothing_say_so_and_enter_does_nothing(
    sheet: AimSheet, qtbot: QtBot
) -> None:
    qtbot.keyClicks(sheet.line, "xyzzy")
    assert sheet.none.isVisible()
    assert not sheet.do_button.isEnabled()
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_escape_does_nothing(window: MainWindow, sheet: AimSheet, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert window.stack.key == "today"


def test_a_row_is_done_by_one_click(window: MainWindow, sheet: AimSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.line, "history")
    place = sheet.list.visualRect(sheet.list.model().index(0, 0)).center()
    qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.stack.key == "history")


def test_tomorrow_is_no_day_to_open(session: Session, sheet: AimSheet, qtbot: QtBot) -> None:
    later: date = session.today() + timedelta(days=1)
    qtbot.keyClicks(sheet.line, later.isoformat())
    assert shown(sheet) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("note", "Write a note for the day"),
        ("patch", "Add a patch"),
        ("weight", "Weight"),
        ("all weights", "All weights"),
        ("restore", "Recently deleted"),
        ("search", "Search"),
    ],
)
def test_what_has_a_button_somewhere_is_found(
    sheet: AimSheet, qtbot: QtBot, typed: str, words: str
) -> None:
    qtbot.keyClicks(sheet.line, typed)

    assert words in shown(sheet)


def test_a_weight_is_added_from_here(window: MainWindow, sheet: AimSheet, qtbot: QtBot) -> None:
    do(sheet, qtbot, "weight")

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MeasurementDialog))
    qtbot.keyClick(sure(QApplication.activeModalWidget()), Qt.Key.Key_Escape)


def test_the_key_of_attacks_is_told_by_what_it_does_now(window: MainWindow, save: Wait) -> None:
    def first() -> str:
        return aims(window)[0].words

    assert first() == "Attack now"
    save(window.start_or_end_attack)
    assert first() == "The attack has ended"
