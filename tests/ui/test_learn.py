from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.article import sections
from diary.fields import CATALOGUE
from diary.guide import chapters
from diary.palette import Look, contrast
from diary.session import Session
from diary.ui.pages.learn import LearnPage
from diary.ui.theme import Theme
from diary.ui.widgets.article_panel import ArticlePanel
from diary.ui.widgets.article_view import PICTURE


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> LearnPage:
    made = LearnPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(page: LearnPage) -> list[str]:
    """What stands in the list, first lines only."""
    return [page.contents.item(row).text().split("\n")[0] for row in range(page.contents.count())]


def test_all_sections_are_listed_and_the_arrows_open_them(page: LearnPage, qtbot: QtBot) -> None:
    article, guide = (row.title for row in sections()), (row.title for row in chapters())
    assert rows(page) == ["About scleroderma", *article, "Using the diary", *guide]
    page.contents.setFocus()
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.view.toPlainText().startswith("Skin")


def test_the_arrows_pass_the_title_of_the_guide(page: LearnPage, qtbot: QtBot) -> None:
    page.contents.setCurrentRow(12)
    assert page.view.toPlainText().startswith("Keeping your diary safe")
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.view.toPlainText().startswith("Your first day")
    qtbot.keyClick(page.contents, Qt.Key.Key_Up)
    assert page.view.toPlainText().startswith("Keeping your diary safe")


def test_a_search_finds_the_guide_and_opens_the_place(page: LearnPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "two laptops")
    assert rows(page)[0] == "Using the diary"
    assert "Bring two laptops together" in rows(page)[1]
    assert page.view.toPlainText().startswith("Another computer")
    assert page.view.verticalScrollBar().value() > 0


def test_a_link_of_the_guide_opens_the_article_in_the_contents(page: LearnPage) -> None:
    page.show_section("backups")
    page.view.anchorClicked.emit(QUrl("diary:section/keeping-it-safe"))
    assert page.contents.currentItem().text() == "Keeping your diary safe"
    assert page.view.toPlainText().startswith("Keeping your diary safe")


