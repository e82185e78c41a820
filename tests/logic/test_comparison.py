"""Higher, lower, about the same, or too few days: each rule at its limit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.field import Field, Group, Kind
from diary.fields import CATALOGUE
from diary.i18n import N_
from diary.logic.comparison import Change, compare
from diary.logic.periods import Period
from diary.logic.statistics import Figures, figures

PAIN = CATALOGUE["general.pain"]
IMPACT = CATALOGUE["raynaud.impact"]
COUNT = CATALOGUE["raynaud.attack_count"]
MINUTES = CATALOGUE["raynaud.total_minutes"]
YES_NO = Field(
    key="digestion.urgency",
    group=Group.DIGESTION,
    kind=Kind.YES_NO,
    label=N_("Urgency"),
    question=N_("Urgency?"),
    section="digestive-system",
    rank=1,
)


def of(*values: float, days: int | None = None) -> Figures | None:
    period = Period.ending(date(2026, 9, 30), days or len(values) or 1)
    return figures({period.first + timedelta(days=n): v for n, v in enumerate(values)}, period)


def test_a_scale_is_higher_from_a_difference_of_one():
    assert compare(PAIN, of(*[4] * 9, 5, days=10), of(*[3] * 9, 4, days=10)) is Change.HIGHER
    assert compare(PAIN, of(*[4] * 10), of(*[3] * 9, 4, days=10)) is Change.SAME


def test_the_limit_is_exact_also_where_floats_are_not():
    # Means 2.1 and 1.1: in floats 2.1 - 1.1 is 1.0 and 3.3 - 2.3 is 0.9999999999999996.
    before = of(2, 2, 2, 2, 2, 2, 2, 3, 3, 3)
    assert compare(PAIN, of(3, 3, 3, 3, 3, 3, 3, 4, 4, 4), before) is Change.HIGHER
    assert compare(PAIN, before, of(3, 3, 3, 3, 3, 3, 3, 4, 4, 4)) is Change.LOWER


def test_the_difficulty_of_raynauds_needs_a_difference_of_1_4():
    before = of(*[3] * 10)
    assert compare(IMPACT, of(*[4] * 6, *[5] * 4), before) is Change.HIGHER  # 4.4 - 3
    assert compare(IMPACT, of(*[4] * 7, *[5] * 3), before) is Change.SAME  # 4.3 - 3


def test_a_count_needs_a_quarter_and_at_least_one():
    assert compare(COUNT, of(*[8] * 7), of(*[6] * 7)) is Change.HIGHER  # 2 is 25% of 8
    assert compare(COUNT, of(*[6] * 7), of(*[8] * 7)) is Change.LOWER
    assert compare(COUNT, of(*[10] * 7), of(*[8] * 7)) is Change.SAME  # 2 is 20% of 10
    assert compare(COUNT, of(*[8] * 7), of(*[10] * 7)) is Change.SAME
    assert compare(COUNT, of(*[2] * 6, 3), of(*[2] * 6, 2)) is Change.SAME  # below 1
    assert compare(COUNT, of(*[1] * 7), of(*[0] * 7)) is Change.HIGHER
    assert compare(COUNT, of(*[0] * 7), of(*[1] * 7)) is Change.LOWER
    assert compare(MINUTES, of(*[75] * 7), of(*[100] * 7)) is Change.LOWER
    assert compare(MINUTES, of(*[76] * 7), of(*[100] * 7)) is Change.SAME


def test_a_yes_or_no_needs_one_day_in_seven():
    assert compare(YES_NO, of(1, 1, 0, 0, 0, 0, 0), of(1, 0, 0, 0, 0, 0, 0)) is Change.HIGHER
    assert compare(YES_NO, of(*[1] * 2, *[0] * 12), of(1, *[0] * 13)) is Change.SAME


def test_too_few_days_are_never_called_about_the_same():
    assert compare(PAIN, of(3, 3, 3, 3, 3, 3), of(3, 3, 3, 3, 3, 3)) is Change.TOO_FEW
    assert compare(PAIN, of(*[3] * 7, days=15), of(*[3] * 15)) is Change.TOO_FEW
    assert compare(PAIN, of(*[3] * 7, days=14), of(*[3] * 7, days=14)) is Change.SAME


def test_a_symptom_is_not_new_because_it_was_not_recorded_before():
    assert compare(PAIN, of(*[9] * 30), of()) is Change.TOO_FEW
    assert compare(PAIN, of(*[9] * 30), of(0, 0, 0, days=30)) is Change.TOO_FEW


def test_the_halves_of_one_window_are_not_two_periods():
    # Rising within one period: the comparison is with the period before it, which was the same.
    values = [*[2] * 7, *[6] * 7]
    last = date(2026, 9, 28)
    both = {last - timedelta(days=27 - n): v for n, v in enumerate(values * 2)}
    period = Period.ending(last, 14)

    assert compare(PAIN, figures(both, period), figures(both, period.previous)) is Change.SAME


@pytest.mark.parametrize("field", [PAIN, IMPACT, COUNT, MINUTES])
@given(
    one=st.lists(st.integers(0, 10), min_size=7, max_size=30),
    other=st.lists(st.integers(0, 10), min_size=7, max_size=30),
)
def test_a_change_points_the_way_of_the_means(field: Field, one: list[int], other: list[int]):
    change = compare(field, of(*one), of(*other))

    difference = sum(one) / len(one) - sum(other) / len(other)
    assert change is not Change.TOO_FEW
    assert change is not Change.HIGHER or difference > 0.99
    assert change is not Change.LOWER or difference < -0.99
    assert compare(field, of(*one), of(*one)) is Change.SAME
