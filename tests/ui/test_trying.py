"""Looking around in a sample diary: everything works in it, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import passphrase
from diary.palette import Look
from diary.paths import Places
from diary.session import Session
from diary.settings import NO, ONE_KEY, TEXT_SIZE, Settings
from diary.ui import aims as all_aims
from diary.ui.dialogs.first_start import FirstStart
from diary.ui.dialogs.sample_waiting import SampleWaiting
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.raising import bring_up
from diary.ui.theme import Theme
from diary.ui.trying import OF_THIS_COMPUTER, Trying
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.settings_part import SettingsPart
from tests.conftest import FakeClock
from tests.ui.lock_kit import locked, set_passphrase, unlock

LookAround = Callable[[], MainWindow]
pytestmark = pytest.mark.usefixtures("temporary")


@pytest.fixture
def look_around(
    window: MainWindow, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[LookAround]:
    """Opens the sample; gives its window."""
    tries: list[Trying] = []

    def begin() -> MainWindow:
        tries.append(Trying(window, settings, theme))
        tries[-1].begin()
        qtbot.waitUntil(lambda: tries[-1].sample is not None, timeout=20_000)
        assert tries[-1].sample is not None
        return tries[-1].sample

    yield begin
    window.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go_back(sample: MainWindow) -> None:
    """Press the button of the band."""
    bands = [each for each in sample.findChildren(Notice) if each.isVisible()]
    assert [each.words.text() for each in bands] == ["This is a sample. Nothing here is yours."]
    bands[0].button.click()


def test_it_stands_in_place_of_the_patients_window_until_the_way_back(
    window: MainWindow, look_around: LookAround
) -> None:
    sample = look_around()
    assert sample.isVisible()
    assert not window.isVisible()
    assert sample.geometry() == window.geometry()
    go_back(sample)

    assert window.isVisible()
    assert not sample.isVisible()


def test_everything_can_be_tried_and_the_own_diary_stays_as_it_was(
    window: MainWindow,
    session: Session,
    settings: Settings,
    look_around: LookAround,
    folder: Path,
    qtbot: QtBot,
) -> None:
    files = {each: each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()}
    kept = Path(settings.file).read_text("utf-8") if Path(settings.file).exists() else ""
    sample = look_around()
    own = sample.session
    with qtbot.waitSignal(own.saved):
        own.record(own.today(), "skin.tightness", 7)
    for page in ("attacks", "body", "care", "history", "learn", "settings"):
        sample.show_page(page)
    assert own.day_readings(own.today())["skin.tightness"].value == 7
    go_back(sample)

    assert session.read.span() is None
    assert {each: each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()} == files
    assert (Path(settings.file).read_text("utf-8") if Path(settings.file).exists() else "") == kept


@pytest.mark.parametrize("way", [MainWindow.close, MainWindow.leave])
def test_closing_its_window_leads_back(
    window: MainWindow, look_around: LookAround, way: Callable[[MainWindow], object]
) -> None:
    way(look_around())

    assert window.isVisible()


def test_where_the_own_window_comes_up_the_sample_goes(
    window: MainWindow, look_around: LookAround, qtbot: QtBot
) -> None:
    sample = look_around()
    with qtbot.waitSignal(sample.closed):
        bring_up(window)  # as the tray or a second start does

    assert window.isVisible()


def test_where_the_program_ends_the_sample_goes_too(
    window: MainWindow, look_around: LookAround, temporary: Path
) -> None:
    sample = look_around()
    window.leave()

    assert not sample.isVisible()
    assert not window.isVisible()
    assert not list(temporary.iterdir())


def test_a_text_size_that_is_tried_does_not_stay(
    settings: Settings, theme: Theme, look_around: LookAround
) -> None:
    settings.set(TEXT_SIZE, "14")
    theme.apply(Look.LIGHT, 14)
    sample = look_around()
    assert theme.points == 14
    sample._resize_text(4)
    assert theme.points == 18
    go_back(sample)

    assert theme.points == 14
    assert settings.value(TEXT_SIZE) == "14"


def test_the_sample_takes_keys_as_the_own_diary_does(
    settings: Settings, look_around: LookAround
) -> None:
    settings.set(ONE_KEY, NO)
    sample = look_around()

    assert sample._settings.value(ONE_KEY) == NO


def test_settings_that_reach_beyond_a_diary_are_not_offered(look_around: LookAround) -> None:
    page = look_around().show_page("settings")
    assert isinstance(page, SettingsPage)

    parts = page.findChildren(SettingsPart)
    reach = [each for each in parts if isinstance(each, OF_THIS_COMPUTER)]
    assert len(reach) == len(OF_THIS_COMPUTER)
    assert not any(each.isVisible() or each.isEnabled() for each in reach)
    assert not set(page.parts) & set(reach)
    assert all(each.isVisible() for each in page.parts)


def test_only_the_own_diary_offers_a_sample(window: MainWindow, look_around: LookAround) -> None:
    words = "Look around in a sample diary"
    (offer,) = [each for each in all_aims.aims(window) if each.words == words]
    wanted: list[bool] = []
    window.sample_wanted.connect(lambda: wanted.append(True))
    offer.do()

    assert wanted == [True]
    in_sample = all_aims.aims(look_around())
    assert not [each for each in in_sample if each.words == words or each.kind == "Settings"]


def test_locking_it_locks_the_own_diary(
    window: MainWindow, look_around: LookAround, qtbot: QtBot
) -> None:
    sample = look_around()
    with qtbot.waitSignal(window.lock_wanted):
        sample.lock_wanted.emit()

    assert not sample.isVisible()


def test_a_diary_that_locks_meanwhile_asks_on_the_way_back(
    window: MainWindow,
    settings: Settings,
    folder: Path,
    look_around: LookAround,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    set_passphrase(folder)
    Lockable(window, settings, folder)
    sample = look_around()
    sample.show_aims()
    dialog = QApplication.activeModalWidget()
    asked = locked(window)
    assert dialog is not None
    assert dialog.isVisible()
    assert not asked.isVisible()
    dialog.close()
    go_back(sample)

    assert asked.isVisible()
    assert not window.isVisible()
    unlock(window, qtbot)
    assert window.isVisible()


def test_the_first_start_waits_at_its_step(
    window: MainWindow, theme: Theme, folder: Path, look_around: LookAround, qtbot: QtBot
) -> None:
    places = Places(folder, folder / "settings.ini", folder / "logs")
    first = FirstStart(window.session, theme, places, window)
    first.open()
    qtbot.waitUntil(first.isActiveWindow)
    first.about.look_around.setFocus()
    sample = look_around()
    assert not first.isVisible()
    go_back(sample)

    assert first.isVisible()
    assert first.steps.currentWidget() is first.about
    qtbot.waitUntil(first.about.look_around.hasFocus)
    first.close()


def test_it_need_not_be_waited_for(
    window: MainWindow, settings: Settings, theme: Theme, temporary: Path, qtbot: QtBot
) -> None:
    tried = Trying(window, settings, theme)
    tried.begin()
    waiting = QApplication.activeModalWidget()
    assert isinstance(waiting, SampleWaiting)
    waiting.leave_button.click()
    with qtbot.waitSignal(tried.destroyed, timeout=20_000):
        pass

    assert window.isVisible()
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("way", ["stop waiting", "end"])
def test_it_goes_where_its_window_is_half_made(
    window: MainWindow,
    settings: Settings,
    theme: Theme,
    temporary: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    tried = Trying(window, settings, theme)
    going = {"stop waiting": tried.waiting.reject, "end": window.leave}[way]
    monkeypatch.setattr(tried, "_open_page", lambda _aside: going())
    with qtbot.waitSignal(tried.destroyed, timeout=20_000):
        tried.begin()

    assert not list(temporary.iterdir())
    assert window.isVisible() == (way == "stop waiting")


def test_closing_the_diary_while_it_is_made_leaves_nothing(
    window: MainWindow, settings: Settings, theme: Theme, temporary: Path
) -> None:
    Trying(window, settings, theme).begin()
    window.leave()

    assert not list(temporary.iterdir())


def test_where_it_cannot_be_made_the_reason_is_said(
    window: MainWindow,
    settings: Settings,
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.scratch.take", full)
    Trying(window, settings, theme).begin()
    waiting = QApplication.activeModalWidget()
    assert isinstance(waiting, SampleWaiting)

    qtbot.waitUntil(lambda: "The system refused: " in waiting.words.text())
    waiting.leave_button.click()


def test_it_shows_the_same_day_as_the_own_diary(look_around: LookAround, clock: FakeClock) -> None:
    assert look_around().session.today() == clock.now().date()
