"""The window backs up by itself, says calmly what fails, and the settings show how it stands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import backup_folder
from db.backup_folder import is_whole
from diary.backup_keeper import SECOND_NAME, Standing
from diary.session import Session
from diary.settings import SECOND_PLACE, SECOND_PLACE_ON, Settings
from diary.ui.backup_minder import BackupMinder
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.settings_backups import BackupSettings
from tests.conftest import FakeClock


@pytest.fixture
def minder(window: MainWindow, settings: Settings) -> BackupMinder:
    return BackupMinder(window, settings)


@pytest.fixture
def part(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> BackupSettings:
    made = BackupSettings(session, settings, theme, str(folder))
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.backups.told):
        made.show()
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def told(qtbot: QtBot, session: Session, command: Callable[[], object]) -> Standing:
    """How it stands when the command's work is done."""
    with qtbot.waitSignal(session.backups.told, timeout=5000) as found:
        command()
    (standing,) = found.args or []
    assert isinstance(standing, Standing)
    return standing


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.scdiary"))


# By itself.


def test_a_backup_is_made_without_a_word(
    minder: BackupMinder, window: MainWindow, session: Session, folder: Path, qtbot: QtBot
) -> None:
    before = window.rail.status.words
    assert backups(folder) == []

    told(qtbot, session, minder.look)

    (made,) = backups(folder)
    assert is_whole(made)
    assert window.rail.status.words == before


def test_a_day_later_there_is_another(
    minder: BackupMinder, session: Session, clock: FakeClock, folder: Path, qtbot: QtBot
) -> None:
    told(qtbot, session, minder.look)
    told(qtbot, session, minder.look)
    assert len(backups(folder)) == 1
    assert minder.timer.isActive()

    clock.advance(days=1)
    told(qtbot, session, minder.look)

    assert len(backups(folder)) == 2


def test_a_failure_is_said_once_a_day_in_the_status_line(
    minder: BackupMinder,
    window: MainWindow,
    session: Session,
    folder: Path,
    qtbot: QtBot,
) -> None:
    (folder / "backups").write_text("a file in the folder's place")

    told(qtbot, session, minder.look)
    assert "No backup could be made" in window.rail.status.words
    assert "safe" in window.rail.status.words

    window.say("something else")
    told(qtbot, session, minder.look)
    assert window.rail.status.words == "something else"


def test_a_full_stick_is_said(
    minder: BackupMinder,
    window: MainWindow,
    session: Session,
    settings: Settings,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.set(SECOND_PLACE, str(stick))

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_folder, "copy_durably", full)
    told(qtbot, session, minder.look)

    assert "second place" in window.rail.status.words
    assert "full" in window.rail.status.words


@pytest.mark.parametrize(("days", "said"), [(13, False), (14, True)])
def test_after_a_fortnight_without_the_second_place_there_is_a_note(
    minder: BackupMinder,
    window: MainWindow,
    session: Session,
    settings: Settings,
    clock: FakeClock,
    stick: Path,
    qtbot: QtBot,
    days: int,
    *,
    said: bool,
) -> None:
    settings.set(SECOND_PLACE, str(stick))
    told(qtbot, session, minder.look)
    assert settings.value(SECOND_PLACE_ON) == "2026-11-22"
    shutil.rmtree(stick)

    clock.advance(days=days)
    told(qtbot, session, minder.look)

    assert ("22 November 2026" in window.rail.status.words) is said


def test_without_a_second_place_nobody_is_nagged(
    minder: BackupMinder, window: MainWindow, session: Session, clock: FakeClock, qtbot: QtBot
) -> None:
    before = window.rail.status.words
    told(qtbot, session, minder.look)
    clock.advance(days=100)
    told(qtbot, session, minder.look)

    assert window.rail.status.words == before


def test_closing_does_not_wait_for_a_backup_to_end(session: Session, folder: Path) -> None:
    session.backups.now()
    session.backups.close()

    assert not list((folder / "backups").glob(".unfinished-*"))
    assert all(is_whole(file) for file in backups(folder))


# In the settings.


def test_the_settings_say_that_there_is_none_yet(part: BackupSettings) -> None:
    assert "no backup yet" in part.here.text()
    assert not part.problem.isVisible()
    assert not part.forget_button.isVisible()
    assert "USB stick" in part.there.text()


def test_back_up_now(part: BackupSettings, session: Session, folder: Path, qtbot: QtBot) -> None:
    told(qtbot, session, part.now_button.click)

    assert len(backups(folder)) == 1
    assert part.here.text() == "Last backup: today, 09:30. 1 backup is kept."
    assert part.now_button.isEnabled()
    assert not part.stop_button.isVisible()


def test_while_it_works_it_can_be_cancelled(
    part: BackupSettings, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.backups.told):
        part.back_up()
        assert not part.now_button.isEnabled()
        assert part.stop_button.isVisible()
        part.stop_button.click()
    assert part.now_button.isEnabled()


def test_choosing_a_second_place_backs_up_there(
    part: BackupSettings,
    session: Session,
    settings: Settings,
    stick: Path,
    folder: Path,
    qtbot: QtBot,
) -> None:
    part.ask_folder = lambda: str(stick)

    standing = told(qtbot, session, part.choose_button.click)

    place = stick / SECOND_NAME
    assert standing.second_there
    assert settings.second_place() == place
    assert [each.name for each in place.iterdir()] == [each.name for each in backups(folder)]
    assert part.place.text().replace("\u200b", "") == f"Second place: {place}"
    assert "Last backup there: today, 09:30." in part.there.text()
    assert "no passphrase" in part.there.text()


def test_a_stick_that_is_pulled_is_said(
    part: BackupSettings, session: Session, stick: Path, qtbot: QtBot
) -> None:
    part.ask_folder = lambda: str(stick)
    told(qtbot, session, part.choose)
    shutil.rmtree(stick)

    told(qtbot, session, part.back_up)

    assert "not there at the moment" in part.there.text()
    assert not part.problem.isVisible()
    assert not stick.exists()


def test_the_diarys_own_folder_is_refused(
    part: BackupSettings, session: Session, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    part.ask_folder = lambda: str(folder)

    with qtbot.waitSignal(session.backups.place_refused):
        part.choose()

    assert "USB stick" in part.problem.text()
    assert settings.second_place() is None


def test_a_closed_dialog_changes_nothing(part: BackupSettings, settings: Settings) -> None:
    part.ask_folder = lambda: ""
    part.choose()

    assert settings.second_place() is None


def test_the_second_place_can_be_given_up(
    part: BackupSettings, session: Session, settings: Settings, stick: Path, qtbot: QtBot
) -> None:
    part.ask_folder = lambda: str(stick)
    told(qtbot, session, part.choose)

    told(qtbot, session, part.forget_button.click)

    assert settings.second_place() is None
    assert len(list((stick / SECOND_NAME).iterdir())) == 1
    assert not part.forget_button.isVisible()


def test_the_folder_is_shown_in_the_file_manager(
    part: BackupSettings, session: Session, folder: Path, qtbot: QtBot
) -> None:
    shown: list[Path] = []
    part.open_place = shown.append
    part.open_button.click()
    told(qtbot, session, part.back_up)
    part.open_button.click()

    assert shown == [folder, folder / "backups"]


def test_a_day_is_remembered_and_nonsense_is_not(settings: Settings) -> None:
    settings.set(SECOND_PLACE_ON, date(2026, 11, 22).isoformat())
    settings.set(SECOND_PLACE, "no/absolute/path")

    assert settings.value(SECOND_PLACE_ON) == "2026-11-22"
    assert settings.second_place() is None
