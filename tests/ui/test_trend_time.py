"""Which time Trends shows: ranges, earlier and later, closer and wider."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from db.records import Appointment, DosePeriod, Medicine, Put, Reading
from db.store import Store
from diary.charts.day_points import DayPoints
from diary.field import Group
from diary.logic.periods import Period
from diary.logic.ranges import DAYS, Range, range_period
from diary.session import Session
from tests.ui.conftest import OpenTrends, Wait
from tests.ui.trend_kit import day_of, days

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("chosen", Range)
def test_each_range_is_drawn(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot, chosen: Range
) -> None:
    page = open_trends()
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page._on_range_chosen(chosen)
    points = days(page).cards[Group.SKIN].view.points
    assert isinstance(points, DayPoints)
    assert (points.plot.first, points.plot.last) == (page.shown.first, DAY)


def test_a_young_diary_shows_no_time_before_it(open_trends: OpenTrends, store: Store) -> None:
    begun = DAY - timedelta(days=29)
    store.write([Put(Reading(begun, "skin.itch", 4, NOW))])
    page = open_trends()
    assert page.time.chosen is Range.QUARTER
    assert page.shown == Period(begun, DAY)
    assert page.time.earlier is None
    assert page.time.wider is None
    assert page.tools.period.text().endswith(", all so far")
    page.time.choose(Range.FORTNIGHT)
    page.refresh()
    assert len(page.shown) == 14
    assert "so far" not in page.tools.period.text()


@pytest.mark.parametrize("chosen", Range)
def test_a_visit_or_a_dose_before_the_first_entry_moves_no_beginning(
    open_trends: OpenTrends, store: Store, chosen: Range
) -> None:
    begun, before = DAY - timedelta(days=20), DAY - timedelta(days=60)
    store.write(
        [
            Put(Reading(begun, "skin.itch", 4, NOW)),
            Put(Medicine(id="m", name="Nifedipine", recorded_at=NOW)),
            Put(DosePeriod(id="d", medicine="m", dose="5 mg", first=before, recorded_at=NOW)),
            Put(Appointment(id="v", day=before, recorded_at=NOW)),
        ]
    )
    page = open_trends()
    page.time.choose(chosen)
    assert page.shown.first == max(begun, DAY - timedelta(days=DAYS.get(chosen, 99) - 1))


def test_earlier_and_later_page_through_time(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    assert not page.tools.later.isEnabled()
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        qtbot.mouseClick(page.tools.earlier, Qt.MouseButton.LeftButton)
    assert page.shown.last == DAY - timedelta(days=91)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        qtbot.mouseClick(page.tools.later, Qt.MouseButton.LeftButton)
    assert page.shown.last == DAY


@pytest.mark.parametrize("by_key", [False, True])
def test_zooming_and_going_by_buttons_and_by_keys(
    open_trends: OpenTrends,
    filled: Store,
    qtbot: QtBot,
    by_key: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    page = open_trends()
    tools, shift = page.tools, Qt.KeyboardModifier.ShiftModifier
    ways = {
        "closer": (tools.closer, Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier),
        "wider": (tools.wider, Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier),
        "earlier": (tools.earlier, Qt.Key.Key_Left, shift),
        "later": (tools.later, Qt.Key.Key_Right, shift),
    }

    def go(way: str) -> int:
        button, key, modifier = ways[way]
        with qtbot.waitSignal(page.drawn, timeout=20_000):
            if by_key:
                qtbot.keyClick(page.first_focus, key, modifier)
            elif isinstance(button, QAction):
                button.trigger()
            else:
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return len(page.shown)

    assert go("closer") == 30
    assert tools.ranges.chips.value_or_none() == Range.MONTH
    assert page.shown.last == DAY
    assert go("earlier") == 30
    assert page.shown.last == DAY - timedelta(days=30)
    assert tools.period.accessibleName() == "24 September 2026 to 23 October 2026"
    assert go("later") == 30
    assert go("closer") == 14
    assert tools.ranges.chips.value_or_none() == Range.FORTNIGHT
    assert not tools.closer.isEnabled()
    assert [go("wider"), go("wider"), go("wider")] == [30, 91, 120]
    assert tools.ranges.chips.value_or_none() == Range.ALL
    assert not tools.wider.isEnabled()
    assert not tools.earlier.isEnabled()


def test_zooming_stays_at_the_day_that_is_read(
    open_trends: OpenTrends, filled: Store, qtbot: QtBot
) -> None:
    page = open_trends()
    card = days(page).cards[Group.SKIN]
    card.view.go_to(5)
    read = day_of(card)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        qtbot.keyClick(card.view, Qt.Key.Key_Plus)
    assert page.shown.first <= read <= page.shown.last
    assert page.shown.last < DAY
    assert day_of(card) == read
    assert card.here.isVisible()


def test_the_keyboard_begins_at_the_chosen_range(open_trends: OpenTrends, filled: Store) -> None:
    page = open_trends()
    assert page.first_focus.accessibleName() == "Time shown: 3 months"


def test_the_tools_take_one_row_and_what_is_seldom_needed_a_menu(
    open_trends: OpenTrends, filled: Store
) -> None:
    page = open_trends()
    tools = page.tools
    assert tools.heightForWidth(1169) == tools.more.height()
    assert tools.heightForWidth(760) <= 2 * tools.more.height() + 8
    words = [way.text() for way in tools.more.menu_of_ways.actions() if way.isVisible()]
    assert words == ["Fewer days (+)", "More days (−)", "Mark last 14 days"]


def test_stretches() -> None:
    fortnight = range_period(Range.FORTNIGHT, DAY, None)
    assert fortnight == Period(DAY - timedelta(days=13), DAY)
    assert len(fortnight) == 14
    assert range_period(Range.FORTNIGHT, DAY, None, back=1).last == DAY - timedelta(days=14)
    assert range_period(Range.ALL, DAY, date(2020, 1, 1)).first == date(2020, 1, 1)
    assert len(range_period(Range.ALL, DAY, DAY)) == 14
    assert len(range_period(Range.ALL, DAY, None)) == 14


def test_the_mark_of_the_last_14_days_is_remembered(
    open_trends: OpenTrends, filled: Store, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page = open_trends()
    save(days(page).recent.trigger)
    assert days(open_trends()).recent.isChecked()
