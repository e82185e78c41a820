"""The page of skin and sores."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.records import Patch
from diary.logic.skin_check import FIELDS
from diary.session import Session
from diary.settings import Settings
from diary.ui.explaining import explain_here
from diary.ui.main_window import MainWindow
from diary.ui.pages.body import BodyPage
from diary.ui.theme import Theme
from tests.ui.conftest import Wait


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> BodyPage:
    made = BodyPage(session, theme)
    made.resize(1000, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_an_empty_diary_is_invited(page: BodyPage):
    said = words(page)

    assert "Eight places on your arms, once a month." in said
    assert "To add one, choose its place on the drawing" in said
    assert "No finger or toe sore is written down." in said


def test_the_way_to_each_article_stands_beside_its_heading(page: BodyPage):
    for panel in (page.skin_check, page.patches, page.sores):
        card = panel.parentWidget()
        assert card is not None
        heading = next(
            each for each in card.findChildren(QLabel) if each.property("role") == "heading"
        )
        middle = panel.explain_button.geometry().center().y()
        assert abs(middle - heading.geometry().center().y()) <= 1


def test_it_shows_what_changes_elsewhere(
    page: BodyPage, session: Session, save: Wait, qtbot: QtBot
):
    save(lambda: session.record(session.today(), FIELDS[0], 2))
    now = session.clock.now()
    patch = Patch(id="p", region="chest", shape="area", noticed=session.today(), recorded_at=now)
    save(lambda: session.put(patch))

    assert page.skin_check.words.text() == "2 of 24, 1 of 8 regions"
    assert page.skin_check.check_button.text() == "Go on with today’s check"
    qtbot.waitUntil(lambda: "Chest, a wide area" in words(page), timeout=2000)


def test_the_keyboard_begins_at_the_skin_check_and_f1_explains(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
):
    window = MainWindow(session, settings, theme, "/a/folder")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_page("body")
    page = window.stack.currentWidget()
    assert isinstance(page, BodyPage)
    assert page.skin_check.check_button.hasFocus()

    for place, words in (
        (page.skin_check.check_button, "once a month, how thick or hard"),
        (page.patches.add_button, "Patches"),
        (page.sores.add_button, "Finger and toe sores"),
    ):
        place.setFocus()
        explain_here(window)
        assert words in window.side.panel.view.toPlainText()
        window.side.close_panel()
    window.close()


def test_the_article_leads_to_the_check(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
):
    window = MainWindow(session, settings, theme, "/a/folder")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.side.show_section("skin_check")
    assert f"diary:record/{FIELDS[0]}" in window.side.panel.view.toHtml()

    window.side.record_wanted.emit(FIELDS[0])

    page = window.stack.currentWidget()
    assert isinstance(page, BodyPage)
    dialog = page.skin_check.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.accept()
    window.close()


@pytest.mark.parametrize("name", ["patches", "sores"])
def test_what_is_far_down_is_one_press_away(page: BodyPage, qtbot: QtBot, name: str):
    page.resize(900, 500)
    panel = getattr(page, name)
    assert panel.add_button.visibleRegion().isEmpty()

    qtbot.mouseClick(getattr(page, f"to_{name}"), Qt.MouseButton.LeftButton)

    assert panel.add_button.hasFocus()
    assert not panel.add_button.visibleRegion().isEmpty()
