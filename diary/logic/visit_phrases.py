"""Visits in words. Used by the window and the summary."""

from __future__ import annotations

from datetime import date

from db.records import Appointment
from diary.i18n import _, format_day, format_time, ngettext
from diary.logic.visits import shown_time

DAY_STYLE = "EEEE d MMMM yyyy"
WEEK = 7
SOON = 14
"""Days ahead up to which days are counted; then weeks."""


def visit_words(visit: Appointment, style: str = DAY_STYLE) -> str:
    """Day and time: "Tuesday 8 December 2026, 10:30"."""
    clock = shown_time(visit.time)
    day = format_day(visit.day, style)
    time_words = format_time(clock) if clock else visit.time
    return _("{day}, {time}").format(day=day, time=time_words) if time_words else day


def with_whom(visit: Appointment) -> str:
    """Who and where: "Dr Adams, Rheumatology"; empty where neither is known."""
    return ", ".join(part.strip() for part in (visit.who, visit.place) if part.strip())


def how_far(day: date, today: date) -> str:
    """How far away a day is: "today", "in 3 days", "2 weeks ago"."""
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if abs(days) > SOON:
        return _in_weeks(days)
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days)
    return ngettext("{n} day ago", "{n} days ago", -days)


def _in_weeks(days: int) -> str:
    weeks = round(abs(days) / WEEK)
    if days > 0:
        return ngettext("in {n} week", "in {n} weeks", weeks)
    return ngettext("{n} week ago", "{n} weeks ago", weeks)
