"""Keys that act alone can be switched off (EN 301 549, 11.2.1.4)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.settings import NO, ONE_KEY, YES, Settings
from diary.ui.book import PAGES
from diary.ui.main_window import MainWindow
from diary.ui.one_key import acts_alone
from diary.ui.pages.trends import TrendsPage
from tests.ui.test_main_window import focused


def trends(window: MainWindow, qtbot: QtBot) -> TrendsPage:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def alone(window: MainWindow) -> dict[str, bool]:
    """Each key that acts alone, and whether it does."""
    for place, _maker in PAGES:
        window.show_page(place.key)
    found = (each for each in window.findChildren(QShortcut) if acts_alone(each))
    return {each.key().toString(): each.isEnabled() for each in found}


def test_off_the_keys_of_trends_do_nothing_and_on_they_act_again(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    first = window.session.today() - timedelta(days=100)
    window.session.record(first, "skin.itch", 3)
    page = trends(window, qtbot)
    before = page.shown
    settings.set(ONE_KEY, NO)
    qtbot.keyClick(focused(), Qt.Key.Key_Plus)
    assert page.shown == before
    settings.set(ONE_KEY, YES)
    qtbot.keyClick(focused(), Qt.Key.Key_Plus)
    assert page.shown != before


def test_a_page_that_is_made_later_obeys_too(window: MainWindow, settings: Settings) -> None:
    settings.set(ONE_KEY, NO)
    assert alone(window) == {"+": False, "=": False, "-": False}


def test_at_first_they_act(window: MainWindow) -> None:
    assert all(alone(window).values())
