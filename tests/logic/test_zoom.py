"""Closer, wider, earlier, later."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from diary.logic.periods import Period
from diary.logic.zoom import LENGTHS, closer, earlier, later, wider

TODAY = date(2026, 11, 22)
WHOLE = Period(TODAY - timedelta(days=1999), TODAY)


def ending(last: date, days: int) -> Period:
    return Period(last - timedelta(days=days - 1), last)


stretches = st.builds(
    lambda back, days: ending(TODAY - timedelta(days=min(back, 2000 - days)), days),
    st.integers(0, 1999),
    st.integers(14, 2000),
)


def test_closer_ends_where_it_ended_or_lies_around_a_day() -> None:
    quarter = ending(TODAY, 91)
    assert closer(quarter) == ending(TODAY, 30)
    middle = TODAY - timedelta(days=45)
    around = closer(quarter, middle)
    assert around is not None
    assert len(around) == 30
    assert abs((middle - around.first).days - 14) <= 1


def test_two_weeks_is_the_closest() -> None:
    assert closer(ending(TODAY, 14)) is None
    assert closer(ending(TODAY, 20)) == ending(TODAY, 14)


def test_wider_ends_with_everything() -> None:
    assert wider(ending(TODAY, 365), WHOLE) == ending(TODAY, 1096)
    assert wider(ending(TODAY, 1096), WHOLE) == WHOLE
    assert wider(WHOLE, WHOLE) is None


def test_a_short_diary_is_not_widened_beyond_its_days() -> None:
    short = ending(TODAY, 14)
    assert wider(short, short) is None
    assert wider(ending(TODAY, 91), short) is None


def test_earlier_and_later_by_the_length_shown() -> None:
    quarter = ending(TODAY, 91)
    before = earlier(quarter, WHOLE)
    assert before == ending(TODAY - timedelta(days=91), 91)
    assert before is not None
    assert later(before, WHOLE) == quarter
    assert later(quarter, WHOLE) is None
    assert later(quarter.moved(-30), WHOLE) == quarter
    assert earlier(WHOLE, WHOLE) is None


@given(stretches, st.integers(0, 1999))
def test_zooming_never_leaves_the_diary(shown: Period, back: int) -> None:
    for found in (closer(shown, TODAY - timedelta(days=back)), wider(shown, WHOLE)):
        if found is not None:
            assert WHOLE.first <= found.first <= found.last <= WHOLE.last


@given(stretches)
def test_from_everywhere_some_steps_lead_to_the_ends(shown: Period) -> None:
    near, far = shown, shown
    for _step in range(len(LENGTHS) + 1):
        near = closer(near) or near
        far = wider(far, WHOLE) or far
    assert len(near) == 14
    assert far == WHOLE
