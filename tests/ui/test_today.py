from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Attack
from diary.field import Group
from diary.session import Session
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.scale import ScaleInput
from tests.conftest import FakeClock

Save = Callable[[Callable[[], object]], None]
DAY = date(2026, 11, 22)


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> TodayPage:
    made = TodayPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def row(page: TodayPage, key: str) -> FieldRow:
    return next(row for card in page.column.cards for row in card.rows if row.field.key == key)


def value(page: TodayPage, key: str) -> object:
    shown = row(page, key).input
    assert isinstance(shown, ScaleInput | NumberInput | ChoiceInput)
    return shown.value_or_none()


def test_every_daily_field_that_is_on_has_a_row(page: TodayPage, session: Session) -> None:
    shown = [row.field.key for row in page.column.rows]
    assert shown == [
        field.key
        for group in Group
        for field in session.catalogue.in_group(group)
        if field.default_on and not field.panel
    ]


def test_a_digit_records_and_down_goes_to_the_next_field(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    row(page, "skin.tightness").focus()
    save(lambda: qtbot.keyClick(page.focusWidget(), "6"))
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    save(lambda: qtbot.keyClick(page.focusWidget(), "4"))

    values = {key: reading.value for key, reading in session.read.day_readings(DAY).items()}
    assert values == {"skin.tightness": 6, "skin.movement": 4}
    assert "2 of 18" in page.header.subtitle.text()


def test_a_past_day_can_be_written_and_tomorrow_cannot(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    qtbot.mouseClick(page.header.before, Qt.MouseButton.LeftButton)
    row(page, "general.pain").focus()
    save(lambda: qtbot.keyClick(page.focusWidget(), "3"))
    page.step(5)

    assert session.read.reading(DAY - timedelta(days=1), "general.pain") is not None
    assert page.day == DAY
    assert not page.header.after.isEnabled()


def test_undo_takes_the_value_off_the_page(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.record(DAY, "skin.itch", 8))
    assert value(page, "skin.itch") == 8
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert value(page, "skin.itch") is None


def test_evening_totals_are_proposed_from_timed_attacks_and_never_below_them(
    page: TodayPage, session: Session, clock: FakeClock, qtbot: QtBot, save: Save
) -> None:
    for hour in (2, 4):
        start = clock.now() - timedelta(hours=hour)
        attack = Attack(
            id=str(hour), started_at=start, zone="Europe/Berlin", recorded_at=start, minutes=20
        )
        with qtbot.waitSignal(session.changed):
            session.put_attack(attack)
    count = row(page, "raynaud.attack_count").input
    assert isinstance(count, NumberInput)
    assert count.edit.placeholderText() == "2"
    assert count.value_or_none() is None

    count.setFocus()
    qtbot.keyClicks(count.edit, "1")
    save(lambda: qtbot.keyClick(count.edit, Qt.Key.Key_Return))
    assert session.read.day_readings(DAY)["raynaud.attack_count"].value == 2


def test_the_note_is_saved_when_it_is_left(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    page.note.setFocus()
    qtbot.keyClicks(page.note, "cold wind at the bus stop")
    save(page.header.before.setFocus)

    assert session.note(DAY) == "cold wind at the bus stop"


def test_clear_makes_a_field_not_recorded(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.record(DAY, "skin.itch", 0))
    clear = row(page, "skin.itch")._clear
    assert clear.isEnabled()
    save(lambda: qtbot.mouseClick(clear, Qt.MouseButton.LeftButton))

    assert session.read.reading(DAY, "skin.itch") is None
    assert not clear.isEnabled()


def test_the_i_asks_for_the_article(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.field_explained) as heard:
        qtbot.mouseClick(row(page, "skin.itch")._info, Qt.MouseButton.LeftButton)
    assert heard.args == ["skin.itch"]


def test_a_choice_is_recorded_by_a_click_and_by_a_digit(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    pattern = row(page, "raynaud.day_pattern").input
    assert isinstance(pattern, ChoiceInput)
    pattern.setFocus()
    save(lambda: qtbot.keyClick(page.focusWidget(), "3"))
    assert session.read.day_readings(DAY)["raynaud.day_pattern"].value == "most"
