"""The settings are searched as one types; what is hidden is out of reach; Escape shows all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.field import Group
from diary.i18n import speaking
from diary.session import Session
from diary.settings import Settings
from diary.ui.focus import stops_of
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.settings_places import PLACES
from diary.ui.theme import Theme
from diary.ui.widgets import settings_search
from diary.ui.widgets.settings_asked import AskedSettings
from tests.ui.test_main_window import focused

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    made = window.show_page("settings")
    assert isinstance(made, SettingsPage)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def asked(page: SettingsPage) -> AskedSettings:
    part = page.findChild(AskedSettings)
    assert part is not None
    return part


def shown(page: SettingsPage) -> list[str]:
    return [part.title for part in page.parts if part.isVisible()]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("font", "Look and keys"),
        ("colour", "Look and keys"),
        ("DARK", "Look and keys"),
        ("password", "Passphrase"),
        ("usb", "Backups"),
        ("notification", "Reminder"),
        ("privacy", "Your diary"),
        ("export", "Other computers and programs"),
        ("midnight", "Day and week"),
        ("blood pressure", "Measurements"),
        ("lock minutes", "Passphrase"),
        ("sample", "A sample diary"),
    ],
)
def test_a_card_is_found_by_its_words_and_by_others(
    page: SettingsPage, qtbot: QtBot, typed: str, title: str
) -> None:
    qtbot.keyClicks(page.search, typed)
    assert title in shown(page)
    assert len(shown(page)) < len(page.parts) / 2


def test_only_the_rows_that_fit_are_shown(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "text size")
    look = page.parts[0]
    assert [name for name, row in look.rows.items() if row.isVisible()] == ["Text size"]
    assert shown(page) == ["Look and keys"]


def test_a_field_is_found_in_its_group_and_can_be_switched_there(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "itch")
    groups = asked(page).groups
    assert [group for group, made in groups.items() if made.isVisible()] == [Group.SKIN]
    lines = groups[Group.SKIN].lines
    assert [key for key, line in lines.items() if line.isVisible()] == ["skin.itch"]

    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(lines["skin.itch"].check.box, Qt.Key.Key_Space)
    assert "skin.itch" not in session.shown
    assert [group for group, made in groups.items() if made.isVisible()] == [Group.SKIN]

    page.head.clear()
    assert groups[Group.SKIN].is_folded
    assert all(made.isVisible() for made in asked(page).rows.values())
    assert not any(line.isHidden() for line in lines.values())


def test_a_group_that_fits_by_its_name_stays_folded(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "digestion")
    made = asked(page).groups[Group.DIGESTION]
    assert made.isVisible()
    assert made.is_folded


def test_the_sample_diary_is_reached_from_a_diary_that_has_entries(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.go_to("A sample diary")
    with qtbot.waitSignal(window.sample_wanted):
        qtbot.keyClick(focused(), Qt.Key.Key_Space)


def test_tab_comes_to_nothing_that_is_hidden(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "backup")
    hidden = [part for part in page.parts if not part.isVisible()]
    assert hidden
    seen: list[QWidget] = []
    while (here := focused()) not in seen:
        seen.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert not [each for each in seen for part in hidden if part.isAncestorOf(each)]
    assert set(stops_of(page)) <= set(seen)


def test_it_says_how_many_fit(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(settings_search, "announce", lambda _widget, words: said.append(words))
    qtbot.keyClicks(page.search, "phone")
    count = len(shown(page))
    assert page.head.said.isVisible()
    assert page.head.said.text().startswith(f"{count} part")
    assert said[-1] == page.head.said.text()
    assert all(one != other for one, other in pairwise(said))


def test_where_nothing_fits_a_button_shows_all(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "xyzzy")
    assert shown(page) == []
    assert page.head.said.text() == "Nothing in the settings fits. Try another word."
    qtbot.keyClick(page.head.all_button, Qt.Key.Key_Space)
    assert len(shown(page)) == len(page.parts)
    assert not page.head.said.isVisible()
    assert not page.head.all_button.isVisible()
    assert focused() is page.search


@pytest.mark.parametrize("tabs", [0, 2])
def test_escape_shows_all_again(page: SettingsPage, qtbot: QtBot, tabs: int) -> None:
    qtbot.keyClicks(page.search, "backup")
    for _tab in range(tabs):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert len(shown(page)) == len(page.parts)
    assert not page.search.text()
    assert focused() is page.search


def test_the_key_of_the_search_comes_here_and_then_to_everything(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.go_to("Recently deleted")
    qtbot.keyClick(focused(), Qt.Key.Key_F, CTRL)
    assert focused() is page.search
    qtbot.keyClick(focused(), Qt.Key.Key_F, CTRL)
    assert window.stack.key == "history"


def test_a_part_that_is_left_out_is_not_found(page: SettingsPage, qtbot: QtBot) -> None:
    page.parts[1].hide()
    qtbot.keyClicks(page.search, "language")
    assert "Language" not in shown(page)
    page.head.clear()
    assert "Language" not in shown(page)


def test_each_place_is_on_the_page_and_is_come_to(page: SettingsPage, qtbot: QtBot) -> None:
    for name in (place.name for place in PLACES):
        page.search.setText("xyzzy")
        page.go_to(name)
        here = focused()
        part = next(each for each in page.parts if each.isAncestorOf(here))
        place = part.called(name)
        assert place is not None, name
        if list(stops_of(place)):
            assert place is here or place.isAncestorOf(here), name
        qtbot.waitUntil(_seen(here))


def _seen(widget: QWidget) -> Callable[[], bool]:
    return lambda: not widget.visibleRegion().isEmpty()


def test_each_place_is_on_the_page_in_another_language(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    with speaking("es"):
        page = SettingsPage(session, settings, theme, "/somewhere")
        qtbot.addWidget(page)
        lost = [
            place.name
            for place in PLACES
            if not any(part.called(place.name) for part in page.parts)
        ]
    assert lost == []
    page.close()
