"""The first start: three steps, each can be skipped, and nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from db import keys, passphrase
from diary.field import Group
from diary.palette import Look
from diary.paths import Places
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs import first_start
from diary.ui.dialogs.first_start import FirstStart
from diary.ui.dialogs.first_steps import LINES
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.dialogs.reading import Reading
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme


@pytest.fixture
def first(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> Iterator[FirstStart]:
    window = MainWindow(session, settings, theme, str(folder))
    Lockable(window, settings, folder)
    window.show()
    places = Places(folder, Path(settings.file), folder / "logs")
    made = FirstStart(session, theme, places, window)
    made.open()
    yield made
    made.close()
    window.leave()


def press(first: FirstStart, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """A key, wherever the keyboard is."""
    QTest.keyClick(first.focusWidget() or first, key)


def shown(first: FirstStart) -> list[str]:
    """The words of the buttons that lead on or back and can be seen."""
    foot = (first.words.without, first.words.set, first.next_button, first.skip, first.back)
    return [each.text() for each in foot if each.isVisible()]


def test_return_alone_goes_through_all_steps(first: FirstStart, folder: Path) -> None:
    seen = []
    for _step in range(3):
        seen.append(first.place.text())
        assert first.isVisible()
        press(first)

    assert [words.partition(":")[0] for words in seen] == [
        "Step 1 of 3",
        "Step 2 of 3",
        "Step 3 of 3",
    ]
    assert not first.isVisible()
    assert not keys.sealed(folder)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_escape_begins_from_each_step_as_it_stands(
    first: FirstStart, folder: Path, steps: int
) -> None:
    for _step in range(steps):
        press(first)
    press(first, Qt.Key.Key_Escape)

    assert not first.isVisible()
    assert not keys.sealed(folder)
    assert set(first.session.choices.groups_off) == set()


def test_each_step_offers_what_leads_on_and_back(first: FirstStart) -> None:
    on_first = shown(first)
    press(first)
    on_second = shown(first)
    press(first)
    on_last = shown(first)

    assert on_first == ["Go on", "Skip and begin"]
    assert on_second == ["Go on", "Skip and begin", "Back"]
    assert on_last == ["Begin without a passphrase", "Set a passphrase…", "Back"]


def test_each_choice_of_a_passphrase_has_its_button_where_it_is_told_of(
    first: FirstStart,
) -> None:
    press(first)
    QApplication.processEvents()
    back = first.back.geometry()
    press(first)
    QApplication.processEvents()
    without, with_one = first.words.without, first.words.set

    cards = [each.parentWidget() for each in (without, with_one)]
    assert [card and card.accessibleName() for card in cards] == [
        "Without a passphrase",
        "With one",
    ]
    assert without.property("role") == with_one.property("role") == "beside"
    assert first.back.geometry() == back


def test_back_shows_the_step_before_as_it_was_left(first: FirstStart) -> None:
    press(first)
    first.groups.lines[Group.DIGESTION].box.click()
    press(first)
    first.back.click()

    assert first.steps.currentWidget() is first.groups
    assert first.next_button.hasFocus()
    assert not first.groups.lines[Group.DIGESTION].box.isChecked()


def test_what_is_not_ticked_is_not_asked_and_undo_takes_it_back(
    first: FirstStart, qtbot: QtBot
) -> None:
    session = first.session
    press(first)
    box = first.groups.lines[Group.DIGESTION].box
    box.setFocus()
    with qtbot.waitSignal(session.changed):
        press(first, Qt.Key.Key_Space)
    press(first, Qt.Key.Key_Escape)

    assert Group.DIGESTION not in session.shown.groups_on
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert Group.DIGESTION in session.shown.groups_on


@pytest.mark.parametrize("number", range(3))
def test_no_step_scrolls_and_no_card_has_an_empty_foot(
    first: FirstStart, qtbot: QtBot, number: int
) -> None:
    for _step in range(number):
        first.go_on()
    step = first._all[number]
    qtbot.waitUntil(step.isVisible)
    QApplication.processEvents()
    assert step.area.verticalScrollBar().maximum() == 0
    cards = [each for each in step.area.findChildren(QFrame) if each.property("role") == "card"]
    assert cards
    for each in cards:
        inside = [part for part in each.findChildren(QWidget) if part.isVisible()]
        lowest = max(part.mapTo(each, part.rect().bottomLeft()).y() for part in inside)
        assert each.height() - lowest < 24


def test_all_groups_that_can_be_asked_have_a_line_of_words(first: FirstStart) -> None:
    assert set(first.groups.lines) == set(LINES)


def test_each_step_is_told_to_a_screen_reader(
    first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(first_start, "announce", lambda _widget, words: told.append(words))
    press(first)
    first.back.click()

    assert told == ["Step 2 of 3: what it asks", "Step 1 of 3: what this diary is"]


def test_f1_explains_the_step_that_is_shown(first: FirstStart) -> None:
    sections = []
    for _step in range(3):
        sections.append(first._section_here())
        first.go_on() if first.next_button.isVisible() else None

    assert sections == ["what-it-is", "how-this-diary-counts", "keeping-it-safe"]


def test_it_shows_when_to_call_and_comes_back(first: FirstStart) -> None:
    first.about.call.setFocus()
    press(first)
    reading = QApplication.activeModalWidget()
    assert isinstance(reading, Reading)
    assert reading.panel.view.accessibleName() == "When to call"
    reading.reject()

    assert first.isVisible()


def test_the_last_step_can_be_read_by_keyboard_where_there_is_little_room(
    first: FirstStart, theme: Theme
) -> None:
    theme.apply(Look.LIGHT, 24)
    first.resize(600, 400)
    first.go_on()
    first.go_on()
    QApplication.processEvents()

    assert first.words.area.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert first.words.area.accessibleName()


def test_a_sample_is_asked_for_and_the_step_stays(first: FirstStart, qtbot: QtBot) -> None:
    first.about.look_around.setFocus()
    with qtbot.waitSignal(first._window.sample_wanted):
        press(first)

    assert first.isVisible()


def test_it_shows_where_everything_is_kept_and_comes_back(first: FirstStart) -> None:
    first.about.where.setFocus()
    press(first)
    page = QApplication.activeModalWidget()
    assert isinstance(page, PrivacyPage)
    QTest.keyClick(page.area, Qt.Key.Key_Escape)

    assert first.isVisible()
    assert first.about.where.hasFocus()


def test_a_passphrase_can_be_set_at_once(
    first: FirstStart, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    dialog = first.set_passphrase()
    assert not first.isVisible()
    assert QApplication.activeModalWidget() is dialog
    qtbot.waitUntil(dialog.form.isVisible)
    dialog.form.first.line.setText("warm gloves")
    dialog.form.again.setText("warm gloves")
    dialog.next_button.click()
    assert dialog.sheet is not None
    for number, line in zip(dialog.sheet.asked, dialog.sheet.lines, strict=True):
        line.setText(dialog.sheet._groups[number])
    with qtbot.waitSignal(dialog.changed):
        dialog.next_button.click()

    assert keys.sealed(folder)
    assert first._window.findChildren(Lockable)[0].locking.idle._timer.isActive()
