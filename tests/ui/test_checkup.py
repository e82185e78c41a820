"""The diary is checked after the start and when asked for: whole is quiet, damage is not."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

import db.check
from db.errors import DiskFailedError, RestingError
from diary.jobs import StoppedError
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
    monkeypatch.setattr("db.check.check_bytes", lambda *_given: ["integrity_check: page 3"])
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
    def fails(*_given: object) -> None:
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


def test_a_check_that_takes_a_while_says_how_far_it_is_and_can_be_cancelled(
    session: Session, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()

    def slow(_read: object, follow: Callable[[int, int], object]) -> list[str]:
        follow(1, 6)
        goes_on.wait(10)
        follow(2, 6)
        raise AssertionError

    monkeypatch.setattr("db.check.check_bytes", slow)
    part = CheckSettings(session, settings)
    qtbot.addWidget(part)
    part.show()
    part.check_button.setFocus()
    part.check_button.click()
    assert part.cancel_button.isHidden()

    qtbot.waitUntil(lambda: "part 2 of 6" in part.said.text())
    assert part.check_button.isHidden()
    assert part.focusWidget() is part.cancel_button
    with qtbot.assertNotEmitted(session.checkup.checked), qtbot.waitSignal(session.checkup.stopped):
        part.cancel_button.click()
        assert part.said.text() == "Stopping. Nothing is changed."
        goes_on.set()

    assert part.said.text() == "It has not been checked on this computer yet."
    assert part.cancel_button.isHidden()
    assert part.focusWidget() is part.check_button


def test_a_check_tells_its_parts_and_breaks_off_in_the_middle_of_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.check, "_OPERATIONS", 10)
    heard: list[tuple[int, int]] = []

    def follow(done: int, of: int) -> None:
        heard.append((done, of))
        if heard.count((1, 3)) >= 5:
            raise StoppedError

    with pytest.raises(StoppedError):
        db.check.check_bytes(session.read, follow)

    assert heard[0] == (0, 3)
    assert heard[-1] == (1, 3)


def test_a_diary_that_is_locked_meanwhile_ends_the_check(
    session: Session, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rests(*_given: object) -> None:
        raise RestingError

    monkeypatch.setattr("db.check.check_bytes", rests)
    part = CheckSettings(session, settings)
    qtbot.addWidget(part)
    with qtbot.waitSignal(session.checkup.stopped):
        part.check_button.click()

    assert "being checked" not in part.said.text()
