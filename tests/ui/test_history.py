"""The history: a year to walk through, and what each day holds beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.records import CustomField, Note, Put, Reading
from db.store import Store
from diary.palette import Look
from diary.session import Session
from diary.ui.pages.history import HistoryPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.db.examples import ALL, AT, BELONGING, DAY
from tests.ui.conftest import Wait

ONE_DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
LATE, EMPTY = date(2026, 10, 3), date(2026, 10, 5)


@pytest.fixture
def page(
    session: Session, store: Store, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> Iterator[HistoryPage]:
    now = clock.now()
    store.write(Put(record) for record in (*ALL, *BELONGING))
    store.write(
        [
            Put(Reading(LATE, "skin.tightness", 7, now)),
            Put(Reading(LATE, "skin.movement", 2, now)),
            Put(Note(LATE + ONE_DAY, "A calm day", now)),
            Put(Reading(date(2025, 11, 22), "skin.tightness", 1, now)),
        ]
    )
    made = HistoryPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    made.calendar.setFocus()
    yield made
    made.close()


def press(page: HistoryPage, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.calendar, key)


def test_it_begins_with_today(page: HistoryPage) -> None:
    assert page.calendar.day == TODAY
    assert page.tools.year.text() == "2026"
    assert "Sunday 22 November 2026" in page.panel.title.text()


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Left], TODAY - ONE_DAY),
        ([Qt.Key.Key_Up], TODAY - timedelta(days=7)),
        ([Qt.Key.Key_PageUp], date(2026, 10, 22)),
        ([Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Right], date(2026, 10, 22)),
        ([Qt.Key.Key_Home], date(2026, 11, 1)),
        ([Qt.Key.Key_PageUp, Qt.Key.Key_End], date(2026, 10, 31)),
        ([Qt.Key.Key_Right], TODAY),
        ([Qt.Key.Key_Down], TODAY),
        ([Qt.Key.Key_PageDown], TODAY),
    ],
)
def test_keys_walk_through_the_year(
    page: HistoryPage, qtbot: QtBot, keys: list[Qt.Key], day: date
) -> None:
    press(page, qtbot, *keys)

    assert page.calendar.day == day


def test_a_shorter_month_takes_its_last_day(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.go_to(date(2026, 3, 31))

    press(page, qtbot, Qt.Key.Key_PageUp)

    assert page.calendar.day == date(2026, 2, 28)


def test_the_year_before_by_button_and_by_key(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tools.before, Qt.MouseButton.LeftButton)
    assert page.tools.year.text() == "2025"
    assert page.calendar.words(date(2025, 11, 22)) == "22 November 2025: 1 entry, 1 late"

    qtbot.mouseClick(page.tools.after, Qt.MouseButton.LeftButton)
    assert page.calendar.day == TODAY
    assert not page.tools.after.isEnabled()

    qtbot.keyClick(page.calendar, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert page.tools.year.text() == "2025"


def test_walking_over_new_year_changes_the_year(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.go_to(date(2026, 1, 1))

    press(page, qtbot, Qt.Key.Key_Left)

    assert page.calendar.day == date(2025, 12, 31)
    assert page.tools.year.text() == "2025"
    assert page.calendar.grid.year == 2025


def test_screen_readers_hear_the_day(page: HistoryPage) -> None:
    page.calendar.go_to(LATE)
    assert "3 October 2026: 2 entries, 2 late" in page.calendar.accessibleName()

    page.calendar.go_to(EMPTY)
    assert "5 October 2026: nothing recorded" in page.calendar.accessibleName()

    page.calendar.go_to(TODAY)
    assert "today" in page.calendar.accessibleName()


def test_screen_readers_hear_the_year_once(page: HistoryPage, qtbot: QtBot) -> None:
    calendar = page.calendar
    assert calendar.accessibleName().startswith("Calendar of 2026. ")
    press(page, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert calendar.accessibleName().startswith("20 November 2026: ")
    calendar.go_to(date(2025, 12, 31))
    assert calendar.accessibleName().startswith("Calendar of 2025. ")
    page.search.setFocus()
    calendar.setFocus()
    assert calendar.accessibleName().startswith("Calendar of 2025. ")


def test_enter_and_the_button_open_the_day(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.go_to(LATE)

    with qtbot.waitSignal(page.day_wanted) as wanted:
        press(page, qtbot, Qt.Key.Key_Return)
    assert wanted.args == [LATE]

    with qtbot.waitSignal(page.day_wanted) as wanted:
        qtbot.mouseClick(page.panel.open_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [LATE]


def test_a_click_chooses_a_day_and_none_to_come(page: HistoryPage, qtbot: QtBot) -> None:
    place = page.calendar.place_of(LATE).center()
    qtbot.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=place)
    assert page.calendar.day == LATE

    tomorrow = page.calendar.place_of(TODAY + ONE_DAY).center()
    qtbot.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=tomorrow)
    assert page.calendar.day == LATE


def test_a_day_shows_all_that_it_holds(page: HistoryPage) -> None:
    page.calendar.go_to(LATE)
    page.calendar.go_to(DAY)

    text = page.panel.text
    for words in (
        "Skin tightness: 4 of 10",
        "at the bus stop" if "bus" in text else "12 min",
        "Left index finger, tip, first noticed, pain 0",
        "3.5 cm",
        "141/88",
        "Dr Ärmel",
        "May I swim?",
        "1 photo",
        "Hands better in the afternoon",
    ):
        assert words in text, words


def test_a_day_can_be_copied_as_text(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.go_to(LATE)

    qtbot.mouseClick(page.panel.copy_button, Qt.MouseButton.LeftButton)

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Saturday 3 October 2026")
    assert "Skin tightness: 7 of 10, entered late" in copied


def test_a_field_shows_its_values(page: HistoryPage) -> None:
    page.tools.view.choose("skin.tightness")

    assert page.calendar.cells[LATE].sign == "7"
    assert page.words.text() == "Recorded 2 of 326 days, median 5.5, from 4 to 7"
    assert "Skin tightness 7 of 10, entered late" in page.calendar.words(LATE)
    assert page.calendar.words(EMPTY) == "5 October 2026: not recorded"


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("attacks", "1 attack on 1 day"),
        ("sores", "At least one open sore on 1 day"),
        ("notes", "A note on 2 days"),
        ("", "Recorded 3 of 326 days, 2 days with late entries"),
    ],
)
def test_attacks_sores_and_notes_can_be_looked_at(page: HistoryPage, view: str, words: str) -> None:
    page.tools.view.choose("general.pain")
    page.tools.view.choose(view)

    assert page.words.text() == words


def test_a_new_entry_shows_at_once(page: HistoryPage, session: Session, save: Wait) -> None:
    page.calendar.go_to(EMPTY)

    save(lambda: session.record(EMPTY, "general.pain", 3))

    assert "1 entry, 1 late" in page.calendar.words(EMPTY)
    assert "Pain: 3 of 10" in page.panel.text


def test_the_week_begins_as_chosen(page: HistoryPage, session: Session, save: Wait) -> None:
    sunday, monday = date(2026, 11, 1), date(2026, 11, 2)
    assert page.calendar.place_of(sunday).x() > page.calendar.place_of(monday).x()

    save(lambda: session.prefer("week.first", 6))

    assert page.calendar.place_of(sunday).x() < page.calendar.place_of(monday).x()


@pytest.mark.parametrize("width", [760, 1024, 1440, 2200])
def test_every_day_of_the_year_has_its_place_at_any_width(page: HistoryPage, width: int) -> None:
    page.resize(width, 700)
    grid = page.calendar.grid
    places = [grid.day(day) for day in grid.days()]

    assert len(places) == 365
    assert all(page.calendar.rect().contains(place) for place in places)
    assert not any(one.intersects(two) for one, two in pairwise(places))
    assert all(min(place.width(), place.height()) >= 24 for place in places)


def test_where_there_is_little_room_the_day_stands_below(page: HistoryPage, qtbot: QtBot) -> None:
    page.resize(480, 700)
    below: QWidget | None = page.panel.parentWidget()
    assert below is not page
    assert page.day_words.isVisible()

    page.resize(1100, 700)
    assert page.panel.parentWidget() is page
    assert not page.day_words.isVisible()


def test_a_full_day_below_the_calendar_is_seen_whole_with_large_letters(
    page: HistoryPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply(Look.LIGHT, 24)
    page.resize(740, 640)
    qtbot.wait(20)
    for day in (LATE, DAY):
        page.calendar.go_to(day)
        qtbot.wait(20)
    assert page.panel.area.verticalScrollBar().maximum() == 0
    assert len(page.panel.findChildren(QLabel)) > 10


def test_past_midnight_the_new_day_can_be_chosen(
    page: HistoryPage, session: Session, clock: FakeClock, qtbot: QtBot
) -> None:
    clock.advance(days=1)
    session.day_turned.emit(session.today())

    press(page, qtbot, Qt.Key.Key_Right)

    assert page.calendar.day == TODAY + ONE_DAY


def test_a_new_field_of_ones_own_can_be_looked_at(
    page: HistoryPage, session: Session, save: Wait
) -> None:
    own = CustomField(key="custom.0a1b2c3d", name="Jaw & neck", kind="scale10", recorded_at=AT)

    save(lambda: session.put(own))
    page.tools.view.choose(own.key)

    assert page.tools.view.accessibleName() == "Show: Jaw & neck"
    assert page.words.text().startswith("Recorded 0 of 326 days")


def test_where_letters_run_from_the_right_so_do_the_days(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.go_to(date(2026, 10, 14))
    page.calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    place, after = (page.calendar.place_of(date(2026, 10, n)) for n in (14, 15))
    assert after.x() < place.x()

    press(page, qtbot, Qt.Key.Key_Left)

    assert page.calendar.day == date(2026, 10, 15)


@pytest.mark.parametrize("size", [(800, 620), (1100, 620), (800, 760)])
@pytest.mark.parametrize("day", [TODAY, date(2026, 7, 31), date(2026, 4, 1)])
def test_the_name_of_the_chosen_day_s_month_is_in_sight(
    page: HistoryPage, qtbot: QtBot, size: tuple[int, int], day: date
) -> None:
    page.resize(*size)
    qtbot.wait(20)
    page.area.verticalScrollBar().setValue(0)
    page.reveal(day)
    month = page.calendar.grid.month(day.month)
    top = page.calendar.mapTo(page.area.viewport(), month.topLeft()).y()
    seen = page.area.viewport().height()
    assert month.height() > seen or (top >= 0 and top + month.height() <= seen)


@pytest.mark.parametrize("size", [(1100, 700), (1024, 640), (1440, 900)])
def test_at_the_upper_edge_stands_the_beginning_of_a_row_of_months(
    page: HistoryPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.wait(20)
    top, grid = page.area.verticalScrollBar().value(), page.calendar.grid
    assert top > 0
    assert top in {page.calendar.y() + grid.month(month).top() for month in range(1, 13)}


def test_the_day_beside_the_calendar_has_its_lines_in_every_picture(
    session: Session, page: HistoryPage, theme: Theme, qtbot: QtBot
) -> None:
    qtbot.wait(20)
    wanted = page.panel.text
    for _time in range(50):
        made = HistoryPage(session, theme)
        qtbot.addWidget(made)
        made.resize(1100, 800)
        made.show()
        QApplication.processEvents()
        picture = made.panel.grab().toImage()
        lines = made.panel.findChildren(QLabel)
        lowest = max(each.mapTo(made.panel, each.rect().bottomLeft()).y() for each in lines)
        assert made.panel.text == wanted
        assert lowest > made.panel.open_button.geometry().bottom() + 40
        assert is_written_below(picture, made.panel.area.y())
        made.close()
        made.deleteLater()


def is_written_below(picture: QImage, top: int) -> bool:
    paper = picture.pixelColor(40, top + 2)
    dots = range(top + 6, min(picture.height() - 4, top + 200))
    return any(picture.pixelColor(x, y) != paper for y in dots for x in range(20, 120))


def test_tab_out_of_the_calendar_leaves_it_as_it_stands(page: HistoryPage, qtbot: QtBot) -> None:
    page.resize(1100, 620)
    QApplication.processEvents()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    there = bar.value()

    qtbot.keyClick(page.calendar, Qt.Key.Key_Tab)

    assert not page.calendar.hasFocus()
    assert bar.value() == there


def test_tab_into_the_calendar_shows_the_chosen_day(page: HistoryPage, qtbot: QtBot) -> None:
    page.resize(1100, 620)
    QApplication.processEvents()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    qtbot.keyClick(page.calendar, Qt.Key.Key_Tab)
    bar.setValue(0)

    page.calendar.setFocus(Qt.FocusReason.BacktabFocusReason)

    day = page.calendar.place_of(page.calendar.day).center()
    assert page.calendar.visibleRegion().contains(day)


@pytest.mark.parametrize("height", range(620, 900, 40))
def test_the_legend_is_seen_whole_or_not_at_all(page: HistoryPage, height: int) -> None:
    page.resize(1100, height)
    for _turn in range(4):
        QApplication.processEvents()
    page.calendar.go_to(date(2026, 2, 1))
    page.area.verticalScrollBar().setValue(0)
    QApplication.processEvents()

    seen = page.legend.visibleRegion().boundingRect().height()
    assert seen in {0, page.legend.height()}
