"""Locking the open diary: nothing shows, nothing is lost, everything is as it was afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import drafts, passphrase
from db.errors import DiskFullError, ReadOnlyError, RestingError
from diary import lock
from diary.session import Session
from diary.settings import LOCK_AFTER, Settings
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.drafts import bring_drafts_back
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.note_edit import NoteEdit
from diary.ui.widgets.question_panel import QuestionPanel
from tests.conftest import FakeClock
from tests.ui.conftest import Wait
from tests.ui.lock_kit import locked, locking_of, press_lock, set_passphrase, unlock

TYPED = "the tip of my thumb went white at the bus stop"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


def made(session: Session, settings: Settings, theme: Theme, folder: Path) -> MainWindow:
    window = MainWindow(session, settings, theme, str(folder))
    Lockable(window, settings, folder)
    window.show()
    return window


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    set_passphrase(folder)
    window = made(session, settings, theme, folder)
    yield window
    window.leave()


def shown() -> list[str]:
    return [each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()]


def question(window: MainWindow) -> QuestionEditor:
    page = window.show_page("care")
    (panel,) = page.findChildren(QuestionPanel)
    panel.add()
    assert isinstance(panel.editor, QuestionEditor)
    return panel.editor


def test_locked_it_shows_nothing_and_holds_no_key(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    question(window)
    before = window.geometry()

    asked = locked(window)

    assert shown() == ["Diary"]
    assert asked.geometry().size() == before.size()
    assert session.rests
    with pytest.raises(RestingError):
        _ = session._store.database.key
    unlock(window, qtbot)
    assert "Diary" not in shown()
    assert window.isVisible()


def test_32_the_dialog_and_the_typed_text_come_back(window: MainWindow, qtbot: QtBot) -> None:
    editor = question(window)
    editor.form.inputs["text"].show(TYPED)

    locked(window)
    assert not editor.isVisible()
    unlock(window, qtbot)

    assert editor.isVisible()
    assert editor.form.inputs["text"].read() == TYPED
    assert window.stack.key == "care"
    editor.leave()


def test_32_a_note_in_the_middle_of_typing_is_saved(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page = window.today_page()
    note = page.findChildren(NoteEdit)[0]
    note.setFocus()
    QTest.keyClicks(note, TYPED)

    locked(window)
    unlock(window, qtbot)

    assert session.note(session.today()) == TYPED
    assert note.toPlainText() == TYPED


def test_32_killed_while_locked_the_draft_is_kept_encrypted_and_comes_back(
    window: MainWindow, session: Session, settings: Settings, theme: Theme, folder: Path
) -> None:
    editor = question(window)
    editor.form.inputs["text"].show(TYPED)
    locked(window)

    kept = (folder / drafts.NAME).read_bytes()
    assert TYPED.encode() not in kept
    session.wake(lock.key(folder, "warm gloves"))
    again = MainWindow(session, settings, theme, str(folder))
    again.show()
    bring_drafts_back(again, theme)

    (found,) = [each for each in again.findChildren(QuestionEditor) if each.isVisible()]
    assert found.form.inputs["text"].read() == TYPED
    assert found.unsaved
    assert not (folder / drafts.NAME).exists()
    found.leave()
    again.hide()


def test_32_an_attack_that_was_written_down_comes_back(
    window: MainWindow, session: Session, settings: Settings, theme: Theme, folder: Path
) -> None:
    window.show_page("attacks").add()  # type: ignore[attr-defined]
    (editor,) = window.findChildren(AttackEditor)
    editor.form.note.setPlainText(TYPED)
    locked(window)
    session.wake(lock.key(folder, "warm gloves"))
    again = MainWindow(session, settings, theme, str(folder))
    again.show()

    bring_drafts_back(again, theme)

    (found,) = [each for each in again.findChildren(AttackEditor) if each.isVisible()]
    assert found.form.note.toPlainText() == TYPED
    found.leave()
    again.hide()


def test_32_words_without_a_place_are_shown_to_be_copied(
    window: MainWindow, session: Session, theme: Theme
) -> None:
    text = '{"page": "care", "typed": {}, "dialogs": [{"way": [], "typed": {"a 1": "my words"}}]}'
    session.keep_draft(text)

    bring_drafts_back(window, theme)

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "my words" in dialog.text.toPlainText()  # type: ignore[attr-defined]
    dialog.close()
    assert session.draft() == ""


def test_a_running_attack_goes_on_counting(
    window: MainWindow, session: Session, save: Wait, clock: FakeClock, qtbot: QtBot
) -> None:
    save(session.start_attack)
    locked(window)
    clock.advance(minutes=7)
    unlock(window, qtbot)

    window.strip._tick()
    assert window.strip.time.text() == "7:00"


def test_without_a_passphrase_the_key_says_where_to_set_one(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> None:
    window = made(session, settings, theme, folder)

    press_lock(window)

    assert "Settings" in window.rail.status.words
    assert not session.rests
    window.leave()


def test_a_full_disk_does_not_keep_it_from_locking(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    database = session._store.database
    real = database._let_go

    def let_go() -> None:
        real()
        raise DiskFullError

    with monkeypatch.context() as full, qtbot.waitSignal(locking_of(window).locked):
        full.setattr(database, "_let_go", let_go)
        locked(window)

    assert session.rests
    with pytest.raises(RestingError):
        _ = database.key
    unlock(window, qtbot)


def test_a_draft_that_cannot_be_taken_away_does_not_keep_it_open_for_good(
    window: MainWindow,
    session: Session,
    clock: FakeClock,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def forget(_database: object) -> None:
        raise ReadOnlyError(folder=folder)

    locked(window)
    monkeypatch.setattr(drafts, "forget", forget)
    unlock(window, qtbot)

    pass_by(window, clock, minutes=11)

    assert session.rests


# By itself.


def pass_by(window: MainWindow, clock: FakeClock, **time: float) -> None:
    clock.advance(**time)
    locking_of(window).idle.tick()


def test_it_locks_after_ten_minutes_with_a_warning_before(
    window: MainWindow, session: Session, clock: FakeClock, qtbot: QtBot
) -> None:
    pass_by(window, clock, minutes=8, seconds=50)
    assert "locks" not in window.rail.status.words

    pass_by(window, clock, seconds=15)
    assert window.rail.status.words == "The diary locks in 55 seconds. Any key keeps it open."

    pass_by(window, clock, seconds=55)
    assert session.rests
    unlock(window, qtbot)


def test_any_key_keeps_it_open(window: MainWindow, session: Session, clock: FakeClock) -> None:
    pass_by(window, clock, minutes=9, seconds=30)

    QTest.keyClick(window, Qt.Key.Key_Shift)

    assert window.rail.status.words == "The diary stays open."
    pass_by(window, clock, minutes=9, seconds=30)
    assert not session.rests


@pytest.mark.parametrize(("setting", "rests"), [("1", True), ("120", False), ("0", False)])
def test_the_time_is_chosen(
    window: MainWindow,
    session: Session,
    settings: Settings,
    clock: FakeClock,
    setting: str,
    rests: bool,  # noqa: FBT001
) -> None:
    settings.set(LOCK_AFTER, setting)

    pass_by(window, clock, minutes=2)

    assert session.rests is rests


def test_32_a_computer_that_slept_locks_when_it_wakes(
    window: MainWindow, session: Session, clock: FakeClock
) -> None:
    pass_by(window, clock, hours=9)

    assert session.rests


def test_32_it_locks_before_the_computer_sleeps(window: MainWindow, session: Session) -> None:
    away = locking_of(window).away
    assert away is not None

    away.on_said(begins=False)
    assert not session.rests
    away.on_said(begins=True)

    assert session.rests


def test_it_locks_with_the_session(window: MainWindow, session: Session) -> None:
    away = locking_of(window).away
    assert away is not None

    away.on_lock()

    assert session.rests


def test_wrong_words_leave_it_locked(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    asked = locked(window)
    asked.passphrase.line.setText("cold hands")
    asked.open_button.click()
    qtbot.waitUntil(lambda: not asked.said.isHidden())

    assert session.rests


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_31_a_crash_leaves_no_file_of_the_memory(window: MainWindow) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    assert window.isVisible()
    assert max(resource.getrlimit(resource.RLIMIT_CORE)) <= 1


def test_31_without_a_passphrase_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from diary.paths import places; "
        "from diary.startup import open_window; home = Path(sys.argv[1]); "
        "kept = open_window(places(home / 'diary', home)); "
        "sys.exit(bool({'cryptography', 'segno', 'diary.ui.unlock', 'diary.ui.locking'} "
        "& set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=60)

    assert done.returncode == 0
