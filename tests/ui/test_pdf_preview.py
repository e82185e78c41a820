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


def test_arrows_turn_pages_and_plus_zooms(page: SummaryPage, qtbot: QtBot):
    preview = page.preview
    width, across = preview.page.width(), preview.view.horizontalScrollBar()

    qtbot.keyClick(preview.view, Key.Key_Plus)
    qtbot.waitUntil(lambda: preview.page.width() > 1.2 * width)
    across.setValue(0)
    while across.value() < across.maximum():
        qtbot.keyClick(preview.view, Key.Key_Right)  # first across the page
    assert preview.number == 0
    qtbot.keyClick(preview.view, Key.Key_Right)
    qtbot.waitUntil(lambda: preview.place.text() == "page 2 of 2")
    assert not preview.on.isEnabled()
    assert preview.page.accessibleName() == "page 2 of 2"
    across.setValue(0)
    qtbot.keyClick(preview.view, Key.Key_Left)
    qtbot.waitUntil(lambda: preview.place.text() == "page 1 of 2")
    qtbot.keyClick(preview.view, Key.Key_Minus)
    qtbot.waitUntil(lambda: preview.page.width() < 1.1 * width)


@pytest.mark.parametrize("size", [(1200, 800), (816, 640), (1000, 900)])
def test_at_first_the_whole_width_is_seen_and_fills_its_room(
    page: SummaryPage, qtbot: QtBot, size: tuple[int, int]
):
    preview, view = page.preview, page.preview.view
    page.resize(*size)
    room = view.viewport().width

    qtbot.waitUntil(lambda: abs(preview.page.width() - room()) <= 1)
    assert view.horizontalScrollBar().maximum() <= 1


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
