"""The rail: everything in reach in a low window with large text, whatever was said last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES, SETTINGS
from diary.ui.main_window import MainWindow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.theme import Theme
from tests.ui.conftest import Wait

LONG = "Done again: Sore: Left index finger, tip, noticed 3 Nov 2026, with 1 day of a sore"
LOW, HIGH = (1024, 640), (1440, 900)
NAMES = [str(place.label) for place in (*(place for place, _made in PAGES), SETTINGS)]


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, "/a/folder")
    made.resize(*LOW)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def buttons(window: MainWindow) -> list[QPushButton]:
    return [each for each in window.rail.findChildren(QPushButton) if each.isVisible()]


def seen(widget: QWidget, rail: QWidget) -> QRect:
    """What of a widget is not cut off, where it stands in the rail."""
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(rail, region.topLeft()), region.size())


@pytest.mark.parametrize("size", [LOW, HIGH])
@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("words", ["", LONG])
def test_all_pages_are_in_reach(
    window: MainWindow, theme: Theme, size: tuple[int, int], points: int, words: str
) -> None:
    window.resize(*size)
    theme.apply(Look.LIGHT, points)
    window.say(words)
    settle()

    shown = buttons(window)
    assert [each.text().replace("\n", " ").replace("&&", "&") for each in shown] == [
        "Attack now",
        *NAMES,
    ]
    assert all(seen(each, window.rail).size() == each.size() for each in shown)
    assert all(min(each.width(), each.height()) >= 44 for each in shown)
    places = [seen(each, window.rail) for each in (*shown, window.rail.status)]
    assert not any(one.intersects(two) for one, two in combinations(places, 2) if words)


def test_a_running_attack_leaves_the_shown_page_and_the_settings_in_reach(
    window: MainWindow, theme: Theme, save: Wait
) -> None:
    theme.apply(Look.LIGHT, 24)
    save(window.session.start_attack)
    for name in ("today", "summary"):
        window.show_page(name)
        settle()
        shown = {each.text(): each for each in buttons(window)}
        for words in (name.title(), "Settings", "It has ended"):
            assert seen(shown[words], window.rail).size() == shown[words].size()


@pytest.mark.parametrize("size", [LOW, (1100, 700), HIGH])
@pytest.mark.parametrize("points", [11, 24])
def test_nothing_in_the_rail_moves_when_an_attack_begins(
    window: MainWindow, theme: Theme, save: Wait, size: tuple[int, int], points: int
) -> None:
    window.resize(*size)
    theme.apply(Look.LIGHT, points)
    settle()
    before = {each.text(): each.y() for each in buttons(window) if each.isCheckable()}
    start = seen(window.strip.start, window.rail)

    save(window.strip.start_attack)
    settle()

    after = {each.text(): each.y() for each in window.rail.findChildren(QPushButton)}
    assert {words: after[words] for words in before} == before
    assert seen(window.strip.time, window.rail).intersects(start)
    assert not seen(window.strip.end, window.rail).intersects(start)


def test_long_words_end_in_an_ellipsis_and_are_told_whole(window: MainWindow, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 24)
    settle()
    status = window.rail.status
    status.say(LONG)

    shown = status.shown.text()
    assert shown.endswith("…")
    assert LONG.startswith(shown.removesuffix("…"))
    assert status.shown.heightForWidth(status.width()) <= 2.5 * status.height_of(1)
    assert status.shown.accessibleName() == status.words == status.shown.toolTip() == LONG

    theme.apply(Look.LIGHT, 9)
    window.resize(*HIGH)
    settle()
    assert len(status.shown.text()) > len(shown)


def test_words_pass_after_a_while_and_the_last_save_is_told_again(
    window: MainWindow, session: Session, save: Wait
) -> None:
    save(lambda: session.record(session.today(), "skin.itch", 3))
    status = window.rail.status
    stands = status.words
    assert stands.startswith("Saved at ")
    assert not status._while.isActive()

    window.say("The summary is saved.")
    assert status.shown.text() == "The summary is saved."
    assert status._while.isActive()
    status._while.timeout.emit()

    assert status.shown.text() == status.words == stands


def test_short_words_are_shown_whole(window: MainWindow) -> None:
    window.rail.status.say("Saved at 12:03")

    assert window.rail.status.shown.text() == "Saved at 12:03"
    assert not window.rail.status.shown.toolTip()


def test_a_running_attack_is_shown_once_in_the_rail_or_on_its_page(
    window: MainWindow, theme: Theme, save: Wait
) -> None:
    page = window.show_page("attacks")
    assert isinstance(page, AttacksPage)
    save(window.start_or_end_attack)
    settle()
    assert window.strip.earlier.isVisible()
    assert not page.strip.isVisible()

    window.resize(window.width(), 520)
    theme.apply(Look.LIGHT, 24)
    settle()

    assert not window.strip.earlier.isVisible()
    assert page.strip.earlier.isVisible()


def test_a_wrong_press_is_taken_back_by_the_pointer_too(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    window.resize(*HIGH)
    undo = window.rail.undo_button
    assert not undo.isVisible()
    save(lambda: session.record(session.today(), "skin.itch", 3))
    settle()
    assert undo.isVisible()

    with qtbot.waitSignal(session.undone):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    settle()

    assert session.day_readings(session.today()).get("skin.itch") is None
    assert not undo.isVisible()


def test_where_there_is_no_room_nothing_gives_way_to_undo(
    window: MainWindow, theme: Theme, session: Session, save: Wait
) -> None:
    theme.apply(Look.LIGHT, 24)
    save(lambda: session.record(session.today(), "skin.itch", 3))
    settle()

    assert not window.rail.undo_button.isVisible()
    assert all(seen(each, window.rail).size() == each.size() for each in buttons(window))
