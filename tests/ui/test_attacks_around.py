"""Attacks around the page: other zones, long rows, the day, and the whole window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Put
from db.store import Store
from diary.change import FutureDayError
from diary.clock import in_zone
from diary.logic.attack_phrases import PLACES
from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.ui.attack_kit import Key, Save, Show, attack, rows, shower, sure


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot) -> Show:
    return shower(session, theme, qtbot)


def test_same_as_yesterday_never_says_no_attacks_of_a_day_with_one(
    store: Store, session: Session, clock: FakeClock, save: Save
):
    store.write([Put(attack(clock, number, number)) for number in (1, 2)])
    day = clock.now().date()
    save(lambda: session.record(day - timedelta(days=1), "raynaud.day_pattern", "none"))
    save(lambda: session.record(day - timedelta(days=1), "raynaud.attack_count", 1))

    save(lambda: session.same_as_yesterday(day))

    readings = session.read.day_readings(day)
    assert {key: reading.value for key, reading in readings.items()} == {"raynaud.attack_count": 2}


def test_rows_grow_with_the_text_and_with_what_is_written_in_them(
    store: Store, clock: FakeClock, show: Show, theme: Theme, qtbot: QtBot
):
    many = tuple(key for key in PLACES if key.startswith(("right", "left_t", "left_i")))
    store.write([Put(attack(clock, 1, 1)), Put(attack(clock, 2, 2, places=many[1:]))])
    page = show()

    def heights() -> list[int]:
        indexes = [page.list.attacks.index_of(name) for name in ("a1", "a2")]
        return [page.list.visualRect(index).height() for index in indexes]

    short, long = heights()
    assert 44 <= short < long

    page.resize(420, 700)
    qtbot.waitUntil(lambda: heights()[1] > long)

    theme.apply(Look.LIGHT, 24)
    qtbot.waitUntil(lambda: heights()[0] > short)


def test_an_attack_of_tomorrow_in_another_zone_is_shown_and_can_be_edited(
    store: Store, clock: FakeClock, show: Show, session: Session, save: Save
):
    clock.advance(hours=4)
    auckland = in_zone(date(2026, 11, 23), 0, 30, "Pacific/Auckland")
    assert auckland < clock.now()
    flown = replace(attack(clock, 1, 0), started_at=auckland, zone="Pacific/Auckland")
    store.write([Put(flown)])
    page = show()
    assert rows(page) == ["23: 1 attack", "a1"]

    page.edit("a1")
    sure(page.editor).form.note.setPlainText("on arrival")
    save(sure(page.editor).keep)

    assert sure(session.read.attack("a1")) == replace(flown, note="on arrival")


def test_an_attack_that_has_not_come_is_refused(session: Session, clock: FakeClock):
    with pytest.raises(FutureDayError):
        session.put_attack(attack(clock, 1, -0.1))


def test_f2_times_an_attack_from_any_page_and_leads_to_its_details(
    session: Session, settings: Settings, theme: Theme, clock: FakeClock, save: Save, qtbot: QtBot
):
    window = MainWindow(session, settings, theme, "")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    save(lambda: qtbot.keyClick(window, Key.Key_F2))
    clock.advance(minutes=3)
    save(lambda: qtbot.keyClick(window, Key.Key_F2))

    page = window.show_page("attacks")
    assert isinstance(page, AttacksPage)
    qtbot.waitUntil(lambda: page.editor is not None)
    editor = sure(page.editor)
    qtbot.keyClick(editor.form.colours.first(), Key.Key_Space)
    save(lambda: qtbot.keyClick(editor, Key.Key_Escape))

    (kept,) = session.read.attacks(date.min, date.max)
    assert (kept.minutes, kept.colours, kept.recorded_at_the_time) == (3, ("pale",), True)
    with qtbot.waitActive(window):
        window.activateWindow()
    save(lambda: qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert sure(session.read.attack(kept.id)).colours == ()
