"""Faults 4, 8 and 9 in the window: a save fails; what was entered is kept, and can be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError, NoDiaryError
from db.store import Reader
from diary.session import Session
from diary.settings import Settings
from diary.ui.crash import CrashHook
from diary.ui.dialogs.unsaved import UnsavedDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.conftest import Wait


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, save: Wait
) -> MainWindow:
    save(lambda: session.record(session.today(), "skin.itch", 2))
    made = MainWindow(session, settings, theme, str(session.read.database.folder))
    qtbot.addWidget(made)
    made.show()
    made.today_page().make_day_cards()
    return made


def fails(window: MainWindow, qtbot: QtBot) -> None:
    """Enter something that cannot be saved."""
    session = window.session
    with qtbot.waitSignal(session.save_failed):
        session.write_note(session.today(), "cold hands at the bus stop")


def copied(window: MainWindow, file: Path, qtbot: QtBot) -> str:
    assert window.notice.copy is not None
    window.notice.copy.ask_file = lambda _name: str(file)
    window.notice.copy.button.click()
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: str(file.name) in window.notice.words.text().replace("\u200b", ""))
    return file.read_text("utf-8")


def test_9_the_folder_goes_and_what_was_typed_stays_and_can_be_saved_elsewhere(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session = window.session
    folder = session.read.database.folder
    folder.rename(tmp_path / "away")
    fails(window, qtbot)

    assert "USB stick" in window.notice.words.text()
    assert "still here" in window.notice.words.text()
    assert session.note(session.today()) == "cold hands at the bus stop"
    text = copied(window, tmp_path / "copy.json", qtbot)
    assert "cold hands at the bus stop" in text
    assert '"field": "skin.itch"' in text
    assert "but no photos" in window.notice.words.text()
    assert "holds only" not in window.notice.words.text()
    (tmp_path / "away").rename(folder)


def test_9_where_nothing_can_be_read_the_copy_holds_what_is_not_saved(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = window.session.read.database.folder
    folder.rename(tmp_path / "away")
    fails(window, qtbot)
    monkeypatch.setattr(Reader, "everything", _gone)

    text = copied(window, tmp_path / "copy.json", qtbot)
    assert "cold hands at the bus stop" in text
    assert '"field": "skin.itch"' not in text
    said = window.notice.words.text()
    assert "holds only what is not saved" in said
    assert "USB stick" in said
    (tmp_path / "away").rename(folder)


def _gone(reader: Reader) -> None:
    raise NoDiaryError(folder=reader.database.folder)


def test_9_a_page_that_cannot_be_read_is_no_crash(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashHook, "_tell", lambda *_: pytest.fail("a crash was told"))
    error = NoDiaryError(folder="the stick")
    CrashHook()(NoDiaryError, error, None)

    assert "cannot be read now" in window.notice.words.text()
    assert "USB stick" in window.notice.words.text()


def test_9_a_folder_that_is_back_takes_what_was_typed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session = window.session
    folder = session.read.database.folder
    folder.rename(tmp_path / "away")
    fails(window, qtbot)

    (tmp_path / "away").rename(folder)
    with qtbot.waitSignal(session.saved):
        window.notice.button.click()

    assert session.unsaved == 0
    assert window.notice.isHidden()
    stored = session.read.note(session.today())
    assert stored is not None
    assert stored.text == "cold hands at the bus stop"


def test_4_the_copy_holds_what_is_saved_and_what_is_not(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(window.session._store, "write", full)
    fails(window, qtbot)
    text = copied(window, tmp_path / "copy.json", qtbot)

    assert "cold hands at the bus stop" in text
    assert '"field": "skin.itch"' in text
    window.leave()


def test_4_a_copy_that_cannot_be_written_says_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(window.session._store, "write", full)
    fails(window, qtbot)
    assert window.notice.copy is not None
    window.notice.copy.ask_file = lambda _name: str(tmp_path / "nowhere" / "copy.json")
    window.notice.copy.button.click()

    qtbot.waitUntil(lambda: "Choose another place" in window.notice.words.text())
    window.leave()


# Closing with what is not saved.


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window with an entry that cannot be saved."""

    def refuse(*_args: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(window.session._store, "write", refuse)
        fails(window, qtbot)
        yield window
        window.leave()


def asked(window: MainWindow) -> UnsavedDialog:
    (found,) = [each for each in window.findChildren(UnsavedDialog) if each.isVisible()]
    return found


@pytest.mark.parametrize("way", [MainWindow.close, MainWindow.quit])
def test_4_closing_asks_before_what_is_not_saved_is_lost(
    full: MainWindow, way: Callable[[MainWindow], bool]
) -> None:
    assert not way(full)

    assert full.isVisible()
    assert "The disk is full" in asked(full).said.text()
    assert asked(full).lost.text() == "If you close the diary now, 1 entry is lost."
    assert asked(full).focusWidget() is asked(full).stay_button
    way(full)
    asked(full).stay_button.click()
    assert full.isVisible()
    assert full.session.unsaved == 1


def test_4_a_copy_can_be_saved_before_closing(
    full: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    full.close()
    assert full.notice.copy is not None
    full.notice.copy.ask_file = lambda _name: str(tmp_path / "copy.json")
    with qtbot.waitSignal(full.notice.copy.ended):
        asked(full).copy_button.click()

    assert "cold hands at the bus stop" in (tmp_path / "copy.json").read_text("utf-8")
    assert "copy.json" in asked(full).said.text().replace("\u200b", "")
    assert asked(full).lost.isHidden()
    with qtbot.waitSignal(full.closed):
        asked(full).close_button.click()


def test_4_with_room_again_it_closes_without_a_question(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(window.session._store, "write", refuse)
        fails(window, qtbot)

    assert window.close()
    stored = window.session.read.note(window.session.today())
    assert stored is not None


def test_4_the_computer_going_off_is_not_kept_waiting(full: MainWindow) -> None:
    full.leave()

    assert not full.isVisible()
