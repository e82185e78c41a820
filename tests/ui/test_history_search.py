"""The search through everything: from any page, in the background, to the day or the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Note, Put
from db.store import Store
from diary.logic.search import Found
from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.pages.history import HistoryPage
from diary.ui.pages.learn import LearnPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.db.examples import ALL, ATTACK, BELONGING, NOTE
from tests.ui.conftest import Wait

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    session: Session,
    store: Store,
    clock: FakeClock,
    settings: Settings,
    theme: Theme,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    today = clock.now().date()
    store.write(Put(record) for record in (*ALL, *BELONGING))
    store.write(
        Put(Note(today - timedelta(days=n), f"Cold morning {n}", clock.now()))
        for n in range(1, 248)
    )
    made = MainWindow(session, settings, theme, "/a/folder")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def history(window: MainWindow) -> HistoryPage:
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    return page


def search(page: HistoryPage, words: str, qtbot: QtBot) -> Found:
    with qtbot.waitSignal(page.finder.found, timeout=5000) as found:
        page.search.setText(words)
    assert found.args is not None
    assert isinstance(found.args[0], Found)
    return found.args[0]


@pytest.mark.parametrize("key", ["today", "attacks", "trends", "history", "settings"])
def test_one_key_opens_it_on_every_page(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.show_page(key)

    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)

    page = window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    assert page.search.hasFocus()


def test_in_learn_the_key_searches_the_article_first(window: MainWindow, qtbot: QtBot) -> None:
    learn = window.show_page("learn")
    assert isinstance(learn, LearnPage)

    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert learn.search.hasFocus()

    qtbot.keyClick(learn.search, Qt.Key.Key_F, CTRL)
    assert history(window).search.hasFocus()


def test_typing_finds(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)

    with qtbot.waitSignal(page.finder.found, timeout=5000):
        qtbot.keyClicks(page.search, "AFTERnoon")

    assert page.results.count.text() == "1 result"
    assert page.results.isVisible()
    assert not page.area.isVisible()


def test_many_results_say_that_the_newest_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)

    found = search(page, "cold morning", qtbot)

    assert (found.count, len(found.hits)) == (247, 200)
    assert page.results.count.text() == "247 results, the newest 200 shown, the newest first"
    assert page.results.list.hits.rowCount() == 200


def test_nothing_found_is_said(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)

    search(page, "nowhere at all", qtbot)

    assert "Nothing found" in page.results.count.text()
    assert not page.results.list.isVisible()


def test_by_keyboard_alone_to_the_day(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)
    search(page, "cold morning 7", qtbot)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.results.list.hasFocus()
    assert "Cold morning 7" in page.panel.text

    qtbot.keyClick(page.results.list, Qt.Key.Key_Return)

    today = window.today_page()
    assert window.stack.currentWidget() is today
    assert today.day == window.session.today() - timedelta(days=7)


def test_a_hit_in_an_attack_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)
    (hit,) = search(page, "bus stop", qtbot).hits

    with qtbot.waitSignal(page.attack_wanted) as wanted:
        page.open_hit(hit)

    assert wanted.args == [ATTACK.id]


def test_a_hit_in_a_medicine_opens_its_page(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)
    found = search(page, "nifedipine", qtbot)

    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.open_hit(found.hits[-1])

    assert wanted.args == ["care"]


def test_escape_leaves_the_search(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)
    search(page, "afternoon", qtbot)

    qtbot.keyClick(page.search, Qt.Key.Key_Escape)

    assert page.search.text() == ""
    assert page.calendar.hasFocus()
    assert page.area.isVisible()


def test_what_is_written_meanwhile_is_found(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page = history(window)
    assert search(page, "zebra", qtbot).count == 0

    with qtbot.waitSignal(page.finder.found, timeout=5000) as found:
        save(lambda: session.write_note(session.today(), "A zebra"))

    assert found.args is not None
    assert found.args[0].count == 1


def test_an_emptied_search_keeps_no_texts(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window)
    search(page, "afternoon", qtbot)
    assert page.finder._ready is not None

    page.search.clear()

    qtbot.waitUntil(lambda: page.finder._ready is None)


def test_the_words_are_written_nowhere(
    window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    page = history(window)
    search(page, "afternoon", qtbot)

    assert "afternoon" not in caplog.text
    assert NOTE.text not in caplog.text
    assert window.session.preference("search") is None


def test_coming_back_finds_the_results_as_they_were_left(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page = history(window)
    search(page, "cold morning 7", qtbot)
    page.results.list.setFocus()
    qtbot.keyClick(page.results.list, Qt.Key.Key_Down)
    chosen = page.results.list.chosen()
    window.show_page("today")
    qtbot.waitUntil(lambda: page.finder._ready is None)
    save(lambda: session.write_note(session.today(), "Cold morning 7, again"))

    with qtbot.waitSignal(page.finder.found, timeout=5000) as found:
        window.show_page("history")

    assert found.args is not None
    assert found.args[0].hits[0].text.words == "Cold morning 7, again"
    assert page.results.list.chosen() == chosen
    assert page.results.list.hasFocus()
