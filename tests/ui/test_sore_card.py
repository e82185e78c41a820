"""Today asks for each open sore until it has healed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Sore, SoreDay
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.sore_card import SoreCard
from tests.conftest import FakeClock
from tests.ui.attack_kit import LEFT, Save, sure
from tests.ui.test_sores_panel import named, on, sore, sores

Key = Qt.Key
TODAY = date(2026, 11, 22)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 900)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot, window: QWidget):
    """A card on a day; it hears of changes as on the page."""

    def make(day=TODAY) -> SoreCard:
        card = SoreCard(session, theme, window)
        card.resize(780, 880)
        card.show_day(day)
        session.changed.connect(lambda _change: card.show_day(card._day))
        with qtbot.waitActive(window):
            window.show()
        return card

    return make


def test_only_sores_that_are_open_are_asked(show, session, clock, save: Save):
    save(
        lambda: session.put(
            sore(clock, "open"), sore(clock, "healed", 30, 10), sore(clock, "today", 9, 0)
        )
    )
    card = show()

    assert set(card.blocks) == {"open", "today"}
    card.show_day(TODAY - timedelta(days=15))
    assert set(card.blocks) == {"open", "healed"}


def test_pain_and_signs_are_kept_as_they_are_entered(show, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    block = show().blocks["s"]
    assert block.state.text() == "since 3 Nov, 19 days"

    block.pain.setFocus()
    save(lambda: qtbot.keyClick(block.pain, Key.Key_6))
    save(lambda: qtbot.mouseClick(named(block, "Left index finger, tip: Swelling"), LEFT))

    [entry] = session.read.events(SoreDay)
    assert (entry.day, entry.pain, entry.signs) == (TODAY, 6, ("swelling",))
    assert block.pain.hasFocus() or block.isAncestorOf(sure(block.window().focusWidget()))


def test_what_is_cleared_is_not_recorded(show, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock), on(clock, 0, 6)))
    block = show().blocks["s"]
    block.pain.setFocus()

    save(lambda: qtbot.keyClick(block.pain, Key.Key_Delete))

    assert session.read.events(SoreDay) == []
    save(session.undo)
    assert block.pain.value_or_none() == 6


def test_the_day_before_is_marked(show, session, clock, save: Save):
    save(lambda: session.put(sore(clock), on(clock, 1, 5)))

    assert "the day before 5" in show().blocks["s"].pain.accessibleDescription()


def test_healed_on_the_shown_day_and_back(show, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    yesterday = TODAY - timedelta(days=1)
    card = show(yesterday)

    save(lambda: qtbot.mouseClick(card.blocks["s"].healed_button, LEFT))
    assert [each.healed for each in sores(session)] == [yesterday]
    assert card.blocks["s"].healed_button.text() == "It has not healed"
    card.show_day(TODAY)
    assert not card.blocks
    card.show_day(yesterday)
    save(lambda: qtbot.mouseClick(card.blocks["s"].healed_button, LEFT))

    assert [each.healed for each in sores(session)] == [None]


def test_healing_before_a_recorded_day_is_explained(show, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock), on(clock, 0, 5)))
    card = show(TODAY - timedelta(days=3))

    with qtbot.waitSignal(card.announced) as said:
        qtbot.mouseClick(card.blocks["s"].healed_button, LEFT)

    assert "22 Nov 2026" in said.args[0]
    assert [each.healed for each in sores(session)] == [None]
    sure(card.dialog).leave()


def test_a_new_sore_is_noticed_on_the_shown_day(show, session, qtbot, save: Save):
    day = TODAY - timedelta(days=2)
    card = show(day)

    qtbot.mouseClick(card.add_button, LEFT)
    editor = sure(card.dialog)
    editor.place.places.pickers["fingers"].map.choose("right_thumb")
    save(editor.keep)

    assert [(each.place, each.noticed) for each in sores(session)] == [("right_thumb", day)]
    assert len(card.blocks) == 1


def test_tab_goes_through_a_sore_from_top_to_bottom(show, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock, "a"), sore(clock, "b", 5, place="right_thumb")))
    card = show()
    card.info_button.setFocus()
    seen: list[QWidget] = []
    for _press in range(10):
        qtbot.keyClick(sure(card.window().focusWidget()), Key.Key_Tab)
        seen.append(sure(card.window().focusWidget()))

    tops = [each.mapTo(card, each.rect().topLeft()) for each in seen]
    assert [(p.y(), p.x()) for p in tops] == sorted((p.y(), p.x()) for p in tops)
    assert isinstance(seen[-1], QPushButton)


def test_deleting_from_the_card_can_be_undone(show, session, clock: FakeClock, qtbot, save: Save):
    save(lambda: session.put(sore(clock), on(clock, 1)))
    card = show()
    card.edit("s")

    save(lambda: qtbot.mouseClick(named(sure(card.dialog), "Delete this sore"), LEFT))
    assert not card.blocks
    save(session.undo)

    assert set(card.blocks) == {"s"}
    assert session.read.events(Sore)
