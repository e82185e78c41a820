"""No page has to be scrolled sideways: with the largest text in the smallest usual window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.records import Put
from db.store import Store
from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES, SETTINGS
from diary.ui.main_window import SMALLEST, MainWindow
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.pdf_preview import PageView
from diary.ui.widgets.settings_asked import GroupChoices
from tests.db.examples import ALL, BELONGING

NAMES = [place.key for place in (*(place for place, _make in PAGES), SETTINGS)]
WIDTH = 1024
NARROW = ["today", "attacks", "trends", "care", "learn"]
"""These also fit the smallest window."""
MAY_BE_WIDE = (QAbstractItemView, PageView)
"""A table of many columns and a page of paper are as wide as they are."""


@pytest.fixture
def window(
    session: Session, store: Store, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    store.write(Put(record) for record in (*ALL, *BELONGING))
    made = MainWindow(session, settings, theme, "/a/rather/long/folder/name/of/a/diary")
    made.resize(WIDTH, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def too_wide(area: QAbstractScrollArea) -> int:
    """By how many pixels what is inside is wider than what is seen of it."""
    hidden = area.horizontalScrollBar().maximum()
    inside = area.widget() if isinstance(area, QScrollArea) else None
    if inside is None:
        return hidden
    return max(hidden, inside.minimumSizeHint().width() - area.viewport().width())


def wide_parts(page: QWidget) -> dict[str, int]:
    """What of a page would have to be scrolled sideways, by how many pixels."""
    areas = [
        each
        for each in page.findChildren(QAbstractScrollArea)
        if each.isVisible() and not isinstance(each, MAY_BE_WIDE)
    ]
    assert areas
    return {
        f"{type(each).__name__} {each.accessibleName()}": too_wide(each)
        for each in areas
        if too_wide(each) > 0
    }


def settle() -> None:
    for _turn in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("name", "width"), [*((name, WIDTH) for name in NAMES), *((n, SMALLEST[0]) for n in NARROW)]
)
def test_nothing_scrolls_sideways(window: MainWindow, theme: Theme, name: str, width: int) -> None:
    window.resize(width, 640)
    page = window.show_page(name)
    if isinstance(page, TodayPage):
        page.make_day_cards()
    theme.apply(Look.LIGHT, 24)
    settle()

    assert wide_parts(page) == {}
    assert window.width() == width, "the page pushed the window wider"


@pytest.mark.parametrize("width", [760, WIDTH])
def test_the_settings_need_no_more_with_all_fields_unfolded(
    window: MainWindow, theme: Theme, width: int
) -> None:
    window.resize(width, 640)
    page = window.show_page("settings")
    theme.apply(Look.LIGHT, 24)
    for choices in page.findChildren(GroupChoices):
        choices.fold(folded=False)
    settle()

    assert wide_parts(page) == {}
