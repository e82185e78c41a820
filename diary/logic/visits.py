"""Appointments and the questions for them: next, last, since then, and their order. Pure.

A visit of today counts as still to come until the day is over: a summary made in the morning is
for it, and covers the time since the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from db.records import Appointment, Question
from diary.i18n import _
from diary.logic.day_ahead import day_ahead
from diary.logic.entered import day_of, time_of
from diary.logic.periods import DAY, Period

ON_SUMMARY = 3
"""How many questions the first page of the summary prints."""
BACK = 60
"""A day typed without its year lies at most so many days back, else in the year to come."""
AHEAD = 365 - BACK


def next_visit(visits: Iterable[Appointment], today: date) -> Appointment | None:
    """The first visit that is today or later."""
    return min(coming(visits, today), key=in_time, default=None)


def last_visit(visits: Iterable[Appointment], day: date) -> Appointment | None:
    """The last visit before a day."""
    return max((each for each in visits if each.day < day), key=in_time, default=None)


def since_last_visit(visits: Iterable[Appointment], today: date) -> Period | None:
    """The days from the last visit (its day included) to `today`; None without a visit."""
    visit = last_visit(visits, today)
    return Period(visit.day, today) if visit else None


def coming(visits: Iterable[Appointment], today: date) -> list[Appointment]:
    """Today's and later visits, the next first."""
    return sorted((each for each in visits if each.day >= today), key=in_time)


def past(visits: Iterable[Appointment], today: date) -> list[Appointment]:
    """Earlier visits, the last first."""
    return sorted((each for each in visits if each.day < today), key=in_time, reverse=True)


def in_time(visit: Appointment) -> tuple[date, str, str]:
    """What to sort visits by."""
    return visit.day, visit.time, visit.id


def for_next_visit(questions: Iterable[Question]) -> list[Question]:
    """The open questions that are marked for the next visit, in the patient's order."""
    return in_rank(each for each in questions if is_open(each) and each.next_visit)


def kept_for_later(questions: Iterable[Question]) -> list[Question]:
    """The open questions that are not for the next visit."""
    return in_rank(each for each in questions if is_open(each) and not each.next_visit)


def answered(questions: Iterable[Question]) -> list[Question]:
    """The answered ones, the last answered first."""
    done = [each for each in questions if not is_open(each)]
    return sorted(done, key=lambda each: (each.answered or each.written, each.id), reverse=True)


def is_open(question: Question) -> bool:
    """Whether a question waits for its answer."""
    return question.answered is None and not question.answer.strip()


def in_rank(questions: Iterable[Question]) -> list[Question]:
    """Questions in the patient's order."""
    return sorted(questions, key=lambda each: (each.rank, each.id))


def last_rank(questions: Iterable[Question]) -> int:
    """The rank of a new question: after all others."""
    return max((each.rank for each in questions), default=-1) + 1


def moved(questions: Sequence[Question], key: str, step: int) -> list[Question]:
    """The questions whose rank changes when one moves up (-1) or down (+1); none at the end."""
    order = list(questions)
    place = next((n for n, each in enumerate(order) if each.id == key), None)
    if place is None or not 0 <= place + step < len(order):
        return []
    order.insert(place + step, order.pop(place))
    return [replace(each, rank=n) for n, each in enumerate(order) if each.rank != n]


def visit_day(text: str, today: date) -> date | None:
    """A day as typed, also one to come: "in 2 weeks", "8 Dec", "8.12.2026"; None if it is none.

    Without a year it is the one from 60 days back to ten months ahead.
    """
    plain = " ".join(text.casefold().split())
    near = {_("today"): 0, _("yesterday"): -1, _("tomorrow"): 1}
    for word, days in near.items():
        if plain == word.casefold():
            return today + timedelta(days=days)
    return day_of(text, today + AHEAD * DAY) or day_ahead(text, today)


def stored_time(clock: time | None) -> str:
    """A time of day as an appointment keeps it: "HH:MM", or empty."""
    return clock.strftime("%H:%M") if clock else ""


def shown_time(stored: str) -> time | None:
    """The time of an appointment; None where none is known."""
    return time_of(stored) if stored else None
