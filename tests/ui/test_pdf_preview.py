"""The preview of the summary: at first, turned, zoomed, and in larger text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.ui.pages.summary import SummaryPage
from diary.ui.theme import Theme
from diary.ui.widgets import pdf_preview
from tests.ui.summary_kit import page, show

__all__ = ["page", "show"]

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def test_arrows_turn_pages_and_plus_zooms(page: SummaryPage, qtbot: QtBot):
    preview = page.preview
    width, across = preview.page.width(), preview.view.horizontalScrollBar()

    qtbot.keyClick(preview.view, Key.Key_Right)
    assert (across.value(), preview.number) == (across.maximum(), 0)  # first across the page
    qtbot.keyClick(preview.view, Key.Key_Right)
    qtbot.waitUntil(lambda: preview.place.text() == "page 2 of 2")
    assert not preview.on.isEnabled()
    assert preview.page.accessibleName() == "page 2 of 2"
    for _step in range(2):
        qtbot.keyClick(preview.view, Key.Key_Left)
    qtbot.waitUntil(lambda: preview.place.text() == "page 1 of 2")
    qtbot.keyClick(preview.view, Key.Key_Plus)
    qtbot.waitUntil(lambda: preview.page.width() > 1.2 * width)
    qtbot.keyClick(preview.view, Key.Key_Minus)
    qtbot.waitUntil(lambda: preview.page.width() < 1.1 * width)


def test_the_print_can_be_read_at_first_and_smaller_shows_the_whole_width(
    page: SummaryPage, qtbot: QtBot
):
    preview, view = page.preview, page.preview.view
    body = 8.8 / 595 * preview.page.width()
    assert body >= 11.5
    left = view.horizontalScrollBar().value()
    assert 0 < left < 0.07 * preview.page.width()  # the print begins at the edge
    while preview.page.width() > view.viewport().width():
        with qtbot.waitSignal(preview.page_shown):
            qtbot.mouseClick(preview.smaller, LEFT)
    assert preview.page.width() == view.viewport().width()


def test_no_words_are_cut_off_at_first(page: SummaryPage, qtbot: QtBot):
    preview, view = page.preview, page.preview.view
    with qtbot.waitSignal(preview.page_shown):
        page.resize(816, 640)
    shown, room = preview.page.width(), view.viewport().width()
    left = view.horizontalScrollBar().value()

    assert room < shown
    assert left <= 0.07 * shown
    assert left + room >= 0.93 * shown


def test_the_preview_keeps_its_place_when_the_text_grows(
    page: SummaryPage, theme: Theme, qtbot: QtBot
):
    preview, bar = page.preview, page.preview.view.verticalScrollBar()
    bar.setValue(round(0.4 * preview.page.height()))
    high = preview.page.height()
    with qtbot.waitSignal(preview.page_shown):
        theme.apply(theme.look, 20)

    assert preview.page.height() != high
    assert bar.value() == pytest.approx(0.4 * preview.page.height(), abs=2)


def test_a_turned_page_is_told_and_begins_at_its_left_edge(
    page: SummaryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr(pdf_preview, "announce", lambda _widget, words: said.append(words))
    preview, view = page.preview, page.preview.view
    with qtbot.waitActive(page):
        page.activateWindow()
    view.setFocus()
    for _time in range(3):
        with qtbot.waitSignal(preview.page_shown):
            preview.zoom(1)
    across = view.horizontalScrollBar()
    across.setValue(across.maximum())
    with qtbot.waitSignal(preview.page_shown):
        qtbot.keyClick(view, Key.Key_Right)

    assert said == ["page 2 of 2"]
    assert across.value() < across.maximum() / 2


def test_the_arrows_go_the_way_they_point_where_one_reads_from_the_right(
    page: SummaryPage, qtbot: QtBot
):
    preview, view = page.preview, page.preview.view
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for _time in range(4):
        with qtbot.waitSignal(preview.page_shown):
            preview.zoom(1)
    across = view.horizontalScrollBar()
    across.setValue(across.maximum() // 2)
    before = preview.page.x()
    qtbot.keyClick(view, Key.Key_Right)

    assert preview.page.x() < before
