from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.records import Attack
from diary.field import Group
from diary.palette import Look
from diary.session import Session
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.group_card import GroupCard
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


def test_tab_passes_by_what_delete_does(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    itch = row(page, "skin.itch")
    itch.focus()
    save(lambda: qtbot.keyClick(itch.input, "3"))
    qtbot.keyClick(itch.input, Qt.Key.Key_Tab)
    assert page.focusWidget() is itch._info

    save(lambda: qtbot.keyClick(itch.input, Qt.Key.Key_Delete))
    assert session.read.reading(DAY, "skin.itch") is None


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


LUMPS = "skin.lumps"


def open_keys(page: TodayPage) -> list[str]:
    return [each.field.key for each in page.column.rows]


def skin(page: TodayPage) -> GroupCard:
    return next(each for each in page.column.cards if each.group is Group.SKIN)


def test_a_weekly_field_is_offered_when_due_and_one_step_away_otherwise(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    assert LUMPS not in open_keys(page)
    save(lambda: session.prefer("fields.on", [LUMPS]))
    assert LUMPS in open_keys(page)
    assert skin(page).week.isVisible()
    assert "0 of 19" in page.header.subtitle.text()

    save(lambda: session.record(DAY - timedelta(days=2), LUMPS, 3))
    page.refresh()
    assert LUMPS not in open_keys(page)
    assert not skin(page).week.isVisible()
    assert "0 of 18" in page.header.subtitle.text()

    more = skin(page).more
    assert more.isVisible()
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert LUMPS in open_keys(page)
    assert "last: 20 Nov" in row(page, LUMPS)._question.text()
    row(page, LUMPS).focus()
    save(lambda: qtbot.keyClicks(page.focusWidget(), "4\r"))
    assert session.day_readings(DAY)[LUMPS].value == 4
    assert LUMPS in open_keys(page)


def test_a_field_switched_off_leaves_the_page_and_its_readings_stay(
    page: TodayPage, session: Session, save: Save
) -> None:
    save(lambda: session.record(DAY - timedelta(days=1), "skin.itch", 5))
    save(lambda: session.prefer("fields.off", ["skin.itch"]))
    assert "skin.itch" not in open_keys(page)

    page.step(-1)
    assert value(page, "skin.itch") == 5
    assert skin(page).other.isVisible()
    assert "0 of 17" in page.header.subtitle.text()


def test_what_is_typed_stays_when_the_fields_change(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    page.note.setFocus()
    qtbot.keyClicks(page.note, "half a sen")
    count = row(page, "raynaud.attack_count").input
    assert isinstance(count, NumberInput)
    count.edit.setFocus()
    qtbot.keyClicks(count.edit, "1")
    save(lambda: session.prefer("groups.order", ["general", "skin"]))

    assert page.column.cards[0].group is Group.GENERAL
    assert page.note.toPlainText() == "half a sen"
    assert count.edit.text() == "1"


def test_a_group_switched_off_is_out_of_sight_and_undo_brings_it_back(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    card = skin(page)
    save(lambda: session.prefer("groups.off", ["skin"]))
    assert not card.isVisible()
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert card.isVisible()


def has_its_height(made: QWidget) -> bool:
    return made.height() >= made.minimumSizeHint().height()


def test_a_group_switched_on_again_has_its_full_height(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.record(DAY, "skin.tightness", 4))
    save(lambda: session.prefer("groups.off", ["skin"]))
    qtbot.wait(50)  # what is recorded stands below, and is laid out there
    save(lambda: session.prefer("groups.off", []))

    for each in ("skin.tightness", "skin.movement", "skin.itch"):
        scale = row(page, each).input
        qtbot.waitUntil(partial(has_its_height, scale))


def test_tab_follows_the_order_chosen(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.prefer("fields.order", {"skin": ["skin.itch", "skin.tightness"]}))
    itch, tight = row(page, "skin.itch"), row(page, "skin.tightness")
    itch.focus()
    while itch.isAncestorOf(page.focusWidget()):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert tight.isAncestorOf(page.focusWidget())


def test_a_page_left_open_past_midnight_keeps_its_day_and_offers_the_new_one(
    page: TodayPage, session: Session, clock: FakeClock, qtbot: QtBot, save: Save
) -> None:
    page.note.setFocus()
    qtbot.keyClicks(page.note, "late")
    clock.advance(hours=15)
    session.watch.look()

    assert page.day == DAY
    assert page.notice.isVisible()
    assert page.header.after.isEnabled()
    assert page.note.toPlainText() == "late"
    row(page, "skin.itch").focus()
    save(lambda: qtbot.keyClick(page.focusWidget(), "2"))
    assert session.day_readings(DAY)["skin.itch"].value == 2

    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert page.day == DAY + timedelta(days=1)
    assert not page.notice.isVisible()
    assert session.note(DAY) == "late"


def test_an_older_day_that_is_shown_at_midnight_needs_no_notice(
    page: TodayPage, session: Session, clock: FakeClock
) -> None:
    page.step(-3)
    clock.advance(hours=15)
    session.watch.look()
    assert not page.notice.isVisible()


def test_a_field_that_is_off_is_offered_when_the_article_asks_for_it(page: TodayPage) -> None:
    page.focus_field("digestion.nausea")
    assert row(page, "digestion.nausea").isAncestorOf(page.focusWidget())
    page.step(-1)
    assert "digestion.nausea" not in open_keys(page)


def test_same_as_yesterday_leaves_weekly_fields_and_those_that_are_off(
    page: TodayPage, session: Session, save: Save
) -> None:
    yesterday = DAY - timedelta(days=1)
    save(lambda: session.prefer_all({"fields.on": [LUMPS], "fields.off": ["skin.itch"]}))
    save(lambda: session.fill(yesterday, {LUMPS: 3, "skin.itch": 2, "skin.tightness": 4}))
    save(page.same_as_yesterday)
    assert {*session.day_readings(DAY)} == {"skin.tightness"}


def test_a_number_that_was_not_left_yet_belongs_to_the_day_on_which_it_was_typed(
    page: TodayPage, session: Session, qtbot: QtBot, save: Save
) -> None:
    count = row(page, "raynaud.attack_count").input
    assert isinstance(count, NumberInput)
    count.edit.setFocus()
    qtbot.keyClicks(count.edit, "3")
    save(lambda: page.step(-1))

    assert session.day_readings(DAY)["raynaud.attack_count"].value == 3
    assert value(page, "raynaud.attack_count") is None
    assert page.focusWidget() is count.edit


def test_the_values_of_yesterday_are_offered_where_there_are_any(
    page: TodayPage, session: Session, save: Save
) -> None:
    same, yesterday = page.header.same, DAY - timedelta(days=1)
    assert not same.isVisible()
    save(lambda: session.record(DAY, "skin.itch", 1))
    save(lambda: session.record(yesterday, LUMPS, 3))
    assert not same.isVisible()

    save(lambda: session.record(yesterday, "skin.itch", 2))
    assert same.isVisible()

    page.step(-1)
    assert not same.isVisible()


def test_an_empty_diary_welcomes_until_another_day_is_shown(
    page: TodayPage, session: Session, save: Save
) -> None:
    assert page.welcome.isVisible()

    save(lambda: session.record(DAY, "skin.itch", 1))
    assert page.welcome.isVisible()  # nothing jumps while the first day is written

    page.step(-1)
    page.step(1)
    assert not page.welcome.isVisible()


def test_larger_text_moves_questions_and_icons_to_the_middle_of_their_buttons(
    page: TodayPage, theme: Theme, session: Session, qtbot: QtBot
) -> None:
    page.resize(1400, 700)
    theme.apply(Look.LIGHT, 14)
    page.grab()
    grown = row(page, "skin.itch")
    fresh = TodayPage(session, theme)
    qtbot.addWidget(fresh)
    fresh.resize(1400, 700)
    fresh.show()
    qtbot.waitUntil(lambda: row(fresh, "skin.itch").width() == grown.width())

    for part in ("_question", "_icons"):
        made = [getattr(row(each, "skin.itch"), part).contentsMargins() for each in (page, fresh)]
        assert made[0] == made[1]


def test_same_as_yesterday_says_on_the_page_why_it_filled_nothing(
    page: TodayPage, session: Session, save: Save
) -> None:
    page.same_as_yesterday()

    assert page.notice.isVisible()
    assert page.notice.words.text().startswith("Nothing to fill")
    assert not page.notice.button.isVisible()
    save(lambda: session.record(page.day, "skin.itch", 3))
    assert not page.notice.isVisible()
