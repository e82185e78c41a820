"""What is taken on a day, what changed in a period, and a change of dose."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db.records import DosePeriod, Medicine
from diary.logic.medicine_phrases import change_words, named, noticed_words, span_words
from diary.logic.medicines import (
    ChangeKind,
    Course,
    changes,
    courses,
    dose_change,
    stopped,
    taken,
)
from diary.logic.periods import Period

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = AT.date()
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NIFEDIPINE = Medicine(id="n", name="nifedipine", recorded_at=AT)


def dose(
    key: str,
    words: str,
    first: date | None,
    last: date | None = None,
    medicine: str = "n",
    **more: str,
) -> DosePeriod:
    return DosePeriod(
        id=key, medicine=medicine, dose=words, first=first, last=last, recorded_at=AT, **more
    )


LOW = dose("a", "10 mg", date(2026, 3, 1), date(2026, 6, 30))
HIGH = dose("b", "20 mg", date(2026, 7, 1), how_often="twice a day")


def one(*periods: DosePeriod) -> list[Course]:
    return courses([NIFEDIPINE], periods)


def test_the_dose_of_a_day():
    (course,) = one(HIGH, LOW)

    assert course.on(date(2026, 2, 28)) is None
    assert course.on(date(2026, 3, 1)) == LOW
    assert course.on(date(2026, 6, 30)) == LOW
    assert course.on(date(2026, 7, 1)) == HIGH
    assert course.on(date(2030, 1, 1)) == HIGH


def test_where_two_doses_share_a_day_the_new_one_counts():
    (course,) = one(LOW, dose("b", "20 mg", LOW.last))

    shared = course.on(date(2026, 6, 30))
    assert shared is not None
    assert shared.dose == "20 mg"


def test_an_unknown_beginning_is_before_every_day():
    (course,) = one(dose("a", "5 mg", None, date(2026, 1, 5)))

    assert course.on(date(1950, 1, 1)) is not None
    assert course.on(date(2026, 1, 6)) is None


def test_taken_now_by_name_and_stopped_the_latest_first():
    medicines = [
        Medicine(id=key, name=name, recorded_at=AT)
        for key, name in (("z", "Zinc"), ("a", "aspirin"), ("o", "Old"), ("l", "Later"))
    ]
    periods = [
        dose("1", "", None, None, "z"),
        dose("2", "", None, None, "a"),
        dose("3", "", None, date(2020, 1, 1), "o"),
        dose("4", "", None, date(2026, 1, 1), "l"),
    ]
    found = courses(medicines, periods)

    assert [each.medicine.name for each in taken(found, TODAY)] == ["aspirin", "Zinc"]
    assert [each.medicine.name for each in stopped(found, TODAY)] == ["Later", "Old"]


def test_what_is_taken_for_the_last_time_today_was_stopped():
    found = one(dose("a", "5 mg", None, TODAY))

    assert found[0].on(TODAY) is not None
    assert taken(found, TODAY) == []
    assert stopped(found, TODAY) == found


def test_a_change_of_dose_is_one_change_and_not_a_stop_and_a_start():
    found = changes(one(LOW, HIGH), YEAR)

    assert [(each.day, each.kind) for each in found] == [
        (date(2026, 3, 1), ChangeKind.STARTED),
        (date(2026, 7, 1), ChangeKind.DOSE),
    ]
    assert change_words(found[0]) == "started 10 mg"
    assert change_words(found[1]) == "10 mg → 20 mg, twice a day"


def test_a_pause_is_a_stop_and_a_new_start():
    paused = dose("a", "10 mg", None, date(2026, 4, 1), why_stopped="headache ")
    found = changes(one(paused, dose("b", "10 mg", date(2026, 4, 3))), YEAR)

    assert [(each.day.day, each.kind) for each in found] == [
        (1, ChangeKind.STOPPED),
        (3, ChangeKind.STARTED),
    ]
    assert change_words(found[0]) == "stopped (headache)"


def test_going_on_at_the_same_dose_is_no_change():
    found = changes(one(LOW, dose("b", "10 mg", date(2026, 7, 1))), YEAR)

    assert [each.kind for each in found] == [ChangeKind.STARTED]


def test_only_changes_of_the_period_are_told():
    july = Period(date(2026, 7, 1), date(2026, 7, 1))

    assert [each.kind for each in changes(one(LOW, HIGH), july)] == [ChangeKind.DOSE]
    assert changes(one(dose("a", "5 mg", None)), YEAR) == []


def test_a_change_of_dose_ends_the_old_period_the_day_before():
    new = dose("c", "30 mg", date(2026, 11, 20))

    kept, possible = dose_change(HIGH, new, TODAY)

    assert possible
    assert [(each.id, each.last) for each in kept] == [("b", date(2026, 11, 19)), ("c", None)]


def test_a_change_on_the_first_day_corrects_the_dose():
    kept, possible = dose_change(HIGH, dose("c", "30 mg", HIGH.first), TODAY)

    assert possible
    assert [(each.id, each.dose, each.first) for each in kept] == [("b", "30 mg", HIGH.first)]


def test_a_change_before_the_present_dose_began_is_not_possible():
    assert not dose_change(HIGH, dose("c", "30 mg", date(2026, 6, 1)), TODAY)[1]


def test_words():
    assert span_words(LOW).split() == ["1", "Mar", "–", "30", "Jun", "2026"]
    assert span_words(HIGH) == "since 1 Jul 2026"
    assert span_words(dose("x", "", None)) == "since before this diary"
    assert span_words(dose("x", "", None, TODAY)) == "until 22 Nov 2026, start not known"
    assert named("nifedipine", HIGH) == "nifedipine 20 mg, twice a day"
    assert (
        noticed_words(dose("x", "", None, side_effects="swollen feet")) == "Noticed: swollen feet"
    )
