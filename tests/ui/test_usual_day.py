"""A usual day takes at most six presses besides the values, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Attack, Value
from diary.field import Cadence, Kind
from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.conftest import FakeClock

Save = Callable[[Callable[[], object]], None]
MOST = 6
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Someone at the keyboard. Each press of a key or chord is an action, but those of values."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.actions = 0

    @property
    def place(self) -> str:
        """The name of the control with the keyboard."""
        here = QApplication.focusWidget()
        return here.accessibleName() if here else ""

    def press(
        self, key: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One action."""
        self.actions += 1
        self._hit(key, chord)

    def enter(self, digit: int) -> None:
        """A value."""
        self._hit(KEY(KEY.Key_0 + digit), Qt.KeyboardModifier.NoModifier)

    def _hit(self, key: Qt.Key, chord: Qt.KeyboardModifier) -> None:
        here = QApplication.focusWidget()
        assert here is not None
        self._qtbot.keyClick(here, key, chord)


@pytest.fixture
def yesterday(session: Session, save: Save) -> dict[str, Value]:
    """All that is asked each day by default, as recorded the day before."""
    asked = [field for field in session.shown if field.cadence is Cadence.DAILY]
    values: dict[str, Value] = {
        field.key: "attacks" if field.kind is Kind.CHOICE else 2
        for field in asked
        if not field.panel
    }
    save(lambda: session.fill(session.today() - timedelta(days=1), values))
    return values


@pytest.fixture
def window(
    session: Session,
    settings: Settings,
    theme: Theme,
    qtbot: QtBot,
    yesterday: dict[str, Value],
) -> Iterator[MainWindow]:
    assert yesterday
    made = MainWindow(session, settings, theme, "/a/folder")
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: bool(made.today_page().day_cards.are_made))
    yield made
    made.close()


def test_the_usual_day(
    window: MainWindow,
    session: Session,
    clock: FakeClock,
    yesterday: dict[str, Value],
    qtbot: QtBot,
    save: Save,
) -> None:
    hands = Hands(qtbot)
    save(lambda: hands.press(KEY.Key_D, CTRL))  # the same as yesterday
    save(lambda: hands.enter(5))  # skin tightness, where the keyboard begins
    hands.press(KEY.Key_H)
    save(lambda: hands.enter(4))  # heartburn
    hands.press(KEY.Key_T)
    while "Tiredness" not in hands.place:
        hands.press(KEY.Key_T)
    save(lambda: hands.enter(7))  # tiredness
    save(lambda: hands.press(KEY.Key_F2))  # an attack begins
    clock.advance(minutes=12)
    save(lambda: hands.press(KEY.Key_F2))  # and has ended
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)

    changed = {"skin.tightness": 5, "digestion.heartburn": 4, "general.fatigue": 7}
    readings = session.read.day_readings(session.today())
    assert {key: reading.value for key, reading in readings.items()} == yesterday | changed
    (attack,) = session.read.attacks(session.today(), session.today())
    assert attack == _ended(attack)
    hands.press(KEY.Key_Escape)  # its details can wait
    assert QApplication.activeModalWidget() is None
    assert hands.actions <= MOST, f"it took {hands.actions}"


def _ended(attack: Attack) -> Attack:
    assert not attack.ongoing
    assert attack.minutes == 12
    return attack


def test_a_letter_goes_to_the_next_field_of_that_name_and_round_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    names = []
    for _press in range(4):
        hands.press(KEY.Key_C)
        names.append(hands.place)
    assert names == ["Cramps", "Constipation", "Cramps", "Constipation"]
    assert window.today_page().day == window.session.today()
