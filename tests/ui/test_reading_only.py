"""Faults 6 and 7 in the window: nothing can be written, so the diary opens for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError, ReadOnlyError
from db.folder import open_diary
from db.reading_copy import open_to_read
from diary.fields import CATALOGUE
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.main_window import MainWindow
from diary.ui.reading_only import ReadingOnly
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.faults.works import a_few_days
from tests.ui.test_start_problem import fill, opens, places, play, shown

__all__ = ["places", "play"]


@pytest.fixture
def window(
    tmp_path: Path, clock: FakeClock, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    """A window on a diary whose folder is protected."""
    folder = tmp_path / "protected"
    a_few_days(folder)
    store = open_to_read(folder, ReadOnlyError(folder=folder))
    made = MainWindow(Session(store, CATALOGUE, clock), settings, theme, str(folder))
    qtbot.addWidget(made)
    ReadingOnly(made, ReadOnlyError(folder=folder))
    made.resize(1024, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def test_7_what_would_change_the_diary_is_off_and_the_rest_is_not(window: MainWindow) -> None:
    page = window.today_page()
    page.make_day_cards()
    QApplication.processEvents()
    row = page.column.row("skin.itch")
    assert row is not None

    assert not row.input.isEnabled()
    assert not window.strip.start.isEnabled()
    assert not page.header.same.isEnabled()
    assert page.note.isReadOnly()
    assert page.header.before.isEnabled()
    page.step(-1)
    page.refresh()
    assert not row.input.isEnabled()


def test_7_a_record_can_be_looked_at_and_not_changed(window: MainWindow) -> None:
    window.edit_attack("a1")
    editor = window.show_page("attacks").findChild(AttackEditor)
    assert editor is not None
    QApplication.processEvents()

    assert not editor.done_button.isEnabled()
    assert editor.leave_button.isEnabled()
    editor.leave()


@pytest.mark.parametrize(
    "command",
    [
        Session.start_attack,
        lambda session: session.record(session.today(), "skin.itch", 3),
        lambda session: session.write_note(session.today(), "frost"),
    ],
)
def test_7_what_tries_it_all_the_same_is_told_why_not(
    window: MainWindow, command: Callable[[Session], object], qtbot: QtBot
) -> None:
    session = window.session
    with qtbot.waitSignals([session.refused, session.changed]):
        command(session)

    assert session.unsaved == 0
    assert session.running_attack() is None
    assert session.note(session.today()) == ""


def test_7_a_choice_holds_until_the_diary_is_closed(window: MainWindow) -> None:
    window.session.prefer("unit.temperature", "F")

    assert window.session.preference("unit.temperature") == "F"
    assert window.notice.isHidden()


def test_7_the_line_says_why_and_what_to_do(window: MainWindow) -> None:
    said = " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())

    assert "protected" in said
    assert "make a summary" in said
    assert "then try again" in said


def protect(monkeypatch: pytest.MonkeyPatch, error: Exception) -> list[bool]:
    """Nothing can be written until the list is emptied."""
    on = [True]
    real = open_diary

    def opened(*args: object, **more: object) -> object:
        if on:
            raise error
        return real(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("db.folder.open_diary", opened)
    return on


@pytest.mark.parametrize("why", [ReadOnlyError(folder="there"), DiskFullError()])
def test_7_once_it_can_be_written_the_window_opens_anew(
    places: Path,
    play: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    why: Exception,
) -> None:
    fill(places, 3)
    on = protect(monkeypatch, why)
    first: list[MainWindow] = []

    def read_only() -> bool:
        window = shown(MainWindow)
        if not isinstance(window, MainWindow):
            return False
        assert window.session.read_only is why
        first.append(window)
        on.clear()
        again = [each for each in window.findChildren(QPushButton) if each.text() == "Try again"]
        next(each for each in again if each.isVisible()).click()
        return True

    def writes() -> bool:
        window = shown(MainWindow)
        if not isinstance(window, MainWindow) or window in first:
            return False
        assert window.session.read_only is None
        assert window.strip.start.isEnabled()
        return opens()

    assert play(read_only, writes) == 0
    with closing(open_diary(places)) as store:
        assert sum(store.counts().values()) == 1
