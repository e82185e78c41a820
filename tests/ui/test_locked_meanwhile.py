"""What shows while the diary is locked, and how the rail locks it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from db import keys
from diary.session import Session
from diary.settings import REMINDER, Settings
from diary.ui.dialogs.left_words import LeftWords
from diary.ui.main_window import MainWindow
from diary.ui.raising import bring_up
from diary.ui.theme import Theme
from diary.ui.tray import Tray
from tests.conftest import FakeClock
from tests.ui.lock_kit import WORDS, locked, locking_of, unlock
from tests.ui.test_locking import light_work, made, window
from tests.ui.test_tray import FakeIcon

__all__ = ["light_work", "made", "window"]

TYPED = "the tip of my thumb went white at the bus stop"


def test_a_second_start_raises_what_asks(window: MainWindow, qtbot: QtBot) -> None:
    asked = locked(window)

    bring_up(window)

    assert asked.isVisible()
    assert not window.isVisible()


def test_a_reminder_says_only_that_it_is_time(
    window: MainWindow, settings: Settings, theme: Theme, clock: FakeClock
) -> None:
    tray = Tray(window, settings, theme, available=lambda: True, make=FakeIcon)
    settings.set(REMINDER, "20:00")
    locked(window)
    clock.moment = clock.moment.replace(hour=20, minute=1)

    tray.look()
    tray.open_today()
    tray._on_attack()

    assert isinstance(tray.icon, FakeIcon)
    assert tray.icon.said == ["It is time."]
    assert not window.isVisible()


def test_closed_while_locked_it_ends_in_order(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    asked = locked(window)

    with qtbot.waitSignal(window.closed):
        asked.close()


def test_a_new_day_is_there_when_it_opens(
    window: MainWindow, session: Session, clock: FakeClock, qtbot: QtBot
) -> None:
    page = window.today_page()
    locked(window)
    clock.advance(days=1)
    session.watch.look()

    unlock(window, qtbot)

    assert page.day in {session.today(), session.today() - timedelta(days=1)}


def test_the_rail_locks_and_the_keyboard_does_not_come_back_to_what_locks(
    window: MainWindow, qtbot: QtBot
) -> None:
    lock_button = window.rail.lock_button
    assert lock_button.isVisible()
    lock_button.setFocus()
    lock_button.click()
    assert locking_of(window).asked is not None
    unlock(window, qtbot)

    assert window.focusWidget() is not lock_button
    assert window.stack.isAncestorOf(window.focusWidget())


def test_without_a_passphrase_the_rail_offers_no_lock(window: MainWindow, folder: Path) -> None:
    keys.store(folder, keys.load(folder, WORDS))
    locking_of(window).look()
    assert not window.rail.lock_button.isVisible()


def test_what_was_typed_has_the_keyboard_when_it_comes_back(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    left = LeftWords([TYPED], window.session, theme, window)
    left.open()
    qtbot.waitExposed(left)

    assert left.focusWidget() is left.text
    left.close()
