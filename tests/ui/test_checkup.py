"""The diary is checked after the start and when asked for: whole is quiet, damage is not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from db.errors import DiskFailedError
from diary.session import Session
from diary.settings import CHECKED_AT, Settings
from diary.ui.check_minder import CheckMinder
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.settings_check import CheckSettings


@pytest.fixture
def minder(session: Session, settings: Settings, theme: Theme, qtbot: QtBot) -> CheckMinder:
    window = MainWindow(session, settings, theme, "/a/folder")
    qtbot.addWidget(window)
    return CheckMinder(window, settings)


def test_a_whole_diary_is_quiet_and_the_settings_say_when(
    minder: CheckMinder, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    part = CheckSettings(session, settings)
    qtbot.addWidget(part)
    assert part.said.text() == "It has not been checked on this computer yet."

    with qtbot.assertNotEmitted(minder.damaged), qtbot.waitSignal(session.checkup.checked):
        part.check_button.click()
        assert "being checked" in part.said.text()

    assert settings.value(CHECKED_AT) == session.clock.now().isoformat()
    assert part.said.text().startswith("Your diary is whole. Last checked: 22 November 2026")


def test_damage_is_told_and_not_remembered_as_a_check(
    minder: CheckMinder,
    session: Session,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("db.check.check_bytes", lambda _store: ["integrity_check: page 3"])
    with qtbot.waitSignal(minder.damaged):
        session.checkup.start()
    assert settings.value(CHECKED_AT) == ""


def test_3_a_disk_that_fails_meanwhile_is_no_damage(
    minder: CheckMinder,
    session: Session,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_store: object) -> None:
        raise DiskFailedError

    monkeypatch.setattr("db.check.check_bytes", fails)
    part = CheckSettings(session, settings)
    qtbot.addWidget(part)
    with qtbot.assertNotEmitted(minder.damaged), qtbot.waitSignal(session.checkup.failed):
        part.check_button.click()

    assert part.said.text().startswith("It could not be checked. The disk gave an error.")
    assert settings.value(CHECKED_AT) == ""


def test_the_check_comes_by_itself_and_once(minder: CheckMinder) -> None:
    assert minder.timer.isActive()
    assert minder.timer.isSingleShot()
