from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.records import Medicine, Question
from diary.field import Group
from diary.session import Session
from diary.ui import day_cards
from diary.ui.main_window import MainWindow
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.attacks_link import AttacksLink

Save = Callable[[Callable[[], object]], None]
DAY = date(2026, 11, 22)


class MadeUp(QWidget):
    """A card that remembers which days it showed."""

    announced = Signal(str)
    explained = Signal(str)
    wanted = Signal(str)
    kinds = frozenset({Question})

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        assert session.today() == DAY
        assert theme.px(10) > 0
        self.days: list[date] = []
        self.button = QPushButton("made up")
        QVBoxLayout(self).addWidget(self.button)

    def show_day(self, day: date) -> None:
        """Remember it."""
        self.days.append(day)


@pytest.fixture
def page(
    session: Session, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> TodayPage:
    monkeypatch.setattr(day_cards, "CARDS", ((Group.SKIN, MadeUp),))
    made = TodayPage(session, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.day_cards.made))
    return made


def card(page: TodayPage) -> MadeUp:
    ((_group, made),) = page.day_cards.made
    assert isinstance(made, MadeUp)
    return made


def test_a_card_is_made_after_the_page_and_shows_its_day(page: TodayPage) -> None:
    assert card(page).days == [DAY]
    assert card(page).isVisible()

    page.step(-3)
    assert card(page).days[-1] == DAY - timedelta(days=3)


def test_a_card_follows_changes_of_its_kinds_only(
    page: TodayPage, session: Session, save: Save
) -> None:
    moment = session.clock.now()
    save(lambda: session.put(Medicine(id="m", name="Any", recorded_at=moment)))
    assert card(page).days == [DAY]

    save(lambda: session.put(Question(id="q", text="?", written=DAY, recorded_at=moment)))
    assert card(page).days == [DAY, DAY]


def test_its_words_and_wishes_reach_the_window(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.announced) as said:
        card(page).announced.emit("done")
    with qtbot.waitSignal(page.field_explained) as field:
        card(page).explained.emit("skin.itch")
    with qtbot.waitSignal(page.section_wanted) as section:
        card(page).explained.emit("skin")
    with qtbot.waitSignal(page.page_wanted) as wanted:
        card(page).wanted.emit("body")

    heard = [said.args, field.args, section.args, wanted.args]
    assert heard == [["done"], ["skin.itch"], ["skin"], ["body"]]


def test_tab_finds_it_between_its_group_and_the_next(page: TodayPage, qtbot: QtBot) -> None:
    skin, raynaud = page.column.cards[:2]
    skin.rows[-1].focus()
    focused = []
    for _press in range(6):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        focused.append(page.focusWidget())
    assert card(page).button in focused
    after = focused[focused.index(card(page).button) + 1]
    assert raynaud.isAncestorOf(after)


def test_a_day_leads_to_its_attacks(window: MainWindow, qtbot: QtBot) -> None:
    page = window.today_page()
    qtbot.waitUntil(lambda: page.day_cards.are_made)
    (link,) = page.findChildren(AttacksLink)

    link.button.click()

    assert window.stack.key == "attacks"