def pictures(page: LearnPage) -> list[QTextLayout]:
    """The lines that hold a picture."""
    document, found = page.view.document(), []
    block = document.begin()
    while block.isValid():
        if PICTURE in block.text():
            found.append(block.layout())
        block = block.next()
    return found


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [600, 1000, 1900])
def test_pictures_fit_the_column_and_are_drawn(
    points: int, width: int, page: LearnPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply(Look.LIGHT, points)
    page.resize(width, 700)
    for chapter in chapters():
        page.show_section(chapter.slug)
        for layout in pictures(page):
            column = page.view.lineWrapColumnOrWidth()
            assert 50 < layout.lineAt(0).naturalTextWidth() <= column


def test_a_picture_follows_the_text_size_and_the_width(page: LearnPage, theme: Theme) -> None:
    page.resize(1900, 700)
    page.show_section("an-attack")
    small = pictures(page)[0].lineAt(0).naturalTextWidth()
    theme.apply(Look.LIGHT, 22)
    assert pictures(page)[0].lineAt(0).naturalTextWidth() == pytest.approx(2 * small, abs=3)
    page.resize(420, 700)
    assert pictures(page)[0].lineAt(0).naturalTextWidth() < page.width()


def test_close_below_each_picture_stands_what_it_shows(page: LearnPage) -> None:
    page.show_section("your-first-day")
    words = page.view.toPlainText()
    assert f"{PICTURE}\nA row of buttons from 0 to 10" in words
    line = pictures(page)[0].lineAt(0)
    assert line.height() < 1.1 * line.naturalTextWidth() * 130 / 590


def test_searching_lists_the_places_and_clearing_brings_the_contents_back(
    page: LearnPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "swallow")
    assert page.contents.count() >= 1
    assert "found" in page.found.text()
    assert "swallow" in page.view.toPlainText().lower()
    page.search.clear()
    assert page.contents.count() == 12 + 13 + 2


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


def test_the_panel_opens_a_chapter_and_goes_on_to_the_article(theme: Theme, qtbot: QtBot) -> None:
    panel = ArticlePanel(CATALOGUE, theme)
    qtbot.addWidget(panel)
    panel.show_section("backups")
    assert panel.heading.text() == "Using the diary"
    panel.view.anchorClicked.emit(QUrl("diary:section/keeping-it-safe"))
    assert panel.heading.text() == "Article"
    assert panel.view.toPlainText().startswith("Keeping your diary safe")


def test_nothing_found_leaves_the_page_as_it_is(page: LearnPage) -> None:
    line, article = page.search.geometry(), page.view.mapTo(page, page.view.rect().topLeft())
    page.search.setText("zzzz yyyy")
    QApplication.processEvents()
    assert page.contents.isVisible()
    assert page.search.geometry() == line
    assert page.view.mapTo(page, page.view.rect().topLeft()) == article


def test_where_no_place_has_all_the_words_those_with_some_are_listed(page: LearnPage) -> None:
    page.search.setText("cold fingers zzzz")
    assert "some of them" in page.found.text()
    assert rows(page)[0] == "About scleroderma"
    assert "cold" in page.view.toPlainText().lower()


def marked(page: LearnPage) -> list[str]:
    """The words of the article that are marked."""
    return [mark.cursor.selectedText() for mark in page.view.extraSelections()]


@pytest.mark.parametrize("look", Look)
def test_the_words_searched_for_are_marked_and_in_sight(
    look: Look, page: LearnPage, theme: Theme
) -> None:
    theme.apply(look, 11)
    page.search.setText("attack")
    assert {word.lower() for word in marked(page)} >= {"attack"}
    marks, seen = page.view.extraSelections(), page.view.viewport().rect()
    assert any(seen.contains(page.view.cursorRect(mark.cursor)) for mark in marks)
    mark = marks[0]
    words, ground = mark.format.foreground().color(), mark.format.background().color()
    assert contrast(words.name(), ground.name()) >= 7
    assert mark.format.fontUnderline()


def test_the_article_scrolls_on_to_a_word_far_below_its_heading(page: LearnPage) -> None:
    page.view.show_section(sections()[1], ways={"references"})
    mark = page.view.extraSelections()[0]
    assert page.view.viewport().rect().contains(page.view.cursorRect(mark.cursor))


def test_clearing_the_search_leaves_the_article_without_marks(page: LearnPage) -> None:
    page.search.setText("attack")
    shown, place = page.view.slug, page.view.verticalScrollBar().value()
    page.search.clear()
    assert marked(page) == []
    assert (page.view.slug, page.view.verticalScrollBar().value()) == (shown, place)
    assert page.contents.currentItem().text() == page.view.toPlainText().split("\n")[0]


def test_the_arrows_scroll_the_article_and_no_caret_is_seen(page: LearnPage, qtbot: QtBot) -> None:
    view, scroll = page.view, page.view.verticalScrollBar()
    view.setFocus()
    assert view.cursorWidth() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    first = view.textCursor().position()
    assert scroll.value() > 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.textCursor().position() > first > 0
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.cursorWidth() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (scroll.value(), view.cursorWidth()) == (scroll.maximum(), 0)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert scroll.value() < scroll.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert scroll.value() == 0


def test_after_the_wheel_the_arrows_go_on_from_what_is_seen(page: LearnPage, qtbot: QtBot) -> None:
    scroll = page.view.verticalScrollBar()
    scroll.setValue(scroll.maximum() // 2)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert 0 < scroll.value() - scroll.maximum() // 2 < page.view.height() // 4


def test_rows_of_the_contents_are_wrapped_anew_when_the_bar_takes_of_their_width(
    page: LearnPage, qtbot: QtBot
) -> None:
    contents, model = page.contents, page.contents.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]

    def heights() -> list[int]:
        return [contents.visualRect(row).height() for row in rows]

    contents.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    contents.doItemsLayout()
    wide = heights()
    contents.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    qtbot.waitUntil(lambda: heights() == [contents.sizeHintForIndex(row).height() for row in rows])

    assert heights() != wide
