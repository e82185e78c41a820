"""What the tests of attacks share: a full attack, an opened editor, keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.records import Attack
from diary.clock import in_zone
from diary.session import Session
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.models.attack_list import DayRow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock

T = TypeVar("T")
Open = Callable[..., AttackEditor]
Save = Callable[[Callable[[], object]], None]
Show = Callable[[], AttacksPage]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
START = in_zone(date(2026, 11, 22), 8, 10, "Europe/Berlin")
FULL = Attack(
    id="full",
    started_at=START + timedelta(seconds=17),
    zone="Europe/Berlin",
    recorded_at=START + timedelta(minutes=30),
    minutes=25,
    colours=("pale", "blue_grey"),
    places=("right_index", "nose", "left_elbow"),
    pain=0,
    numbness=4,
    triggers=("cold_air", "of_a_later_version"),
    relief=("gloves",),
    note="at the bus stop",
)


def sure(value: T | None) -> T:
    """A value that must be there; the test fails where there is none."""
    assert value is not None
    return value


def attack(clock: FakeClock, number: int, hours_ago: float, **more) -> Attack:
    """An attack that began some hours ago, called "a1", "a2" ..."""
    start = clock.now() - timedelta(hours=hours_ago)
    return Attack(
        id=f"a{number}",
        started_at=start,
        zone=clock.zone(),
        recorded_at=more.pop("recorded_at", start),
        **more,
    )


def stored(session: Session, qtbot: QtBot, act: Callable[[], object]) -> Attack:
    """The attack as it is in the diary after an act that saves it."""
    with qtbot.waitSignal(session.changed, timeout=5000) as heard:
        act()
    after: Attack = heard.args[0].edits[0].after
    return sure(session.read.attack(after.id))


def chip(editor: AttackEditor, name: str) -> QPushButton:
    """The one button with this full name."""
    made = [b for b in editor.findChildren(QPushButton) if b.accessibleName() == name]
    assert len(made) == 1, name
    return made[0]


def type_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Replace a line's text as a person does, and leave it."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Key.Key_Tab)


def press(qtbot: QtBot, editor: AttackEditor, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(editor.focusWidget() or editor, key, *more)


def opener(session: Session, theme: Theme, qtbot: QtBot) -> Open:
    """Opens the editor on an attack, or on a new one."""

    def show(given: Attack | None = None) -> AttackEditor:
        editor = AttackEditor(session, theme, given)
        qtbot.addWidget(editor)
        with qtbot.waitActive(editor):
            editor.open_at_start()
        return editor

    return show


def shower(session: Session, theme: Theme, qtbot: QtBot) -> Show:
    """Makes and shows the page of attacks; qtbot closes it."""

    def make() -> AttacksPage:
        page = AttacksPage(session, theme)
        page.resize(900, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


def rows(page: AttacksPage) -> list[str]:
    """The list from top to bottom: headings in words, attacks by id."""
    model = page.list.attacks
    every = [model.record(model.index(place)) for place in range(model.rowCount())]
    return [
        f"{row.day:%d}: {row.words}" if isinstance(row, DayRow) else row.id
        for row in every
        if row is not None
    ]


def ids(page: AttacksPage) -> list[str]:
    """The attacks of the list by id."""
    return [row for row in rows(page) if ":" not in row]
