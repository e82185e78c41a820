"""The trailing 7-day median, by hand and beside a slow one."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from diary.logic.rolling import rolling_median

FIRST = date(2026, 9, 1)


def by_day(values: dict[int, float]) -> dict[date, float]:
    return {FIRST + timedelta(days=number): value for number, value in values.items()}


def through(values: dict[int, float], days: int) -> list[float | None]:
    return rolling_median(by_day(values), FIRST, FIRST + timedelta(days=days - 1))


def test_a_case_worked_by_hand():
    # Day 4 sees 4 0 7 7, in order 0 4 7 7: 5.5. Day 5 adds 3: 0 3 4 7 7.
    # Day 8 no longer sees the first day: 0 7 7 3, in order 0 3 7 7: 5. Day 9 sees three.
    found = through({0: 4, 1: 0, 2: 7, 3: 7, 4: 3}, 9)

    assert found == [None, None, None, 5.5, 4, 4, 4, 5, None]


def test_it_looks_back_and_never_ahead():
    before = through({0: 1, 1: 1, 2: 1, 3: 1}, 5)
    after = through({0: 1, 1: 1, 2: 1, 3: 1, 4: 9}, 5)

    assert before[:4] == after[:4]


def test_days_before_the_first_count():
    assert through({-6: 2, -3: 4, -1: 6, 0: 8}, 2) == [5, None]


def test_a_recorded_nothing_is_a_value_and_a_gap_is_not():
    assert through({0: 0, 1: 0, 2: 0, 3: 0}, 4)[-1] == 0
    assert through({0: 0, 1: 0, 2: 0}, 4)[-1] is None


def test_without_readings_there_is_no_median():
    assert through({}, 3) == [None, None, None]


@given(
    values=st.dictionaries(st.integers(-10, 40), st.integers(0, 10)),
    window=st.integers(1, 9),
    least=st.integers(1, 9),
)
def test_a_slow_median_agrees(values, window, least):
    known = by_day(values)
    found = rolling_median(known, FIRST, FIRST + timedelta(days=29), window, least)

    for number, value in enumerate(found):
        seen = [known[d] for d in known if 0 <= (FIRST - d).days + number < window]
        assert value == (median(seen) if len(seen) >= least else None)
    assert len(found) == 30
