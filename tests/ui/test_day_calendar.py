"""The calendar that opens below a button: by month and by year, with an edge of its own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.theme import Theme
from diary.ui.widgets.controls import button
from diary.ui.widgets.day_calendar import CalendarDialog


@pytest.fixture
def place(theme: Theme, qtbot: QtBot) -> QPushButton:
    made = button("Calendar")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def calendar(place: QPushButton, theme: Theme, qtbot: QtBot) -> CalendarDialog:
    made = CalendarDialog(date(2025, 3, 9), date(2026, 1, 31), None, theme, place, begins=0)
    made.show_under(place)
    qtbot.waitExposed(made)
    return made


def step(calendar: CalendarDialog, name: str, qtbot: QtBot) -> None:
    found = (each for each in calendar.findChildren(QPushButton) if each.accessibleName() == name)
    qtbot.mouseClick(next(found), Qt.MouseButton.LeftButton)


def test_beside_the_month_the_months_and_beside_the_year_the_years(
    calendar: CalendarDialog, qtbot: QtBot
) -> None:
    assert (calendar.month.text(), calendar.year.text()) == ("March", "2025")
    step(calendar, "Month before", qtbot)
    assert (calendar.month.text(), calendar.year.text()) == ("February", "2025")
    step(calendar, "Year before", qtbot)
    assert (calendar.month.text(), calendar.year.text()) == ("February", "2024")
    order = [calendar.month, calendar.later, calendar.year, calendar.later_year]
    lefts = [part.x() for part in order]
    assert lefts == sorted(lefts)


def test_a_month_to_come_cannot_be_shown(calendar: CalendarDialog, qtbot: QtBot) -> None:
    step(calendar, "Month after", qtbot)
    assert not calendar.later_year.isEnabled()
    assert calendar.later.isEnabled()


def test_days_stand_apart_from_the_edge(calendar: CalendarDialog) -> None:
    table = calendar.calendar.findChild(QTableView)
    assert isinstance(table, QTableView)
    assert min(table.viewport().x(), table.viewport().y()) >= 4


def test_the_calendar_has_an_edge_of_its_own(calendar: CalendarDialog, theme: Theme) -> None:
    picture = calendar.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2) == theme.colour("line")


def test_the_button_below_it_does_not_look_as_if_the_pointer_were_there(
    calendar: CalendarDialog, place: QWidget
) -> None:
    place.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    calendar.reject()
    assert not place.underMouse()
