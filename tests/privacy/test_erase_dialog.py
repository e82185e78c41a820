"""Erasing from the window: two questions, a copy first, then a window that says what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.folder import BACKUPS_NAME
from diary import erasing, logs
from diary.cli import main
from diary.erasing import Left
from diary.paths import ERASING_NAME, Places
from diary.settings import SECOND_PLACE, Settings
from diary.startup import open_window
from diary.ui.crash import CrashHook
from diary.ui.dialogs.erase import EraseDialog
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.erased_window import ErasedWindow
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.controls import BREAK
from diary.ui.widgets.settings_folder import FolderSettings
from tests.privacy.kit import files, leave_everything, salt_of, second_place


@pytest.fixture
def window(
    places: Places, home: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The program itself on a diary that has left every kind of file."""
    monkeypatch.setattr(CrashHook, "install", lambda _hook: None)
    leave_everything(places, second_place(home))
    _application, made = open_window(places)
    assert isinstance(made, MainWindow)
    yield made
    made.leave()
    logs.stop()


def part_of(window: MainWindow) -> FolderSettings:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return next(each for each in page.parts if isinstance(each, FolderSettings))


def said(shown: QLabel) -> str:
    """Its words, without the places to break long ones."""
    return shown.text().replace(BREAK, "")


def opened(window: MainWindow) -> EraseDialog:
    part = part_of(window)
    part.erase_button.click()
    dialog = part.findChildren(EraseDialog)[-1]
    dialog._jobs.drain()
    return dialog


def erased(window: MainWindow, dialog: EraseDialog, qtbot: QtBot) -> ErasedWindow:
    dialog.next_button.click()
    dialog.erase_button.click()
    made = window.instead
    assert isinstance(made, ErasedWindow)
    qtbot.addWidget(made)
    qtbot.waitUntil(made.close_button.isVisible)
    return made


def test_48_after_two_buttons_nothing_is_left_and_the_window_says_so(
    window: MainWindow, home: Path, qtbot: QtBot
) -> None:
    last = erased(window, opened(window), qtbot)

    assert list(files(home)) == []
    assert not window.isVisible()
    assert "is erased" in last.title.text()
    assert last.left.words == ""
    assert "exports" in last.stays.words
    assert last.close_button.hasFocus()


def test_what_the_computer_holds_fast_is_to_be_deleted_before_the_next_start(
    window: MainWindow, home: Path, qtbot: QtBot
) -> None:
    last = erased(window, opened(window), qtbot)

    assert "on its first day" in last.said.text()
    last._on_erased(Left(stuck=(home / "diary.db",)))
    assert "Almost everything" in last.title.text()
    assert "Delete the files named below before" in last.said.text()
    assert "first day" not in last.said.text()
    assert "diary.db" in last.left.words


def test_the_help_for_erasing_is_how_to_keep_it_safe(window: MainWindow) -> None:
    dialog = opened(window)

    assert dialog.section == "keeping-it-safe"
    dialog.reject()


def test_it_says_what_goes_and_what_stays(window: MainWindow, places: Places, home: Path) -> None:
    (places.diary / "letter.txt").write_text("not ours")

    dialog = opened(window)

    for name in ("The diary", "Photos", "The key", "Backups", "Settings", "Log", "Start with"):
        assert name in dialog.goes.words
    assert "1 backup in " + str(second_place(home)) in said(dialog.where_second)
    assert str(places.diary / "letter.txt") in dialog.stays.words
    assert "snapshots" in dialog.stays.words
    dialog.reject()


def test_the_second_place_stays_if_its_tick_is_taken_away(
    window: MainWindow, home: Path, qtbot: QtBot
) -> None:
    dialog = opened(window)
    dialog.with_second.click()

    erased(window, dialog, qtbot)

    assert {each.parent for each in files(home)} == {second_place(home)}


def test_a_stick_that_is_not_there_is_told(window: MainWindow, home: Path) -> None:
    second_place(home).rename(home / "away")

    dialog = opened(window)

    assert not dialog.with_second.isVisible()
    assert "not there now" in dialog.where_second.text()
    dialog.reject()


