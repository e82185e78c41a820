"""Keys go where one looks: out of sight nothing is entered, and where one was one comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.focus import SETTLES_MS
from diary.ui.main_window import MainWindow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.widgets.article_view import ArticleView
from diary.ui.widgets.field_row import FieldRow
from tests.ui.attack_kit import sure

Key = Qt.Key
TIRED, TIGHT = "general.fatigue", "skin.tightness"


def row_of(window: MainWindow, key: str) -> FieldRow:
    page = window.today_page()
    page.make_day_cards()
    return sure(page.column.row(key))


def area_of(row: QWidget) -> QScrollArea:
    here: QWidget | None = row
    while not isinstance(here, QScrollArea):
        here = sure(here).parentWidget()
    return here


def is_whole(row: QWidget) -> bool:
    return row.visibleRegion().boundingRect() == QRect(0, 0, row.width(), row.height())


def focused() -> QWidget:
    return sure(QApplication.focusWidget())


def button_of(row: FieldRow) -> QPushButton:
    return next(each for each in row.findChildren(QPushButton) if each.text() == "i")


def heading_of(view: ArticleView, words: str) -> QTextCursor:
    block = view.document().begin()
    while block.text() != words or not block.blockFormat().headingLevel():
        block = block.next()
        assert block.isValid(), words
    return QTextCursor(block)


def at_the_foot(window: MainWindow, qtbot: QtBot) -> FieldRow:
    """The keyboard on the first scale, and the page scrolled on without it."""
    row = row_of(window, TIGHT)
    row.focus()
    bar = area_of(row).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert row.visibleRegion().isEmpty()
    return row


def test_a_number_for_a_scale_out_of_sight_shows_it_and_enters_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    row = at_the_foot(window, qtbot)

    qtbot.keyClick(focused(), Key.Key_7)

    assert is_whole(row)
    assert row.input.value_or_none() is None


def test_pressed_again_it_is_entered(window: MainWindow, qtbot: QtBot) -> None:
    row = at_the_foot(window, qtbot)

    for _again in range(2):
        qtbot.keyClick(focused(), Key.Key_7)

    assert row.input.value_or_none() == 7


def test_keys_that_enter_nothing_work_as_ever(window: MainWindow, qtbot: QtBot) -> None:
    row = at_the_foot(window, qtbot)

    qtbot.keyClick(focused(), Key.Key_Tab)

    assert focused() is not row.input


def test_scrolled_back_by_hand_it_takes_the_first_key(window: MainWindow, qtbot: QtBot) -> None:
    row = at_the_foot(window, qtbot)
    area_of(row).verticalScrollBar().setValue(0)

    qtbot.keyClick(focused(), Key.Key_7)

    assert row.input.value_or_none() == 7


def test_tab_brings_all_of_a_question_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    row_of(window, TIGHT).focus()
    rows = window.today_page().column.rows
    seen = set()
    for _step in range(60):
        qtbot.keyClick(focused(), Key.Key_Tab)
        for row in rows:
            if row.isAncestorOf(focused()):
                assert is_whole(row), row.field.key
                seen.add(row.field.key)

    assert TIRED in seen


@pytest.mark.parametrize("width", [1024, 1200, 1440])
def test_what_is_explained_stays_in_sight(window: MainWindow, qtbot: QtBot, width: int) -> None:
    """By F1 or its button, the first time and while the article stands there already."""
    window.resize(width, 700)
    for key in (TIRED, "digestion.heartburn", TIRED):
        row = row_of(window, key)
        window.today_page().go_to(row)
        qtbot.mouseClick(button_of(row), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(window.side.isVisible)
        qtbot.wait(SETTLES_MS + 50)

        assert not row.input.visibleRegion().isEmpty()
        view = window.side.panel.view
        heading = heading_of(view, str(row.field.label))
        assert 0 <= view.cursorRect(heading).top() < view.viewport().height() // 2, key


def test_after_the_details_of_an_attack_one_is_where_one_was(
    window: MainWindow, qtbot: QtBot, save: Callable[..., None]
) -> None:
    row = row_of(window, TIRED)
    window.today_page().focus_field(TIRED)
    before = focused()
    save(lambda: qtbot.keyClick(window, Key.Key_F2))
    save(lambda: qtbot.keyClick(window, Key.Key_F2))
    page = window.stack.page("attacks")
    assert isinstance(page, AttacksPage)
    qtbot.waitUntil(lambda: page.editor is not None)

    qtbot.keyClick(sure(page.editor), Key.Key_Escape)

    qtbot.waitUntil(lambda: window.stack.key == "today")
    with qtbot.waitActive(window):
        window.activateWindow()
    assert focused() is before
    assert is_whole(row)
