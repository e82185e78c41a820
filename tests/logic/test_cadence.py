"""Weekly and monthly fields are counted in weeks and months, never in days."""

from datetime import date, timedelta

import pytest

from diary.field import Cadence
from diary.fields import CATALOGUE
from diary.logic.cadence import coverage_words, recorded_spans, spans
from diary.logic.comparison import Change, compare
from diary.logic.periods import Period
from diary.logic.statistics import figures

LAST = date(2026, 6, 30)
QUARTER = Period.ending(LAST, 91)
LUMPS = CATALOGUE["skin.lumps"]
GAP = CATALOGUE["skin.palm_gap_right"]


def every(days: int, count: int, value: float = 3, last: date = LAST) -> dict[date, float]:
    return {last - timedelta(days=days * number): value for number in range(count)}


@pytest.mark.parametrize(
    ("cadence", "length", "whole"),
    [
        (Cadence.DAILY, 91, 91),
        (Cadence.WEEKLY, 91, 13),
        (Cadence.WEEKLY, 92, 13),
        (Cadence.WEEKLY, 97, 13),
        (Cadence.WEEKLY, 3, 1),
        (Cadence.MONTHLY, 91, 3),
        (Cadence.MONTHLY, 10, 1),
    ],
)
def test_a_period_has_so_many_whole_weeks_and_months(cadence, length, whole):
    assert spans(cadence, Period.ending(LAST, length)) == whole


def test_two_entries_in_a_week_are_one_recorded_week():
    days = [LAST, LAST - timedelta(days=6), LAST - timedelta(days=7), date(2020, 1, 1)]
    assert recorded_spans(Cadence.WEEKLY, days, QUARTER) == 2
    assert recorded_spans(Cadence.DAILY, days, QUARTER) == 3


def test_days_left_over_at_the_beginning_belong_to_the_first_week():
    longer = Period.ending(LAST, 95)
    days = [longer.first, longer.first + timedelta(days=5)]
    assert recorded_spans(Cadence.WEEKLY, days, longer) == 1
    assert recorded_spans(Cadence.WEEKLY, longer, longer) == spans(Cadence.WEEKLY, longer)


def test_words_name_what_is_counted():
    assert coverage_words(Cadence.DAILY, 70, 81) == "70 of 81 days"
    assert coverage_words(Cadence.WEEKLY, 12, 13) == "12 of 13 weeks"
    assert coverage_words(Cadence.MONTHLY, 0, 1) == "0 of 1 month"


def test_figures_count_weeks_and_average_entries():
    values = every(7, 12, 3) | {LAST - timedelta(days=1): 10}
    found = figures(values, QUARTER, Cadence.WEEKLY)

    assert found is not None
    assert (found.recorded, found.days, found.entries) == (12, 13, 13)
    assert found.mean == pytest.approx((12 * 3 + 10) / 13)
    assert found.median == 3


def test_a_weekly_field_is_compared_over_four_weeks():
    def weeks(now: int, before: int) -> Change:
        month, earlier = Period.ending(LAST, 28), Period.ending(LAST, 28).previous
        values = every(7, now, 5) | every(7, before, 2, earlier.last)
        pair = (figures(values, each, Cadence.WEEKLY) for each in (month, earlier))
        return compare(LUMPS, *pair)

    assert weeks(4, 4) is Change.HIGHER
    assert weeks(3, 4) is Change.TOO_FEW
    assert weeks(4, 3) is Change.TOO_FEW


def test_a_weekly_field_needs_half_of_its_weeks():
    values = every(7, 6, 5) | every(7, 13, 2, QUARTER.previous.last)
    pair = [figures(values, each, Cadence.WEEKLY) for each in (QUARTER, QUARTER.previous)]
    assert compare(LUMPS, *pair) is Change.TOO_FEW


def test_a_monthly_measure_is_compared_over_three_months_by_its_own_unit():
    values = every(28, 3, 4.5) | every(28, 3, 3.5, QUARTER.previous.last)
    pair = [figures(values, each, Cadence.MONTHLY) for each in (QUARTER, QUARTER.previous)]
    assert compare(GAP, *pair) is Change.HIGHER
    assert compare(GAP, *reversed(pair)) is Change.LOWER
    values |= every(28, 3, 4.0)
    pair = [figures(values, each, Cadence.MONTHLY) for each in (QUARTER, QUARTER.previous)]
    assert compare(GAP, *pair) is Change.SAME