def test_enter_and_escape_keep_the_diary(window: MainWindow, home: Path) -> None:
    before = set(files(home))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        for asks_twice in (False, True):
            dialog = opened(window)
            if asks_twice:
                dialog.next_button.click()
            focused = dialog.focusWidget()
            assert focused is dialog.keep_button
            QTest.keyClick(focused, key)
            assert not dialog.isVisible()

    assert set(files(home)) >= before
    assert window.isVisible()


def test_the_keyboard_alone_can_do_it(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    dialog = opened(window)
    for wanted in (dialog.next_button, dialog.erase_button):
        for _press in range(10):
            focused = dialog.focusWidget()
            assert focused is not None
            if focused is wanted:
                break
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        QTest.keyClick(wanted, Qt.Key.Key_Return)

    made = window.instead
    assert isinstance(made, ErasedWindow)
    qtbot.addWidget(made)
    qtbot.waitUntil(made.close_button.isVisible)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert list(files(home)) == []


def test_a_second_press_at_the_same_place_erases_nothing(window: MainWindow) -> None:
    dialog = opened(window)
    place = dialog.next_button.mapTo(dialog, dialog.next_button.rect().center())

    dialog.next_button.click()
    QApplication.processEvents()

    assert dialog.childAt(place) not in {dialog.erase_button, dialog.next_button}
    dialog.reject()


def test_a_copy_can_be_saved_first(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    dialog = opened(window)
    dialog.export.ask_file = lambda name: str(home / name)
    with qtbot.waitSignal(dialog.export.ended):
        dialog.copy_button.click()

    with ZipFile(home / "diary.zip") as copy:
        assert {"notes.csv", "attacks.csv", "photos.csv", "photos/p1.jpg"} <= set(copy.namelist())
    assert str(home / "diary.zip") in said(dialog.said)
    assert dialog.next_button.isEnabled()
    erased(window, dialog, qtbot)
    assert list(files(home)) == [home / "diary.zip"]


def test_a_copy_that_cannot_be_saved_is_told(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    dialog = opened(window)
    dialog.export.ask_file = lambda name: str(home / "nowhere" / name)
    with qtbot.waitSignal(dialog.export.ended):
        dialog.copy_button.click()

    assert "cannot be written" in dialog.said.text()
    assert dialog.isVisible()
    dialog.reject()


def test_where_it_cannot_begin_the_diary_stays_open(window: MainWindow, places: Places) -> None:
    (places.settings.with_name(ERASING_NAME)).mkdir()
    dialog = opened(window)
    dialog.next_button.click()
    dialog.erase_button.click()

    assert window.isVisible()
    assert window.instead is None
    assert (places.diary / BACKUPS_NAME).exists()
    assert window.rail.status.words


def test_what_was_begun_is_finished_before_the_next_command(
    places: Places, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = second_place(home)
    leave_everything(places, second)
    erasing.begin(erasing.Wish(places, salt_of(places.diary), second))

    profile = places.settings.parent
    code = main(["--diary", str(places.diary), "--profile", str(profile), "check"])

    assert code == 1
    assert "no diary" in capsys.readouterr().err
    assert list(files(home)) == []


def test_the_privacy_page_says_where_each_file_is(
    window: MainWindow, places: Places, home: Path
) -> None:
    Settings(places.settings).set(SECOND_PLACE, str(second_place(home)))
    part = part_of(window)
    part.privacy_button.click()
    page = part.findChildren(PrivacyPage)[-1]
    page._jobs.drain()

    shown = "\n".join(said(each) for each in page.findChildren(QLabel))
    for place in ("diary.db", "photos.db", "keys.json", BACKUPS_NAME):
        assert str(places.diary / place) in shown
    for file in (places.settings, places.logs / "diary.log", second_place(home)):
        assert str(file) in shown
    assert "Not locked" in shown
    page.accept()
