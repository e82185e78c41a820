from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.settings import REMINDED_ON, REMINDER, TRAY_TOLD, Settings
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.tray import Tray
from tests.conftest import FakeClock
from tests.ui.conftest import Wait

WORDS = "Your diary is open for today."


class FakeIcon(QSystemTrayIcon):
    """Keeps what it would say; the test's desktop has no tray."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []

    def showMessage(self, title: str, message: str, *rest: object) -> None:  # noqa: ARG002, N802
        self.said.append(message)


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, "/a/folder")
    yield made
    made.leave()


@pytest.fixture
def has_tray() -> list[bool]:
    return [True]


@pytest.fixture
def tray(window: MainWindow, settings: Settings, theme: Theme, has_tray: list[bool]) -> Tray:
    return Tray(window, settings, theme, available=lambda: has_tray[0], make=FakeIcon)


def said(tray: Tray) -> list[str]:
    assert isinstance(tray.icon, FakeIcon)
    return tray.icon.said


def at(clock: FakeClock, hour: int, minute: int = 0) -> None:
    clock.moment = clock.moment.replace(hour=hour, minute=minute)


def look(session: Session) -> None:
    session.watch.look()


def test_without_a_reminder_there_is_no_icon_and_closing_closes(
    tray: Tray, window: MainWindow, qtbot: QtBot
) -> None:
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not tray.is_there


def test_at_its_time_it_reminds_once(
    tray: Tray, session: Session, settings: Settings, clock: FakeClock
) -> None:
    settings.set(REMINDER, "20:00")
    assert tray.is_there
    at(clock, 19, 59)
    look(session)
    assert said(tray) == []

    at(clock, 20)
    look(session)
    at(clock, 21)
    look(session)
    assert said(tray) == [WORDS]

    clock.advance(days=1)
    look(session)
    assert said(tray) == [WORDS, WORDS]


def test_it_reminds_once_a_day_also_after_a_new_start(
    window: MainWindow, settings: Settings, theme: Theme, clock: FakeClock, session: Session
) -> None:
    at(clock, 20)
    settings.set(REMINDED_ON, session.today().isoformat())
    settings.set(REMINDER, "20:00")
    assert said(Tray(window, settings, theme, lambda: True, FakeIcon)) == []


def test_a_start_after_its_time_reminds_at_once(
    window: MainWindow, settings: Settings, theme: Theme, clock: FakeClock
) -> None:
    at(clock, 21)
    settings.set(REMINDER, "20:00")
    assert said(Tray(window, settings, theme, lambda: True, FakeIcon)) == [WORDS]


@pytest.mark.parametrize(
    "entry",
    [
        lambda session: session.record(session.today(), "skin.itch", 2),
        lambda session: session.write_note(session.today(), "Frost"),
        lambda session: session.start_attack(),
    ],
)
def test_a_recorded_day_needs_no_reminder(
    tray: Tray,
    session: Session,
    settings: Settings,
    clock: FakeClock,
    save: Wait,
    entry: Callable[[Session], object],
) -> None:
    save(lambda: entry(session))
    settings.set(REMINDER, "20:00")
    at(clock, 20)
    look(session)
    assert said(tray) == []


def test_an_entry_of_yesterday_does_not_count_for_today(
    tray: Tray, session: Session, settings: Settings, clock: FakeClock, save: Wait
) -> None:
    save(lambda: session.record(session.today() - timedelta(days=1), "skin.itch", 2))
    settings.set(REMINDER, "20:00")
    at(clock, 20)
    look(session)
    assert said(tray) == [WORDS]


def test_clicking_the_reminder_raises_the_window_on_today(
    tray: Tray, window: MainWindow, session: Session, settings: Settings
) -> None:
    settings.set(REMINDER, "20:00")
    window.show_page("learn")
    tray.icon.messageClicked.emit()

    assert window.isVisible()
    assert window.stack.currentWidget() is window.today_page()
    assert window.today_page().day == session.today()


def test_closing_the_window_leaves_the_diary_in_the_tray_once_that_was_told(
    tray: Tray, window: MainWindow, settings: Settings, session: Session, save: Wait
) -> None:
    settings.set(REMINDER, "20:00")
    settings.set(TRAY_TOLD, "yes")
    window.show()

    window.close()
    window.show()
    window.close()

    assert not window.isVisible()
    assert len(said(tray)) == 1
    save(lambda: session.record(session.today(), "skin.itch", 2))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()


def test_what_was_not_told_does_not_happen(
    tray: Tray, window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set(REMINDER, "20:00")
    assert tray.is_there
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not tray.is_there, "a closed diary has nothing to remind of"


def test_a_typed_note_is_kept_when_the_window_goes_into_the_tray(
    tray: Tray, window: MainWindow, settings: Settings, session: Session, qtbot: QtBot
) -> None:
    settings.set(REMINDER, "20:00")
    settings.set(TRAY_TOLD, "yes")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    note = window.today_page().note
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "Frost")
    with qtbot.waitSignal(session.saved):
        window.close()
    assert session.note(session.today()) == "Frost"
    assert tray.is_there


def test_the_menu_s_close_and_ctrl_q_end_it(
    tray: Tray,
    window: MainWindow,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append(True))
    settings.set(REMINDER, "20:00")
    settings.set(TRAY_TOLD, "yes")
    window.show()
    window.close()
    with qtbot.waitSignal(window.closed):
        next(each for each in tray.menu.actions() if each.text() == "Close the diary").trigger()
    assert quits == [True]
    assert not tray.is_there
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()


def test_a_desktop_without_a_tray_has_no_icon_and_closing_closes(
    tray: Tray, window: MainWindow, settings: Settings, has_tray: list[bool], qtbot: QtBot
) -> None:
    has_tray[0] = False
    settings.set(REMINDER, "20:00")
    settings.set(TRAY_TOLD, "yes")
    assert not tray.is_there
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_tray_that_comes_later_is_used(
    tray: Tray, session: Session, settings: Settings, has_tray: list[bool]
) -> None:
    has_tray[0] = False
    settings.set(REMINDER, "20:00")
    has_tray[0] = True
    look(session)
    assert tray.is_there


def test_turning_it_off_takes_the_icon_away(tray: Tray, settings: Settings) -> None:
    settings.set(REMINDER, "20:00")
    settings.set(REMINDER, "off")
    assert not tray.is_there


def test_while_the_diary_is_before_one_s_eyes_nothing_reminds(
    tray: Tray, window: MainWindow, session: Session, settings: Settings, clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings.set(REMINDER, "20:00")
    at(clock, 20)
    window.show()
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    look(session)
    assert said(tray) == []
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    look(session)
    assert said(tray) == [WORDS]


def test_the_reminder_tells_nothing_of_the_diary(
    tray: Tray, session: Session, settings: Settings, clock: FakeClock
) -> None:
    settings.set(REMINDER, "20:00")
    at(clock, 20)
    look(session)
    spoken = " ".join([*said(tray), tray.icon.toolTip(), *(a.text() for a in tray.menu.actions())])
    assert "clero" not in spoken
    assert "Raynaud" not in spoken
