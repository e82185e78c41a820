"""Keys: no chord of more than two, each on the sheet, from card to card, and Escape goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.actions import COMMANDS, FIELD_KEYS, PAGE_KEYS
from diary.ui.book import PAGES
from diary.ui.dialogs.keys_sheet import KeysSheet
from diary.ui.main_window import MainWindow
from tests.ui.chords import chord

PLACES = [place.key for place, _maker in PAGES]
NOT_LISTED = {"Ctrl+P", "="}
"""Print has a button beside Save and its key on it; = is + without Shift."""


def all_keys(window: MainWindow) -> list[QKeySequence]:
    """Those of the window and of every page."""
    for place in (*PLACES, "settings"):
        window.show_page(place)
    actions = [keys for each in window.findChildren(QAction) for keys in each.shortcuts()]
    return actions + [each.key() for each in window.findChildren(QShortcut)]


def test_no_chord_has_more_than_two_keys(window: MainWindow) -> None:
    found = all_keys(window)
    assert len(found) > 25
    assert [keys.toString() for keys in found if len(chord(keys)) > 2] == []


def test_each_key_is_on_the_sheet(window: MainWindow) -> None:
    listed = {keys for command in COMMANDS for keys in command.shortcuts}
    listed |= {f"Ctrl+{number}" for number in range(1, len(PLACES) + 1)}
    words = " ".join(str(keys) for keys, _what in (*FIELD_KEYS, *PAGE_KEYS))
    words = words.replace("←", "Left").replace("→", "Right").replace("−", "-")
    for keys in all_keys(window):
        name = keys.toString()
        assert name in listed | NOT_LISTED or name in words, f"{name} is on no sheet"


def test_the_sheet_shows_each_command(window: MainWindow) -> None:
    window.show_keys()
    sheet = window.findChild(KeysSheet)
    assert isinstance(sheet, KeysSheet)
    shown = {each.text() for each in sheet.findChildren(QLabel)}
    assert {str(command.label) for command in COMMANDS} <= shown
    sheet.close()


def cards_by(window: MainWindow, qtbot: QtBot, shift: Qt.KeyboardModifier) -> list[str]:
    """The cards that one comes to by the key, until the first comes again."""
    with qtbot.waitActive(window):
        window.activateWindow()
    names: list[str] = []
    for _press in range(20):
        here = window.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Qt.Key.Key_F6, shift)
        name = _card_of(window.focusWidget())
        if name in names:
            return names
        names.append(name)
    raise AssertionError(names)


def _card_of(widget: QWidget | None) -> str:
    while widget is not None and widget.property("role") != "card":
        widget = widget.parentWidget()
    return widget.accessibleName() if widget else ""


def test_one_key_goes_from_card_to_card_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.today_page().make_day_cards()
    QApplication.processEvents()
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier

    there = cards_by(window, qtbot, none)
    back = cards_by(window, qtbot, shift)

    cards = ["Skin", "Raynaud’s", "Digestion", "Heart, lungs, kidneys", "General", "Note"]
    assert sorted(there) == sorted(back) == sorted(cards)
    assert there == [*cards[1:], cards[0]]


@pytest.mark.parametrize("place", ["settings", "body"])
def test_the_key_also_serves_other_pages(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.show_page(place)
    assert len(cards_by(window, qtbot, Qt.KeyboardModifier.NoModifier)) > 2
