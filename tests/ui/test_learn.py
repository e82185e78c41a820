from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from pytestqt.qtbot import QtBot

from diary.fields import CATALOGUE
from diary.session import Session
from diary.ui.pages.learn import LearnPage
from diary.ui.theme import Theme
from diary.ui.widgets.article_panel import ArticlePanel


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> LearnPage:
    made = LearnPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_all_sections_are_listed_and_the_arrows_open_them(page: LearnPage, qtbot: QtBot) -> None:
    assert page.contents.count() == 12
    page.contents.setFocus()
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.view.toPlainText().startswith("Skin")


def test_searching_lists_the_places_and_clearing_brings_the_contents_back(
    page: LearnPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "swallow")
    assert page.contents.count() >= 1
    assert "found" in page.found.text()
    assert "swallow" in page.view.toPlainText().lower()
    page.search.clear()
    assert page.contents.count() == 12


def test_nothing_found_says_so(page: LearnPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "zzzz")
    assert page.contents.count() == 0
    assert "Nothing found" in page.found.text()


def test_links_lead_to_the_day_and_to_the_trend(page: LearnPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.field_wanted) as day:
        page.view.anchorClicked.emit(QUrl("diary:record/skin.itch"))
    with qtbot.waitSignal(page.trend_wanted) as trend:
        page.view.anchorClicked.emit(QUrl("diary:trend/skin.itch"))
    assert day.args == ["skin.itch"]
    assert trend.args == ["skin.itch"]


def test_a_web_link_opens_in_the_browser_only_when_chosen(
    page: LearnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page.show_section("skin")
    assert opened == []
    page.view.anchorClicked.emit(QUrl("https://rarediseases.org/"))
    assert opened == ["https://rarediseases.org/"]


def test_text_can_be_chosen_and_copied_by_keyboard(page: LearnPage, qtbot: QtBot, qapp) -> None:
    page.view.setFocus()
    page.view.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().startswith("What scleroderma is")


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_the_panel_opens_at_the_field(field, theme: Theme, qtbot: QtBot) -> None:
    panel = ArticlePanel(CATALOGUE, theme)
    qtbot.addWidget(panel)
    panel.resize(400, 500)
    panel.show()
    panel.show_field(field.key)
    assert panel.heading.text() == str(field.label)
    heading = "Skin check" if field.panel else str(field.label)
    assert heading in panel.view.toPlainText()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("what", "heading"), [("sore", "Finger and toe sores"), ("weight", "Weight"), ("skin", "Skin")]
)
def test_the_panel_opens_at_a_record_a_measure_or_a_section(
    what: str, heading: str, theme: Theme, qtbot: QtBot
) -> None:
    panel = ArticlePanel(CATALOGUE, theme)
    qtbot.addWidget(panel)
    panel.show_section(what)
    assert heading in panel.view.toPlainText()


def test_the_panel_explains_a_field_of_ones_own_that_is_newer_than_it(
    theme: Theme, qtbot: QtBot
) -> None:
    panel = ArticlePanel(CATALOGUE, theme)
    qtbot.addWidget(panel)
    panel.show_field("custom.0a1b2c3d")
    assert "Fields of your own" in panel.view.toPlainText()
