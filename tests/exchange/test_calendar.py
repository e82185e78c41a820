from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from icalendar import Calendar

from db.records import Appointment
from diary.exchange.calendar import coming, to_ics

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))
TIMED = Appointment(
    id="01890000-0000-7000-8000-000000000001",
    day=date(2026, 12, 3),
    time="14:30",
    who="Dr Müller; Rheumatology, ward 4\nsecond line",
    place="Clinic, “Haus 3”",
    agreed="Less of everything",
    recorded_at=NOW,
)
UNTIMED = Appointment(
    id="01890000-0000-7000-8000-000000000002", day=date(2028, 2, 29), recorded_at=NOW
)


def read(content: bytes):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_the_reminder_comes_daily_at_its_time_wherever_the_phone_is():
    (event,) = read(to_ics(time(20, 15), [], NOW))

    assert event.decoded("dtstart") == datetime(2026, 11, 22, 20, 15)  # noqa: DTZ001 - floating
    assert "TZID" not in event["dtstart"].params
    assert event["rrule"]["freq"] == ["DAILY"]
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta()
    assert alarm["description"] == "Your diary is open for today."


def test_a_visit_has_its_day_and_time_and_a_day_s_warning():
    timed, untimed = read(to_ics(None, [TIMED, UNTIMED], NOW))

    assert timed.decoded("dtstart") == datetime(2026, 12, 3, 14, 30)  # noqa: DTZ001 - floating
    assert untimed.decoded("dtstart") == date(2028, 2, 29)
    assert timed.walk("VALARM")[0].decoded("trigger") == timedelta(days=-1)
    assert timed["uid"] != untimed["uid"]


def test_names_stay_at_home_unless_they_are_wanted():
    content = to_ics(time(20), [TIMED, UNTIMED], NOW)

    for word in ("Müller", "Haus", "Rheuma", "Less", "clero", "Raynaud"):
        assert word not in content.decode()
    assert [event["summary"] for event in read(content)][1:] == ["Appointment", "Appointment"]


def test_with_names_any_signs_come_back_whole():
    timed, untimed = read(to_ics(None, [TIMED, UNTIMED], NOW, names=True))

    assert timed["summary"] == "Appointment: Dr Müller; Rheumatology, ward 4 second line"
    assert timed["location"] == TIMED.place
    assert untimed["summary"] == "Appointment"
    assert b"Less" not in to_ics(None, [TIMED], NOW, names=True)


def test_the_file_is_stable_so_that_a_second_import_replaces_the_first():
    assert to_ics(time(20), [TIMED], NOW) == to_ics(time(20), [TIMED], NOW)


def test_lines_are_folded_and_end_as_phones_expect():
    lines = to_ics(time(20), [TIMED], NOW, names=True).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"


def test_an_empty_calendar_is_one_still():
    assert read(to_ics(None, [], NOW)) == []


def test_a_visit_of_today_is_still_coming():
    assert coming([TIMED, UNTIMED], date(2026, 12, 3)) == [TIMED, UNTIMED]
    assert coming([TIMED, UNTIMED], date(2026, 12, 4)) == [UNTIMED]
