"""The history of a new diary invites; its parts say what they are once, in any room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.session import Session
from diary.ui.pages.history import HistoryPage
from diary.ui.theme import Theme
from tests.ui.conftest import Wait


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[HistoryPage]:
    made = HistoryPage(session, theme)
    qtbot.addWidget(made)
    made.resize(732, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def shown(page: HistoryPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_an_empty_diary_invites_to_today(page: HistoryPage, session: Session, qtbot: QtBot) -> None:
    assert page.invitation.isVisible()
    assert page.first_focus is page.begin_button
    assert not any(part.isVisible() for part in (page.tools, page.area, page.panel, page.words))

    page.begin_button.setFocus()
    with qtbot.waitSignal(page.day_wanted) as asked:
        qtbot.keyClick(page.begin_button, Qt.Key.Key_Space)
    assert asked.args == [session.today()]


def test_the_calendar_comes_with_the_first_entry_and_goes_with_its_undo(
    page: HistoryPage, session: Session, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today().replace(year=2024), "general.pain", 3))
    assert page.area.isVisible()
    assert page.first_focus is page.calendar
    assert not page.invitation.isVisible()

    with qtbot.waitSignal(session.changed):
        session.undo()
    assert page.invitation.isVisible()
    assert not page.area.isVisible()


def test_an_empty_diary_can_be_searched_and_left_by_escape(page: HistoryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finder.found):
        page.search.setText("bosentan")
    assert page.results.isVisible()
    assert not page.invitation.isVisible()

    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.invitation.isVisible()
    assert page.begin_button.hasFocus()


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [468, 732, 1232])
def test_the_hint_of_the_search_is_seen_whole(
    page: HistoryPage, theme: Theme, points: int, width: int
) -> None:
    theme.apply(Look.LIGHT, points)
    page.resize(width, 640)
    for _turn in range(3):
        QApplication.processEvents()

    hint = page.search.placeholderText()
    assert hint.startswith("Search")
    assert page.search.fontMetrics().horizontalAdvance(hint) <= page.search.width() - 32


def test_a_day_is_named_once(page: HistoryPage, session: Session, save: Wait) -> None:
    save(lambda: session.record(session.today(), "general.pain", 3))
    for width in (560, 1232):
        page.resize(width, 640)
        QApplication.processEvents()
        assert sum("22 November 2026" in words for words in shown(page)) == 1


def test_the_legend_says_each_shape(page: HistoryPage, session: Session, save: Wait) -> None:
    save(lambda: session.record(session.today(), "general.pain", 3))

    told = " ".join(shown(page))
    for shape in ("filled: ", "outlined: ", "bare number: ", "bar below: ", "small number: "):
        assert shape in told


def test_a_field_is_chosen_by_keyboard_in_a_year_without_a_reading(
    page: HistoryPage, session: Session, theme: Theme, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today().replace(year=2024), "skin.itch", 3))
    theme.apply(Look.LIGHT, 24)
    page.tools.view.setFocus()
    qtbot.keyClick(page.tools.view, Qt.Key.Key_Space)
    menu = page.tools.view.menu_of_views
    assert menu.isVisible()
    for key in (*[Qt.Key.Key_Down] * 5, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 2):
        qtbot.keyClick(QApplication.activePopupWidget(), key)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)

    assert not menu.isVisible()
    assert page.tools.view.accessibleName() == "Show: Itch"
    assert page.words.text() == "Recorded 0 of 326 days"
    assert page.calendar.words(session.today()).endswith("not recorded")
    assert page.tools.view.width() >= page.tools.view.sizeHint().width()
