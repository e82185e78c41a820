"""Raynaud's patterns, a year and the days around a change, as one meets them on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Attack, DosePeriod, Medicine, Put, Reading
from db.store import Store
from diary.charts.around_words import COMPARED
from diary.charts.pattern_titles import BY_COLD, BY_HOUR, BY_TRIGGER, BY_WEEKDAY
from diary.charts.year_words import THE_DAYS, THE_WEEKS
from diary.logic.ranges import Range
from diary.palette import Look
from diary.session import Session
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from diary.ui.widgets.shown_view import ShownView
from diary.ui.widgets.trend_view import TrendView
from diary.ui.widgets.trend_view_around import AroundView
from diary.ui.widgets.trend_view_year import YearView
from tests.db.examples import AT, MEDICINE
from tests.ui.conftest import OpenTrends, Wait
from tests.ui.trend_kit import choose_view

DAY = date(2026, 11, 22)
LAST_YEAR = date(2025, 5, 5)
Open = Callable[[str], ShownView]


def reading(day: date, key: str, value: float | str, late: int = 0) -> Reading:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=late)
    return Reading(day, key, value, at)


def attack(n: int, **more: object) -> Attack:
    began = datetime(2026, 11, 22, 7, 30, tzinfo=UTC) - timedelta(days=n)
    known = {"id": f"a{n}", "started_at": began, "zone": "UTC", "recorded_at": began}
    return Attack(**(known | more))  # type: ignore[arg-type]


def dose(first: date, last: date | None = None, **more: str) -> DosePeriod:
    known = {"id": str(first), "medicine": MEDICINE.id, "dose": "10 mg"} | more
    return DosePeriod(**known, first=first, last=last, recorded_at=AT)


@pytest.fixture
def show(open_trends: OpenTrends, qtbot: QtBot) -> Open:
    def make(key: str) -> ShownView:
        opened = open_trends()
        choose_view(opened, key, qtbot)
        view = opened.view_of(key)
        assert isinstance(view, ShownView)
        return view

    return make


@pytest.fixture
def attacks(store: Store) -> Store:
    store.write(Put(attack(n, triggers=("cold_air",), colours=("pale",))) for n in range(12))
    return store


# Patterns.


def test_each_pattern_is_a_chart_or_says_kindly_why_not(show: Open, attacks: Store) -> None:
    view = show("patterns")

    assert view.parts[str(BY_HOUR)].pane.isVisible()
    assert not view.parts[str(BY_COLD)].pane.isVisible()
    assert "A picture needs 7 days with both" in view.parts[str(BY_COLD)].twin.said.text()
    words = view.parts[str(BY_HOUR)].pane.view.accessibleDescription()
    assert "12 timed attacks" in words
    assert "Most began from 07:00 to 08:00: 12." in words


def test_without_attacks_the_view_invites(show: Open, store: Store) -> None:
    store.write([Put(reading(DAY, "skin.tightness", 3))])

    view = show("patterns")

    assert view.nothing.isVisible()
    assert not view.copy.isVisible()
    assert not any(part.isVisible() for part in view.parts.values())


def test_another_range_counts_other_attacks(show: Open, attacks: Store, qtbot: QtBot) -> None:
    attacks.write([Put(attack(40))])
    view = show("patterns")
    assert view.shown[0].said == "13 timed attacks."

    page = view.window()
    assert isinstance(page, TrendsPage)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        page.tools.range_chosen.emit(Range.FORTNIGHT)

    assert view.shown[0].said == "12 timed attacks."


def test_the_table_has_the_numbers_of_the_chart(show: Open, attacks: Store, qtbot: QtBot) -> None:
    view = show("patterns")

    view.table.click()

    part = view.parts[str(BY_TRIGGER)]
    model = part.twin.model
    assert not part.pane.isVisible()
    assert part.twin.table.isVisible()
    assert [model.data(model.index(0, column)) for column in range(3)] == ["Cold air", "12", "100%"]
    said = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Attacks: 12"
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.table.click()
    assert part.pane.isVisible()


def test_tables_stand_side_by_side_only_where_none_of_their_words_is_out_of_sight(
    show: Open, attacks: Store, qtbot: QtBot
) -> None:
    view = show("patterns")
    view.table.click()
    one, other = (view.parts[str(title)] for title in (BY_HOUR, BY_WEEKDAY))
    tables = [one.twin.table, other.twin.table]

    def all_is_in_sight() -> bool:
        return not any(each.horizontalScrollBar().maximum() for each in tables)

    view.window().resize(1900, 800)
    qtbot.waitUntil(lambda: one.y() == other.y() and all_is_in_sight())
    view.window().resize(800, 800)
    qtbot.waitUntil(lambda: one.y() < other.y() and all_is_in_sight())


def test_everything_is_copied_as_text(show: Open, attacks: Store, qtbot: QtBot) -> None:
    view = show("patterns")

    with qtbot.waitSignal(view.announced) as told:
        view.copy.click()

    assert told.args == ["Copied as text."]
    assert "Cold air\t12\t100%" in QApplication.clipboard().text()
    assert "12 timed attacks." in QApplication.clipboard().text()


def test_a_chart_is_saved_with_its_title_days_and_numbers(
    show: Open, attacks: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = show("patterns").parts[str(BY_TRIGGER)].pane
    file = tmp_path / "trigger.svg"
    pane.file.ask_file = lambda _name: str(file)

    with qtbot.waitSignal(pane.announced, timeout=20_000):
        pane.save_button.click()

    words = file.read_text("utf-8")
    assert "Raynaud’s: By trigger" in words
    assert "9 November 2026 to 22 November 2026" in words
    assert "12 attacks with a trigger recorded." in words
    assert "12 · 100%" in words


def test_chosen_rows_of_a_table_are_copied(show: Open, attacks: Store, qtbot: QtBot) -> None:
    view = show("patterns")
    view.table.click()
    table = view.parts[str(BY_TRIGGER)].twin.table

    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "Answer\tAttacks\tShare\nCold air\t12\t100%"


def test_a_new_attack_is_counted_at_once(
    show: Open, attacks: Store, session: Session, save: Wait, qtbot: QtBot
) -> None:
    view = show("patterns")

    with qtbot.waitSignal(view.drawn, timeout=20_000):
        save(lambda: session.put_attack(replace(attack(1), id="new", zone="UTC")))

    qtbot.waitUntil(lambda: view.shown[0].said == "13 timed attacks.", timeout=20_000)


# The year.


def year_view(view: ShownView) -> YearView:
    assert isinstance(view, YearView)
    return view


def test_the_year_begins_with_the_first_field_that_is_asked(
    show: Open, attacks: Store, session: Session
) -> None:
    view = year_view(show("year"))

    assert view.field.key == next(iter(session.shown)).key
    assert view.year.text() == "2026"
    assert not view.after.isEnabled()
    assert view.field.name.buddy() is view.field.box


def test_in_the_year_no_day_before_the_first_entry_is_missing(show: Open, store: Store) -> None:
    store.write([Put(reading(DAY - timedelta(days=1), "skin.tightness", 4))])
    part = show("year").parts[str(THE_DAYS)]
    points = part.pane.view.points
    assert [points[number].day for number in range(len(points))] == [DAY - timedelta(days=1), DAY]


@pytest.mark.parametrize("key", ["year", "around"])
def test_a_view_that_is_slow_to_come_says_so(
    key: str, show: Open, attacks: Store, qtbot: QtBot
) -> None:
    view = show(key)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.refresh()
        waits = view.slow.isActive()
        view.slow.timeout.emit()
        said = view.busy.isVisible() and view.busy.text()
    assert (waits, said, view.busy.isVisible()) == (True, "Drawing…", False)


def test_arrows_walk_day_by_day_and_enter_opens(show: Open, store: Store, qtbot: QtBot) -> None:
    days = [reading(date(2026, 10, 3), "skin.tightness", 8, late=4)]
    store.write(Put(each) for each in [*days, reading(DAY, "skin.tightness", 2)])
    view = show("year")
    picture = view.parts[str(THE_DAYS)].pane.view
    picture.go_to(picture.points.of_day(date(2026, 10, 2)))

    qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert picture.point is not None
    assert picture.point.words == "3 October 2026: Skin tightness 8, entered late"
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert picture.point.day == date(2026, 10, 10)
    assert picture.accessibleDescription().startswith("10 October 2026: not recorded")
    qtbot.keyClick(picture, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.day_wanted) as wanted:
        qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert wanted.args == [date(2026, 10, 3)]


def test_the_year_before_and_after(show: Open, store: Store, qtbot: QtBot) -> None:
    store.write(
        [
            Put(reading(DAY, "skin.tightness", 3)),
            Put(reading(date(2025, 5, 5), "skin.tightness", 6)),
        ]
    )
    view = year_view(show("year"))

    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.before.click()

    assert view.year.text() == "2025"
    assert view.shown[0].twin.rows == (("Mon 5 May 2025", "6", ""),)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.after.click()
    assert view.year.text() == "2026"
    assert not view.after.isEnabled()


def test_another_field_is_chosen_by_keyboard(show: Open, attacks: Store, qtbot: QtBot) -> None:
    view = year_view(show("year"))
    before = view.field.key

    with qtbot.waitSignal(view.drawn, timeout=20_000):
        qtbot.keyClick(view.field.box, Qt.Key.Key_Down)

    assert view.field.key != before
    assert str(view.studio.session.catalogue[view.field.key].label) in view.shown[0].said


def test_the_wheel_scrolls_the_page_and_chooses_nothing(show: Open, attacks: Store) -> None:
    view = year_view(show("year"))
    before = view.field.key
    place, turn = QPointF(5, 5), QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    keys = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(place, place, turn, turn, none, keys, phase, False)  # noqa: FBT003 - Qt’s

    QApplication.sendEvent(view.field.box, wheel)

    assert view.field.key == before


def test_a_field_of_words_has_a_calendar_and_no_weeks(
    show: Open, store: Store, qtbot: QtBot
) -> None:
    store.write([Put(reading(DAY, "raynaud.day_pattern", "none"))])
    view = year_view(show("year"))

    view.field.box.setCurrentIndex(view.field.box.findData("raynaud.day_pattern"))
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.refresh()

    assert view.parts[str(THE_DAYS)].pane.isVisible()
    assert "answered in words" in view.parts[str(THE_WEEKS)].twin.said.text()


# Around a change.


def around_view(view: TrendView) -> AroundView:
    assert isinstance(view, AroundView)
    return view


@pytest.fixture
def medicines(store: Store) -> Store:
    days = [DAY - timedelta(days=n) for n in range(60)]
    other = Medicine(id="other", name="Omeprazole", recorded_at=AT)
    store.write(
        [
            *(Put(reading(day, "skin.tightness", 3)) for day in days),
            Put(MEDICINE),
            Put(other),
            Put(dose(DAY - timedelta(days=20))),
            Put(dose(DAY - timedelta(days=30), medicine="other")),
        ]
    )
    return store


def test_the_newest_change_comes_first_and_the_others_are_said(
    show: Open, medicines: Store
) -> None:
    view = around_view(show("around"))

    box = view.change.box
    assert [box.itemText(n) for n in range(box.count())] == [
        "2 Nov 2026 · Nifedipine: started 10 mg",
        "23 Oct 2026 · Omeprazole: started 10 mg",
    ]
    said = view.parts[str(COMPARED)].twin.said.text()
    assert "Also in these days: 23 Oct 2026 · Omeprazole: started 10 mg." in said
    assert "does not show what caused a change" in said
    assert view.change.name.buddy() is box
    assert view.shown[1].twin.rows[0][0] == "Skin tightness"
    assert view.shown[1].twin.rows[1][-1] == "about the same"


def test_the_chosen_change_is_said_in_full_and_the_first_chart_is_in_sight_with_large_text(
    open_trends: OpenTrends, medicines: Store, theme: Theme, qtbot: QtBot
) -> None:
    page = open_trends()
    page.resize(732, 640)
    theme.apply(Look.LIGHT, 24)
    choose_view(page, "around", qtbot)
    view = around_view(page.view)

    assert view.title.text() == "2 Nov 2026 · Nifedipine: started 10 mg"
    assert view.caution.text() == (
        "1 other change in these days. This does not show what caused a change."
    )
    picture = view.parts["Skin"].pane.view
    qtbot.waitUntil(lambda: picture.mapTo(page, QPoint(0, 0)).y() < 560)
    last = view.parts[str(COMPARED)]
    assert all(last.y() >= part.y() for part in view.parts.values())


def test_another_change_has_other_days(show: Open, medicines: Store, qtbot: QtBot) -> None:
    view = around_view(show("around"))

    with qtbot.waitSignal(view.drawn, timeout=20_000):
        qtbot.keyClick(view.change.box, Qt.Key.Key_Down)

    assert "Before: 28 days, 25 Sept" in view.parts[str(COMPARED)].twin.said.text()


def test_without_a_change_the_view_says_where_to_write_one(show: Open, attacks: Store) -> None:
    view = around_view(show("around"))

    assert view.nothing.isVisible()
    assert not view.change.isVisible()
    assert "Medicines & visits" in view.nothing.text()


def test_a_stop_of_today_has_no_days_after_yet(show: Open, medicines: Store) -> None:
    medicines.write([Put(dose(DAY - timedelta(days=20), DAY))])

    view = around_view(show("around"))

    said = view.parts[str(COMPARED)].twin.said.text()
    assert "After: no day in the diary" in said
    assert view.shown[1].twin.rows[1][-1] == "too few days to compare"
