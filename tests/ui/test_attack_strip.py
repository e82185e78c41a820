"""Attack now: begins, runs, is moved back, ends; and is there again after a restart."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.folder import open_diary
from diary.fields import CATALOGUE
from diary.logic.attacks import running_time
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.attack_strip import AttackStrip, began_words, clock_words
from tests.conftest import FakeClock
from tests.ui.attack_kit import sure

Save = Callable[[Callable[[], object]], None]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[AttackStrip]:
    assert theme is not None
    rail = QWidget()
    made = AttackStrip(session)
    column = QVBoxLayout(rail)
    column.addWidget(made)
    column.addWidget(made.ways)
    qtbot.addWidget(rail)
    rail.show()
    qtbot.waitExposed(rail)
    yield made
    rail.close()


def click(qtbot: QtBot, button) -> None:
    qtbot.mouseClick(button, LEFT)


def test_at_rest_there_is_one_large_button(strip: AttackStrip):
    assert strip.start.isVisible()
    assert strip.start.height() >= 44
    assert not strip.end.isVisible()
    assert not strip._timer.isActive()


def test_one_click_begins_an_attack_that_is_shown_running(
    strip: AttackStrip, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    save(lambda: click(qtbot, strip.start))
    clock.advance(minutes=12, seconds=34)
    strip._tick()

    stored = session.read.ongoing_attack()
    assert stored is not None
    assert strip.since.text() == "Attack since 09:30"
    assert strip.time.text() == "12:34"
    assert (strip.start.isVisible(), strip.end.isVisible()) == (False, True)


def test_the_running_time_goes_on_by_itself(
    strip: AttackStrip, clock: FakeClock, save: Save, qtbot: QtBot
):
    save(lambda: click(qtbot, strip.start))
    clock.advance(seconds=1)

    qtbot.waitUntil(lambda: strip.time.text() == "0:01", timeout=3000)


def test_it_rests_while_nobody_can_see_it(strip: AttackStrip, save: Save, qtbot: QtBot):
    save(lambda: click(qtbot, strip.start))
    assert strip._timer.isActive()

    strip.hide()
    assert not strip._timer.isActive()

    strip.show()
    assert strip._timer.isActive()


@pytest.mark.parametrize("minutes", [5, 10, 20, 30, 60])
def test_the_start_can_be_moved_back(
    minutes, strip: AttackStrip, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    save(lambda: click(qtbot, strip.start))
    clock.advance(minutes=3)
    click(qtbot, strip.earlier)

    save(lambda: click(qtbot, strip._popup.choices[minutes]))

    stored = session.read.ongoing_attack()
    assert stored is not None
    assert running_time(stored, clock.now()) == timedelta(minutes=minutes)
    assert not strip._popup.isVisible()


def test_an_attack_begun_by_mistake_is_deleted_and_undo_brings_it_back(
    strip: AttackStrip, session: Session, save: Save, qtbot: QtBot
):
    save(strip.start_attack)
    begun = session.running_attack()
    said: list[str] = []
    strip.announced.connect(said.append)
    click(qtbot, strip.earlier)
    save(lambda: click(qtbot, strip._popup.mistake))
    assert session.running_attack() is None
    assert not strip._popup.isVisible()
    assert said == ["The attack was deleted."]
    assert strip.start.isVisible()
    save(session.undo)
    assert session.running_attack() == begun


def test_moving_back_works_by_keys_alone_and_escape_changes_nothing(
    strip: AttackStrip, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    save(lambda: click(qtbot, strip.start))
    strip.earlier.setFocus()
    qtbot.keyClick(strip.earlier, Qt.Key.Key_Space)
    qtbot.keyClick(strip._popup, Qt.Key.Key_Escape)
    assert not strip._popup.isVisible()
    assert running_time(sure(session.read.ongoing_attack()), clock.now()) == timedelta()

    qtbot.keyClick(strip.earlier, Qt.Key.Key_Space)
    qtbot.keyClick(strip._popup, Qt.Key.Key_Right)
    save(lambda: qtbot.keyClick(strip._popup, Qt.Key.Key_Return))

    assert running_time(sure(session.read.ongoing_attack()), clock.now()) == timedelta(minutes=10)


def test_ending_saves_the_length_and_then_asks_for_details(
    strip: AttackStrip, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    save(lambda: click(qtbot, strip.start))
    running = sure(session.read.ongoing_attack())
    clock.advance(minutes=25)

    with qtbot.waitSignal(strip.details_wanted) as wanted:
        click(qtbot, strip.end)

    assert wanted.args == [running.id]
    assert sure(session.read.attack(running.id)).minutes == 25
    assert strip.start.isVisible()


def test_the_one_key_begins_and_ends(strip: AttackStrip, session: Session, save: Save):
    save(strip.start_or_end)
    assert session.read.ongoing_attack() is not None

    save(strip.start_or_end)
    assert session.read.ongoing_attack() is None


def test_it_follows_what_happens_elsewhere_and_asks_nothing(
    strip: AttackStrip, session: Session, save: Save, qtbot: QtBot
):
    save(session.start_attack)
    assert strip.end.isVisible()

    with qtbot.assertNotEmitted(strip.details_wanted):
        save(session.end_attack)
    assert strip.start.isVisible()

    save(session.undo)
    assert strip.end.isVisible()


def test_the_keyboard_stays_on_the_strip_when_its_button_changes(
    strip: AttackStrip, save: Save, qtbot: QtBot
):
    with qtbot.waitActive(strip):
        strip.activateWindow()
    strip.start.setFocus()
    save(lambda: qtbot.keyClick(strip.start, Qt.Key.Key_Space))

    assert strip.end.hasFocus()


def test_screen_readers_hear_of_it_once_and_not_each_second(
    strip: AttackStrip, clock: FakeClock, save: Save, qtbot: QtBot
):
    said: list[str] = []
    strip.announced.connect(said.append)
    save(lambda: click(qtbot, strip.start))
    for _second in range(5):
        clock.advance(seconds=1)
        strip._tick()
    save(lambda: strip.begin_ago(20))
    save(lambda: click(qtbot, strip.end))

    assert said == [
        "The attack has begun.",
        "Attack since 09:10",
        "The attack has ended.",
    ]
    spoken = QAccessible.queryAccessibleInterface(strip.time)
    assert "0:" not in spoken.text(QAccessible.Text.Name)


def test_a_running_attack_is_there_again_after_a_kill(
    folder: Path, clock: FakeClock, theme: Theme, qtbot: QtBot
):
    begin = (
        "import os, signal, sys; from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from db.folder import open_diary; from diary.fields import CATALOGUE\n"
        "from diary.session import Session; from tests.conftest import FakeClock\n"
        "app = QCoreApplication([])\n"
        "session = Session(open_diary(Path(sys.argv[1])), CATALOGUE, FakeClock())\n"
        "session.saved.connect(lambda _at: os.kill(os.getpid(), signal.SIGKILL))\n"
        "session.start_attack(); app.exec()\n"
    )
    killed = subprocess.run([sys.executable, "-c", begin, str(folder)], check=False, timeout=60)
    assert killed.returncode != 0
    clock.advance(hours=1, minutes=2, seconds=3)

    again = Session(open_diary(folder), CATALOGUE, clock)
    strip = AttackStrip(again)
    qtbot.addWidget(strip)

    assert strip.time.text() == "1:02:03"
    again.close()
    assert theme is not None


def test_an_attack_of_another_day_says_its_day(session: Session, clock: FakeClock, save: Save):
    save(session.start_attack)
    clock.advance(days=2)

    words = began_words(sure(session.read.ongoing_attack()), clock.now())

    assert words == "Sun 22 Nov, 09:30"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(), "0:00"),
        (timedelta(seconds=59), "0:59"),
        (timedelta(minutes=59, seconds=59), "59:59"),
        (timedelta(hours=1), "1:00:00"),
        (timedelta(days=2, minutes=1), "48:01:00"),
    ],
)
def test_running_times_in_words(length, words):
    assert clock_words(length) == words
