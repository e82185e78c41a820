"""Next and last visits, the time since then, and the order of questions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from db.records import Appointment, Question
from diary.logic.periods import Period
from diary.logic.visit_phrases import how_far, visit_words, with_whom
from diary.logic.visits import (
    answered,
    coming,
    for_next_visit,
    kept_for_later,
    last_rank,
    last_visit,
    moved,
    next_visit,
    past,
    since_last_visit,
    visit_day,
)

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = AT.date()


def visit(day: date, time: str = "", **more: str) -> Appointment:
    return Appointment(id=f"{day}{time}", day=day, time=time, recorded_at=AT, **more)


VISITS = [
    visit(date(2026, 12, 8), "10:30", who="Dr Adams", place="Clinic"),
    visit(TODAY, "08:00"),
    visit(TODAY, ""),
    visit(date(2026, 9, 3)),
    visit(date(2026, 2, 3)),
]


def question(key: str, rank: int = 0, **more: Any) -> Question:
    return Question(id=key, text=key, written=TODAY, rank=rank, recorded_at=AT, **more)


def test_a_visit_of_today_is_still_to_come():
    assert next_visit(VISITS, TODAY) == visit(TODAY)
    assert [each.day.month for each in coming(VISITS, TODAY)] == [11, 11, 12]
    assert last_visit(VISITS, TODAY) == VISITS[3]
    assert [each.day.month for each in past(VISITS, TODAY)] == [9, 2]


def test_since_the_last_visit_holds_its_day_and_today():
    assert since_last_visit(VISITS, TODAY) == Period(date(2026, 9, 3), TODAY)
    assert since_last_visit(VISITS, date(2026, 9, 3)) == Period(date(2026, 2, 3), date(2026, 9, 3))
    assert since_last_visit(VISITS[:1], TODAY) is None


def test_questions_are_for_the_next_visit_or_later_or_answered():
    questions = [
        question("b", 2),
        question("a", 1),
        question("later", 0, next_visit=False),
        question("done", 3, answered=date(2026, 3, 1)),
        question("words", 4, answer="Yes."),
    ]

    assert [each.id for each in for_next_visit(questions)] == ["a", "b"]
    assert [each.id for each in kept_for_later(questions)] == ["later"]
    assert [each.id for each in answered(questions)] == ["words", "done"]
    assert last_rank(questions) == 5
    assert last_rank([]) == 0


def test_moving_a_question_up_ranks_only_what_changes():
    order = [question(key, rank) for rank, key in enumerate("abcd")]

    assert [(each.id, each.rank) for each in moved(order, "c", -1)] == [("c", 1), ("b", 2)]
    assert moved(order, "a", -1) == []
    assert moved(order, "d", 1) == []
    assert moved(order, "x", 1) == []


def test_moving_mends_ranks_that_are_the_same():
    order = [question(key) for key in "abc"]

    assert {each.id: each.rank for each in moved(order, "a", 1)} == {"a": 1, "c": 2}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("8 Dec", date(2026, 12, 8)),
        ("3 March", date(2027, 3, 3)),
        ("20.11.", date(2026, 11, 20)),
        ("1 August", date(2027, 8, 1)),
        ("2027-02-01", date(2027, 2, 1)),
        ("in 3 days", date(2026, 11, 25)),
        ("In 2  weeks", date(2026, 12, 6)),
        ("in 1 week", date(2026, 11, 29)),
        ("in 3 months", date(2027, 2, 22)),
        ("Monday", date(2026, 11, 23)),
        ("next Sunday", date(2026, 11, 29)),
        ("last Monday", None),
        ("in 0 days", None),
        ("in 1000 weeks", None),
        ("soon", None),
    ],
)
def test_a_day_to_come_can_be_typed(text: str, day: date | None):
    assert visit_day(text, TODAY) == day


def test_words():
    assert visit_words(VISITS[0]) == "Tuesday 8 December 2026, 10:30"
    assert visit_words(VISITS[3]) == "Thursday 3 September 2026"
    assert with_whom(VISITS[0]) == "Dr Adams, Clinic"
    assert how_far(TODAY, TODAY) == "today"
    assert how_far(date(2026, 12, 2), TODAY) == "in 10 days"
    assert how_far(date(2026, 12, 22), TODAY) == "in 4 weeks"
    assert how_far(date(2026, 11, 15), TODAY) == "7 days ago"
