from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from db.records import Put, Reading
from db.store import Store
from diary.charts.day_points import DayPoints
from diary.charts.series import load
from diary.field import Group
from diary.fields import CATALOGUE
from diary.logic.drawn import TOTAL
from diary.logic.ranges import Range
from diary.palette import Look
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.trend_views import LOADED_FIRST
from tests.ui.conftest import OpenTrends, Wait
from tests.ui.trend_kit import choose_view, day_of, days, table

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_an_empty_diary_invites_instead_of_showing_empty_axes(open_trends: OpenTrends) -> None:
    page = open_trends()
    assert page.empty.isVisible()
    assert page.first_focus is page.empty.begin_button
    assert not days(page).busy.isVisible()
    assert not any(card.isVisible() for card in days(page).cards.values())


def test_each_group_has_a_chart_with_words_for_screen_readers(
    open_trends: OpenTrends, filled: Store
) -> None:
    page = open_trends()
    seen = {group for group, card in days(page).cards.items() if card.isVisibleTo(page)}
    assert seen == set(CATALOGUE.groups())
    words = days(page).cards[Group.SKIN].view.accessibleDescription()
    assert "Skin tightness" in words
    assert "of 91 days" in words


def test_arrows_walk_over_recorded_days_and_enter_opens_one(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    card = days(page).cards[Group.SKIN]
    card.view.setFocus()
    qtbot.keyClick(card.view, Qt.Key.Key_Left)
    last = day_of(card)
    qtbot.keyClick(card.view, Qt.Key.Key_Left)
    assert day_of(card) < last
    value = filled.day_readings(day_of(card))["skin.tightness"].value
    assert f"Skin tightness: {value}" in card.here.text()

    with qtbot.waitSignal(page.day_wanted) as heard:
        qtbot.keyClick(card.view, Qt.Key.Key_Return)
    assert heard.args == [day_of(card)]


def test_a_click_finds_the_day_under_it(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    card = days(page).cards[Group.SKIN]
    points = card.view.points
    assert isinstance(points, DayPoints)
    spot = card.view.rect().center()
    spot.setX(round(points.plot.x_of(points.days[10])))
    qtbot.mouseClick(card.view, Qt.MouseButton.LeftButton, pos=spot)
    assert day_of(card) == points.days[10]


def test_the_table_has_the_same_numbers_and_copies_as_text(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot, qapp
) -> None:
    page = open_trends()
    choose_view(page, "table", qtbot)
    assert table(page).numbers.isVisible()
    model = table(page).numbers.model
    assert model.rowCount() == 91
    keys = [field.key for field in model._fields]
    series = load(filled, page.shown.first, DAY)
    for row in range(model.rowCount()):
        for column, key in enumerate(keys, 1):
            text = model.text(row, column)
            assert (text == "–") == (model.day(row) not in series.shown.get(key, {}))

    table(page).numbers.table.selectRow(0)
    table(page).numbers.table.setFocus()
    qtbot.keyClick(table(page).numbers.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = qapp.clipboard().text().splitlines()
    assert lines[0].startswith("Day\tSkin tightness")
    assert lines[1].startswith("2026-11-22\t")
    assert len(lines) == 2

    with qtbot.waitSignal(page.announced, timeout=20_000) as heard:
        qtbot.mouseClick(table(page).copy, Qt.MouseButton.LeftButton)
    assert heard.args == ["Copied as text."]
    lines = qapp.clipboard().text().splitlines()
    assert len(lines) == 1 + 91
    assert [line.split("\t")[0] for line in lines[1:]] == [
        (DAY - timedelta(days=number)).isoformat() for number in reversed(range(91))
    ]


def test_a_new_reading_is_drawn(
    open_trends: OpenTrends, filled: Store, session: Session, qtbot: QtBot
) -> None:
    page = open_trends()
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        session.record(DAY, "skin.itch", 10)
    view = days(page).cards[Group.SKIN].view
    view.go_to(view.points.of_day(DAY))
    assert "Itch: 10" in days(page).cards[Group.SKIN].here.text()


def test_a_field_asked_for_is_scrolled_to(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    page.focus_field("general.pain")
    card = days(page).cards[Group.GENERAL]
    assert card.view.hasFocus()
    points = card.view.points
    assert isinstance(points, DayPoints)
    row = points.plot.row_of("general.pain")
    assert row is not None
    shown = card.view.mapTo(page.area.viewport(), QPoint(0, round(row.label_y)))
    assert 0 <= shown.y() < page.area.viewport().height()


def test_the_button_beside_the_words_opens_the_day(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    card = days(page).cards[Group.RAYNAUD]
    assert not card.open_day.isVisible()
    card.view.go_to(3)
    with qtbot.waitSignal(page.day_wanted) as heard:
        qtbot.mouseClick(card.open_day, Qt.MouseButton.LeftButton)
    assert heard.args == [day_of(card)]


def test_a_new_look_and_size_are_drawn(
    open_trends: OpenTrends, filled: Store, theme: Theme, qtbot: QtBot
) -> None:
    page = open_trends()
    before = days(page).cards[Group.SKIN].view.picture
    assert before is not None
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        theme.apply(Look.DARK, 20)
    after = days(page).cards[Group.SKIN].view.picture
    assert after is not None
    assert after.rgba[:3] != before.rgba[:3]
    assert after.height > before.height


def test_a_closed_page_draws_no_more(open_trends: OpenTrends, theme: Theme, qtbot: QtBot) -> None:
    page = open_trends()
    page.close()
    with qtbot.assertNotEmitted(page.drawn, wait=400):
        theme.apply(Look.DARK, 12)


def test_long_ranges_say_what_a_bar_is(open_trends: OpenTrends, store: Store, qtbot: QtBot) -> None:
    store.write(Put(Reading(day, "skin.itch", 4, NOW)) for day in (date(1990, 1, 1), DAY))
    page = open_trends()
    assert days(page).key.text().startswith("Each dot is one day.\n")
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page._on_range_chosen(Range.ALL)
    assert days(page).key.text().startswith("Each bar stands for")
    choose_view(page, "table", qtbot)
    assert table(page).numbers.model.text(table(page).numbers.model.rowCount() - 1, 3) == "4*"


def test_a_group_of_which_nothing_is_recorded_is_named_once(
    open_trends: OpenTrends, store: Store, qtbot: QtBot
) -> None:
    store.write([Put(Reading(DAY - timedelta(days=20), "skin.itch", 4, NOW))])
    page = open_trends()
    assert list(days(page).cards) == [Group.SKIN]
    assert "Raynaud’s" in days(page).silent.text()
    assert "Skin" not in days(page).silent.text()
    assert days(page).silent.y() > days(page).cards[Group.SKIN].y()

    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page._on_range_chosen(Range.FORTNIGHT)
    assert not days(page).cards
    assert "Skin" in days(page).silent.text()
    assert not days(page).key.isVisible()


def test_groups_and_fields_stand_in_the_patients_order(
    open_trends: OpenTrends, filled: Store, session: Session, save: Wait
) -> None:
    choices = session.choices
    keys = [field.key for field in choices.fields(session.catalogue, Group.SKIN)]
    moved = choices.move(Group.SKIN, keys, "skin.itch", -9)
    save(lambda: session.prefer_all(moved))
    moved = session.choices.move_group(session.choices.groups(), Group.DIGESTION, -9)
    save(lambda: session.prefer_all(moved))

    page = open_trends()

    assert next(iter(days(page).cards)) == Group.DIGESTION
    assert days(page).fields[Group.SKIN][0].key == "skin.itch"


def test_what_the_worker_loads_first_has_no_qt_and_no_matplotlib() -> None:
    code = (
        f"import sys, {', '.join(LOADED_FIRST)};"
        "sys.exit(bool({'PySide6', 'matplotlib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_matplotlib_is_not_loaded_by_the_page() -> None:
    code = "import sys, diary.ui.pages.trends, diary.startup; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_fields_that_are_off_are_drawn_once_they_have_readings(
    open_trends: OpenTrends, store: Store, qtbot: QtBot
) -> None:
    at = datetime(2026, 11, 20, 20, tzinfo=UTC)
    recorded = Reading(date(2026, 11, 20), "digestion.nausea", 4, at)
    region = Reading(date(2026, 11, 20), "skin.check_left_hand", 2, at)
    store.write([Put(recorded), Put(region)])
    page = open_trends()

    drawn = {field.key for field in days(page).fields[Group.DIGESTION]}
    assert "digestion.nausea" in drawn
    assert "digestion.heartburn" in drawn
    assert "digestion.fullness" not in drawn
    assert TOTAL in days(page).fields[Group.SKIN]
    assert Group.OWN not in days(page).cards
    choose_view(page, "table", qtbot)
    columns = range(table(page).numbers.model.columnCount())
    names = [table(page).numbers.model.headerData(n, Qt.Orientation.Horizontal) for n in columns]
    assert "Skin check: left hand" in names
    assert "Skin check: right hand" not in names


def test_in_a_small_window_with_large_text_the_first_chart_is_in_sight(
    open_trends: OpenTrends, filled: Store, theme: Theme, qtbot: QtBot
) -> None:
    page = open_trends()
    page.resize(732, 640)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        theme.apply(Look.LIGHT, 24)
    qtbot.waitUntil(page.choice.picker.isVisible)

    picture = days(page).cards[Group.SKIN].view
    qtbot.waitUntil(lambda: picture.mapTo(page, QPoint(0, 0)).y() < 480)
    assert page.first_focus is page.tools.ranges.picker.box
    assert page.tools.ranges.picker.key == Range.QUARTER

    with qtbot.waitSignal(page.drawn, timeout=20_000):
        qtbot.keyClick(page.first_focus, Qt.Key.Key_Up)
    assert len(page.shown) == 30

    page.resize(1900, 640)
    assert page.choice.chips.isVisible()
    assert not page.choice.picker.isVisible()


def test_the_table_fills_the_window_and_shows_rows_with_large_text(
    open_trends: OpenTrends, filled: Store, theme: Theme, qtbot: QtBot
) -> None:
    page = open_trends()
    choose_view(page, "table", qtbot)
    page.resize(1200, 1100)
    numbers = table(page).numbers.table
    qtbot.waitUntil(lambda: numbers.height() > 700)

    page.resize(732, 640)
    theme.apply(Look.LIGHT, 24)
    qtbot.waitUntil(page.choice.picker.isVisible)
    heading = numbers.horizontalHeader()
    qtbot.waitUntil(lambda: heading.height() <= 4 * heading.fontMetrics().lineSpacing())
    rows = numbers.viewport()
    qtbot.waitUntil(lambda: rows.mapTo(page, QPoint(0, 0)).y() + numbers.rowHeight(0) < 640)
    letters = heading.fontMetrics()
    for column, field in enumerate(table(page).numbers.fields, 1):
        longest = max(letters.horizontalAdvance(word) for word in str(field.label).split())
        assert longest <= numbers.columnWidth(column)


def test_what_the_marks_mean_is_shown_once_asked_for(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    assert not days(page).key.isVisible()
    qtbot.mouseClick(page.explain, Qt.MouseButton.LeftButton)
    assert days(page).key.isVisible()
    assert "\nA ring is a day that was filled in more than a day late.\n" in days(page).key.text()
    qtbot.mouseClick(page.explain, Qt.MouseButton.LeftButton)
    assert not days(page).key.isVisible()
