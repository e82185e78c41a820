"""Figures of a field, by hand and beside numpy."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Reading
from diary.logic.periods import Period
from diary.logic.statistics import Figures, figures, numbers

FIRST = date(2026, 9, 1)
PERIOD = Period.ending(date(2026, 9, 30), 30)
VALUES = st.dictionaries(st.integers(0, 29), st.integers(0, 10), min_size=1)


def by_day(values: dict[int, int]) -> dict[date, float]:
    return {FIRST + timedelta(days=number): value for number, value in values.items()}


def known(values: dict[int, int]) -> Figures:
    found = figures(by_day(values), PERIOD)
    assert found is not None
    return found


def test_a_case_worked_by_hand():
    # 4, 0, 7, 7, 3 on five of 30 days: in order 0 3 4 7 7, sum 21.
    found = known({0: 4, 3: 0, 9: 7, 20: 7, 29: 3})

    assert (found.recorded, found.days) == (5, 30)
    assert found.median == 4
    assert found.mean == 4.2
    assert (found.highest, found.highest_on) == (7, date(2026, 9, 21))
    assert (found.lowest, found.lowest_on) == (0, date(2026, 9, 4))
    assert found.present == 4
    assert found.present_in_seven == pytest.approx(5.6)


def test_nothing_recorded_gives_no_figures_rather_than_zeros():
    assert figures({}, PERIOD) is None
    assert figures({date(2026, 8, 31): 5}, PERIOD) is None


def test_a_zero_is_a_value():
    found = known({4: 0})

    assert (found.recorded, found.median, found.highest, found.present) == (1, 0, 0, 0)


def test_words_and_other_fields_are_no_numbers():
    now = datetime(2026, 9, 2, tzinfo=UTC)
    readings = [
        Reading(FIRST, "skin.itch", 4, now),
        Reading(FIRST, "general.pain", 9, now),
        Reading(FIRST, "raynaud.day_pattern", "most", now),
    ]

    assert numbers(readings, "skin.itch") == {FIRST: 4}
    assert numbers(readings, "raynaud.day_pattern") == {}


@given(VALUES)
def test_an_independent_calculation_agrees(values: dict[int, int]):
    found = known(values)
    array = np.array(list(values.values()))

    assert found.median == np.median(array)
    assert found.mean == pytest.approx(array.mean())
    assert (found.lowest, found.highest) == (array.min(), array.max())
    assert by_day(values)[found.highest_on] == array.max()
    assert by_day(values)[found.lowest_on] == array.min()
    assert found.present == np.count_nonzero(array)


@given(VALUES, st.integers(1, 500))
def test_a_longer_period_changes_no_figure_but_its_days(values: dict[int, int], more: int):
    short = known(values)
    longer = figures(by_day(values), Period(PERIOD.first, PERIOD.last + timedelta(days=more)))

    assert longer is not None
    assert longer.days == short.days + more
    assert (longer.median, longer.total, longer.recorded) == (
        short.median,
        short.total,
        short.recorded,
    )
