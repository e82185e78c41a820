"""The guide is where it is needed: F1 on a page opens its chapter, and the chapter leads on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from diary.guide import chapters, find
from diary.ui.aims import aims
from diary.ui.book import PAGES, SECTIONS, SETTINGS
from diary.ui.explaining import explain_here
from diary.ui.main_window import MainWindow

KEYS = [place.key for place in (*(place for place, _maker in PAGES), SETTINGS)]


@pytest.mark.parametrize("key", KEYS)
def test_each_page_has_something_to_read(key: str) -> None:
    assert find(SECTIONS[key])[0].title


@pytest.mark.parametrize(
    ("key", "title"),
    [("trends", "Reading Trends"), ("summary", "The summary"), ("attacks", "An attack, now")],
)
def test_f1_on_a_page_says_how_it_is_used(key: str, title: str, window: MainWindow) -> None:
    window.show_page(key)
    window.stack.setFocus()
    explain_here(window)
    assert window.side.panel.heading.text() == "Using the diary"
    assert window.side.panel.view.toPlainText().startswith(title)


def test_from_there_a_link_leads_to_what_the_figures_mean(window: MainWindow) -> None:
    window.show_page("trends")
    explain_here(window)
    window.side.panel.view.anchorClicked.emit(QUrl("diary:section/how-this-diary-counts"))
    assert window.side.panel.heading.text() == "Article"
    assert window.side.panel.view.toPlainText().startswith("How this diary counts")


def test_each_chapter_can_be_typed_for(window: MainWindow) -> None:
    wanted = {aim.words: aim.do for aim in aims(window)}
    assert {chapter.title for chapter in chapters()} <= set(wanted)
    wanted["Hands that hurt"]()
    assert window.side.panel.view.toPlainText().startswith("Hands that hurt")
