"""Where the keyboard is when a page or a form opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.focus import begin_in
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.choice_chips import Chip, ChoiceChips


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, folder: Path
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, str(folder))
    made.resize(1024, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.leave()


@pytest.mark.parametrize("key", ["today", "settings"])
def test_a_page_that_was_scrolled_shows_where_the_keyboard_is(
    window: MainWindow, qtbot: QtBot, key: str
) -> None:
    page = window.show_page(key)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum())
    window.show_page("learn")
    window.show_page(key)
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    assert page.isAncestorOf(here)
    assert not here.visibleRegion().isEmpty()
    assert bar.value() < bar.maximum()


@pytest.fixture
def large(theme: Theme) -> None:
    theme.apply(Look.LIGHT, 16)


@pytest.mark.usefixtures("large")
def test_a_window_opens_at_the_top_of_its_page(window: MainWindow, qtbot: QtBot) -> None:
    area = window.today_page().findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 100)

    assert area.verticalScrollBar().value() == 0
    here = QApplication.focusWidget()
    assert here is not None
    assert here.visibleRegion().boundingRect() == here.rect()


def test_a_low_window_opens_where_the_keyboard_is(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, folder: Path
) -> None:
    theme.apply(Look.LIGHT, 24)
    made = MainWindow(session, settings, theme, str(folder))
    qtbot.addWidget(made)
    made.resize(1024, 420)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()

    here = QApplication.focusWidget()
    assert here is not None
    qtbot.waitUntil(lambda: here.visibleRegion().boundingRect() == here.rect())
    made.leave()


def test_a_choice_begins_at_what_is_chosen(qtbot: QtBot) -> None:
    choice = ChoiceInput((("line", "A line"), ("oval", "An oval"), ("wide", "A wide area")))
    qtbot.addWidget(choice)
    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    begin_in(choice)
    assert QApplication.focusWidget().text() == "A line"  # type: ignore[union-attr]
    choice.show_value("oval")
    begin_in(choice)
    assert QApplication.focusWidget().text() == "An oval"  # type: ignore[union-attr]


def test_several_answers_begin_at_the_first_chosen(qtbot: QtBot) -> None:
    chips = ChoiceChips("Colours", [Chip("pale", "Pale"), Chip("blue", "Blue"), Chip("red", "Red")])
    qtbot.addWidget(chips)
    assert chips.first().text() == "Pale"
    chips.show_value(["blue", "red"])
    assert chips.first().text() == "Blue"
    assert chips.focusProxy().text() == "Blue"  # type: ignore[union-attr]
    chips.show_value([])
    assert chips.first().text() == "Pale"
