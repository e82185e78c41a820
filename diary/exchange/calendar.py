"""Writes the evening's reminder and the coming visits as an .ics file for a phone.

A phone's calendar is read by others, so nothing in the file says what the diary is about: a
visit is "Appointment", and who and where are written only if the patient wants it. Times have no
zone: they are those of the clock on the wall, wherever the phone is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from db.records import Appointment
from diary.i18n import _

MAKER = "-//Diary//Diary//EN"
AT_ONCE = timedelta()
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
EVENING = "evening@diary"


def to_ics(
    reminder: time | None, visits: Iterable[Appointment], now: datetime, *, names: bool = False
) -> bytes:
    """The calendar: a daily reminder from today on (None: none), and the visits given.

    Args:
        reminder: Its time of day.
        visits: The appointments to write; the caller leaves out those that are over.
        now: The present moment, where the patient is.
        names: Whether to write who and where.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    if reminder is not None:
        calendar.add_component(_evening(reminder, now))
    for visit in visits:
        calendar.add_component(_visit(visit, now, names=names))
    written: bytes = calendar.to_ical()
    return written


def coming(visits: Iterable[Appointment], today: date) -> list[Appointment]:
    """The visits that are not over."""
    return [visit for visit in visits if visit.day >= today]


def _evening(at: time, now: datetime) -> Event:
    event = _event(EVENING, _("Your diary is open for today."), now)
    event.add("dtstart", datetime.combine(now.date(), at))
    event.add("duration", timedelta(minutes=5))
    event.add("rrule", {"freq": "daily"})
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(AT_ONCE, _("Your diary is open for today.")))
    return event


def _visit(visit: Appointment, now: datetime, *, names: bool) -> Event:
    who = " ".join(visit.who.split()) if names else ""
    words = _("Appointment: {who}").format(who=who) if who else _("Appointment")
    event = _event(f"{visit.id}@diary", words, now)
    if visit.time:
        event.add("dtstart", datetime.combine(visit.day, time.fromisoformat(visit.time)))
        event.add("duration", AN_HOUR)
    else:
        event.add("dtstart", visit.day)
    if names and visit.place.strip():
        event.add("location", visit.place.strip())
    event.add_component(_alarm(A_DAY, words))
    return event


def _event(uid: str, words: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", words)
    event.add("class", "PRIVATE")
    return event


def _alarm(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -before)
    return alarm
