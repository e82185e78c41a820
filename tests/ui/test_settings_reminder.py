from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Appointment
from diary import i18n
from diary.autostart import XdgAutostart
from diary.logic.weeks import week_begins
from diary.session import Session
from diary.settings import REMINDER, TRAY_TOLD, Settings
from diary.ui.theme import Theme
from diary.ui.widgets.day_calendar import DayCalendar
from diary.ui.widgets.settings_day import DaySettings
from diary.ui.widgets.settings_reminder import ReminderSettings, command_here
from tests.conftest import FakeClock
from tests.ui.conftest import Wait


@pytest.fixture
def autostart(tmp_path: Path) -> XdgAutostart:
    return XdgAutostart(tmp_path / "autostart", ["diary", "--in-tray"])


@pytest.fixture
def part(
    session: Session, settings: Settings, autostart: XdgAutostart, theme: Theme, qtbot: QtBot
) -> ReminderSettings:
    made = ReminderSettings(session, settings, "/a", autostart, available=lambda: True)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def texts(part: ReminderSettings) -> str:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - only here

    return " ".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def test_at_first_there_is_no_reminder(part: ReminderSettings, settings: Settings) -> None:
    assert part.wanted.value_or_none() == "no"
    assert not part.at.isVisible()
    assert "tray, so that" not in texts(part)
    assert settings.value(TRAY_TOLD) == "no"


def test_turning_it_on_says_what_closing_does_from_then_on(
    part: ReminderSettings, settings: Settings
) -> None:
    part.wanted.choose("yes")

    assert settings.value(REMINDER) == "20:00"
    assert "Closing the window now leaves the diary in the tray" in texts(part)
    assert settings.value(TRAY_TOLD) == "yes"


@pytest.mark.parametrize("typed", ["21:30", "2130", "9:30 pm", "21.30", "21h30"])
def test_its_time_is_typed_as_one_likes(
    part: ReminderSettings, settings: Settings, qtbot: QtBot, typed: str
) -> None:
    part.wanted.choose("yes")
    part.at.selectAll()
    qtbot.keyClicks(part.at, typed)
    qtbot.keyClick(part.at, Qt.Key.Key_Return)
    assert settings.value(REMINDER) == "21:30"


def test_what_is_no_time_stays_with_a_sentence(
    part: ReminderSettings, settings: Settings, qtbot: QtBot
) -> None:
    part.wanted.choose("yes")
    part.at.selectAll()
    qtbot.keyClicks(part.at, "supper")
    qtbot.keyClick(part.at, Qt.Key.Key_Return)

    assert settings.value(REMINDER) == "20:00"
    assert part.at.text() == "supper"
    assert "“supper” is not a time" in texts(part)


def test_turning_it_off_again(part: ReminderSettings, settings: Settings) -> None:
    part.wanted.choose("yes")
    part.wanted.choose("no")
    assert settings.value(REMINDER) == "off"
    assert not part.at.isVisible()


def test_where_there_is_no_tray_it_says_so(
    session: Session, settings: Settings, autostart: XdgAutostart, theme: Theme, qtbot: QtBot
) -> None:
    part = ReminderSettings(session, settings, "/a", autostart, available=lambda: False)
    qtbot.addWidget(part)
    part.show()
    assert "This desktop shows no tray" in texts(part)


def test_starting_with_the_computer_is_turned_on_and_off(
    part: ReminderSettings, autostart: XdgAutostart
) -> None:
    part.start.choose("yes")
    assert autostart.is_on()
    part.start.choose("no")
    assert not autostart.is_on()


