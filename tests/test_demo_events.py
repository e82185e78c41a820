"""The sample's medicines, visits, questions, sores, patch and measurements are believable."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db.records import (
    Appointment,
    DosePeriod,
    Everything,
    Measurement,
    Medicine,
    PatchCheck,
    Question,
    Sore,
    SoreDay,
    in_order,
)
from diary.demo import sample
from diary.logic.medicines import ChangeKind, changes, courses, taken
from diary.logic.periods import Period
from diary.logic.sores import counts
from diary.logic.valid import dose_problems, problems
from diary.logic.visits import answered, for_next_visit, last_visit, next_visit

UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="module")
def year() -> Everything:
    return sample(365, UNTIL, 1)


@pytest.mark.parametrize("days", [1, 40, 365, 4000])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_form_would_take_it(days: int, seed: int) -> None:
    diary = sample(days, UNTIL, seed)

    doses = diary.of(DosePeriod)
    assert [found for each in diary.events if (found := problems(each, UNTIL))] == []
    assert [found for each in doses if (found := dose_problems(each, doses, UNTIL))] == []
    assert list(diary.events) == sorted(diary.events, key=in_order)


def test_nothing_was_written_down_after_the_last_day(year: Everything) -> None:
    written = [getattr(each, "recorded_at", None) for each in year.events]

    assert max(at.date() for at in written if at) <= UNTIL
    assert len({getattr(each, "id", each) for each in year.events}) == len(year.events)


def test_a_dose_changed_since_the_last_visit(year: Everything) -> None:
    found = courses(year.of(Medicine), year.of(DosePeriod))
    visits = year.of(Appointment)
    last = last_visit(visits, UNTIL)
    coming = next_visit(visits, UNTIL)

    assert last is not None
    assert coming is not None
    assert last.agreed
    kinds = {each.kind for each in changes(found, Period(last.day, UNTIL))}
    assert ChangeKind.DOSE in kinds
    assert 2 <= len(taken(found, UNTIL)) < len(found)
    assert all(visit.day.weekday() < 5 for visit in visits)


def test_more_than_three_questions_wait_and_some_are_answered(year: Everything) -> None:
    questions = year.of(Question)

    assert len(for_next_visit(questions)) == 4
    assert all(each.answer and each.answered for each in answered(questions))


def test_sores_come_in_the_cold_months_or_from_a_wound_hurt_less_and_heal(
    year: Everything,
) -> None:
    sores = year.of(Sore)

    assert 2 <= len(sores) <= 6
    for sore in sores:
        days = [each for each in year.of(SoreDay) if each.sore == sore.id]
        assert sore.noticed.month in {11, 12, 1, 2} or "car door" in sore.note
        assert sore.healed is not None
        assert 20 < (sore.healed - sore.noticed).days < 45
        assert (days[0].pain or 0) > (days[-1].pain or 0)
        assert sore.noticed <= days[0].day <= days[-1].day < sore.healed


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("days", [90, 400])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_three_months_show_a_sore_at_any_time_of_the_year(
    month: int, days: int, seed: int
) -> None:
    until = date(2026, month, 21)
    last = Period.months(until, 3)

    assert counts(sample(days, until, seed).of(Sore), last).new >= 1


def test_nothing_is_measured_or_looked_at_on_days_without_the_diary(year: Everything) -> None:
    kept = {each.day for each in year.readings}

    assert {each.day for each in year.of(Measurement)} <= kept
    assert {each.day for each in year.of(SoreDay)} <= kept


def test_a_sore_can_be_open_on_the_last_day() -> None:
    last_days = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 60, 10)]

    assert any(sore.healed is None for day in last_days for sore in sample(200, day, 1).of(Sore))


def test_the_patch_gets_smaller(year: Everything) -> None:
    checks = year.of(PatchCheck)

    assert len(checks) >= 10
    assert (checks[0].length_cm or 0) > (checks[-1].length_cm or 0)


def test_weight_is_weekly_and_blood_pressure_twice_a_week(year: Everything) -> None:
    weights = [each for each in year.of(Measurement) if each.measure == "weight"]
    pressures = [each for each in year.of(Measurement) if each.measure == "blood_pressure"]

    assert 40 < len(weights) <= 52
    assert 70 < len(pressures) <= 105
    assert all(55 < each.value < 67 for each in weights)