def test_a_refusal_of_the_system_is_said_and_the_answer_stays_true(
    session: Session, settings: Settings, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("no folder")
    refused = XdgAutostart(tmp_path / "file", ["diary"])
    part = ReminderSettings(session, settings, "/a", refused, available=lambda: True)
    qtbot.addWidget(part)
    part.show()

    part.start.choose("yes")

    assert part.start.value_or_none() == "no"
    assert "The system refused" in texts(part)


def test_only_unusual_folders_are_named_at_the_start(settings: Settings, tmp_path: Path) -> None:
    command = command_here(settings, str(tmp_path / "diary"))
    assert command[-5:] == [
        "--diary", str(tmp_path / "diary"), "--profile", str(tmp_path), "--in-tray"
    ]  # fmt: skip


def test_the_file_for_a_phone_holds_reminder_and_coming_visits(
    part: ReminderSettings, session: Session, save: Wait, tmp_path: Path
) -> None:
    today = session.today()
    for number, days in enumerate((-1, 0, 20)):
        visit = Appointment(
            id=f"01890000-0000-7000-8000-00000000000{number}",
            day=today + timedelta(days=days),
            who="Dr Müller",
            recorded_at=session.clock.now(),
        )
        save(lambda visit=visit: session.put(visit))  # type: ignore[misc]
    part.wanted.choose("yes")
    part.calendar.file.ask_file = lambda _name: str(tmp_path / "phone")

    part.calendar.save_button.click()

    events = Calendar.from_ical((tmp_path / "phone.ics").read_bytes()).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == [
        "Your diary is open for today.", "Appointment", "Appointment",
    ]  # fmt: skip
    assert events[0].decoded("dtstart").time() == time(20)
    assert "Saved as" in texts(part)

    part.calendar.names.click()
    part.calendar.save_button.click()
    assert "Müller" in (tmp_path / "phone.ics").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_said(part: ReminderSettings, tmp_path: Path) -> None:
    part.calendar.file.ask_file = lambda _name: str(tmp_path / "nowhere" / "x.ics")
    part.calendar.save_button.click()
    assert "cannot be written" in texts(part)


def test_closing_the_dialog_writes_nothing(part: ReminderSettings) -> None:
    part.calendar.file.ask_file = lambda _name: ""
    part.calendar.save_button.click()
    assert not part.calendar.said.isVisible()


# The day and the week.


def test_the_start_of_the_day_is_kept_in_the_diary_and_undone(
    session: Session, save: Wait, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> None:
    part = DaySettings(session)
    qtbot.addWidget(part)
    clock.moment = clock.moment.replace(hour=1, minute=30)
    assert session.today() == date(2026, 11, 22)

    save(lambda: part.day.choose("04:00"))
    assert session.today() == date(2026, 11, 21)
    assert part.day.value_or_none() == "04:00"

    save(session.undo)
    assert session.today() == date(2026, 11, 22)
    assert part.day.value_or_none() == "00:00"


def test_the_first_day_of_the_week_is_the_locale_s_or_chosen(
    session: Session, save: Wait, theme: Theme, qtbot: QtBot
) -> None:
    part = DaySettings(session)
    qtbot.addWidget(part)
    assert session.week_begins() == 0

    save(lambda: part.week.choose(6))
    assert session.week_begins() == 6
    save(lambda: part.week.choose("here"))
    assert session.week_begins() == 0


@pytest.mark.parametrize(
    ("language", "chosen", "first"),
    [
        ("en_GB", None, Qt.DayOfWeek.Monday),
        ("en_US", None, Qt.DayOfWeek.Sunday),
        ("ar_EG", None, Qt.DayOfWeek.Saturday),
        ("en_US", 0, Qt.DayOfWeek.Monday),
        ("en_GB", 6, Qt.DayOfWeek.Sunday),
    ],
)
def test_a_calendar_begins_its_weeks_so(
    theme: Theme, qtbot: QtBot, language: str, chosen: int | None, first: Qt.DayOfWeek
) -> None:
    day = date(2026, 11, 22)
    i18n.use(language)
    try:
        calendar = DayCalendar(day, day, None, theme, week_begins(chosen))
        qtbot.addWidget(calendar)
        assert calendar.firstDayOfWeek() == first
    finally:
        i18n.use("en_GB")
