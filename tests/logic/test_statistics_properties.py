"""What holds of every diary: of figures, comparisons and coverage, for whatever was recorded."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.records import Attack, Reading
from diary.field import Field
from diary.fields import ATTACK_COUNT, CATALOGUE
from diary.logic.comparison import Change, compare
from diary.logic.coverage import coverage
from diary.logic.periods import DAY, Period
from diary.logic.raynaud import raynaud
from diary.logic.statistics import Figures, figures, numbers

PERIOD = Period.ending(date(2026, 9, 30), 30)
PAIN, IMPACT, COUNT, MINUTES, YES_NO = (
    CATALOGUE[key]
    for key in (
        "general.pain",
        "raynaud.impact",
        "raynaud.attack_count",
        "raynaud.total_minutes",
        "digestion.urgency",
    )
)
TURNED = {
    Change.HIGHER: Change.LOWER,
    Change.LOWER: Change.HIGHER,
    Change.SAME: Change.SAME,
    Change.TOO_FEW: Change.TOO_FEW,
}

days = st.integers(0, 29).map(lambda number: PERIOD.first + number * DAY)
values = st.dictionaries(days, st.integers(0, 10), min_size=1)


@st.composite
def reading(draw: st.DrawFn) -> Reading:
    day = draw(days)
    written = datetime(day.year, day.month, day.day, 21, tzinfo=UTC)
    field = draw(st.sampled_from(["skin.itch", ATTACK_COUNT]))
    after = timedelta(hours=draw(st.integers(-20, 120)))
    return Reading(day, field, draw(st.integers(0, 10)), written + after)


@st.composite
def attack(draw: st.DrawFn) -> Attack:
    day = draw(days)
    began = datetime(day.year, day.month, day.day, tzinfo=UTC)
    began += timedelta(minutes=draw(st.integers(0, 1439)))
    return Attack(
        id=str(draw(st.uuids())),
        started_at=began,
        zone="UTC",
        recorded_at=began + timedelta(minutes=draw(st.integers(-90, 500))),
        minutes=draw(st.none() | st.integers(1, 3000)),
        pain=draw(st.none() | st.integers(0, 10)),
    )


diaries = st.tuples(
    st.lists(reading(), max_size=40, unique_by=lambda each: (each.day, each.field)),
    st.lists(attack(), max_size=8),
)


def of(found: dict[date, int], period: Period = PERIOD) -> Figures:
    made = figures(found, period)
    assert made is not None
    return made


# Figures.


@given(values)
def test_each_figure_lies_where_it_must(found: dict[date, int]):
    told = of(found)

    assert told.lowest <= told.median <= told.highest
    assert told.lowest <= told.exact_mean <= told.highest
    assert 0 <= told.present <= told.entries == told.recorded <= told.days
    assert 0 <= told.present_in_seven <= 7
    assert found[told.highest_on] == told.highest
    assert found[told.lowest_on] == told.lowest


@given(st.dictionaries(days, st.integers(1, 10), min_size=1, max_size=29))
def test_not_recorded_never_counts_as_none(found: dict[date, int]):
    """Where each recorded value is above 0, no figure knows a 0, however many days are missing."""
    told = of(found)

    assert told.lowest >= 1
    assert told.exact_mean >= 1
    assert told.present_in_seven == 7
    missing = next(day for day in PERIOD if day not in found)
    assert of(found | {missing: 0}).exact_mean < told.exact_mean


@given(values, st.integers(1, 20))
def test_days_that_are_not_recorded_change_the_coverage_alone(found: dict[date, int], more: int):
    longer = Period(PERIOD.first, PERIOD.last + more * DAY)
    told, other = of(found), of(found, longer)

    assert other.days == told.days + more
    same = ("recorded", "entries", "total", "median", "highest", "lowest", "present", "highest_on")
    assert [getattr(other, name) for name in same] == [getattr(told, name) for name in same]


@settings(deadline=None)
@given(diaries, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(
    diary: tuple[list[Reading], list[Attack]], chance: random.Random
):
    readings, attacks = diary
    mixed = chance.sample(readings, len(readings)), chance.sample(attacks, len(attacks))

    assert raynaud(PERIOD, *mixed) == raynaud(PERIOD, readings, attacks)
    assert coverage(PERIOD, [*mixed[1], *mixed[0]]) == coverage(PERIOD, [*readings, *attacks])
    itch = (figures(numbers(those, "skin.itch"), PERIOD) for those in (readings, mixed[0]))
    assert next(itch) == next(itch)


@settings(deadline=None)
@given(diaries)
def test_shares_are_from_nothing_to_all(diary: tuple[list[Reading], list[Attack]]):
    readings, attacks = diary
    told, covered = raynaud(PERIOD, *diary), coverage(PERIOD, [*readings, *attacks])

    assert covered.late <= covered.recorded <= set(PERIOD)
    assert 0 <= told.at_the_time <= told.timed == len(attacks)
    assert 0 <= told.known_lengths <= told.timed
    if told.count is not None and told.minutes is not None:
        assert told.minutes.recorded <= told.count.recorded
        assert told.minutes.highest <= 24 * 60


# Comparisons.


def lasting(*numbers: int) -> Figures:
    """Figures of a period in which each day is recorded."""
    period = Period.ending(PERIOD.last, len(numbers))
    return of(dict(zip(period, numbers, strict=True)), period)


@pytest.mark.parametrize("field", [PAIN, IMPACT, COUNT, MINUTES, YES_NO], ids=lambda f: f.key)
@settings(deadline=None)
@given(data=st.data(), length=st.integers(6, 30))
def test_when_the_periods_change_places_higher_and_lower_do(
    field: Field, data: st.DataObject, length: int
):
    """Of some days most are recorded, around any level: often there are enough to compare."""
    period = Period.ending(PERIOD.last, length)
    level = data.draw(st.integers(0, 20))
    a_day = st.sampled_from([*range(level, level + 5), None])
    pair = [
        {day: value for day in period if (value := data.draw(a_day)) is not None} for _ in range(2)
    ]
    one, other = (figures(each, period) for each in pair)

    assert compare(field, one, other) is TURNED[compare(field, other, one)]


@given(found=values, shift=st.integers(0, 400))
def test_a_field_is_never_higher_than_itself(found: dict[date, int], shift: int):
    moved = {day - shift * DAY: value for day, value in found.items()}
    earlier = Period.ending(PERIOD.last - shift * DAY, len(PERIOD))

    assert compare(PAIN, of(found), of(moved, earlier)) in {Change.SAME, Change.TOO_FEW}


@given(st.lists(st.integers(0, 8), min_size=7, max_size=40))
def test_a_scale_is_higher_from_exactly_1_0(before: list[int]):
    """Each day 1 higher: the means differ by 1 exactly. One day less, and it is about the same."""
    now = [value + 1 for value in before]

    assert compare(PAIN, lasting(*now), lasting(*before)) is Change.HIGHER
    assert compare(PAIN, lasting(before[0], *now[1:]), lasting(*before)) is Change.SAME


@given(st.lists(st.integers(0, 5), min_size=2, max_size=8))
def test_the_difficulty_of_raynauds_is_higher_from_exactly_1_4(fifth: list[int]):
    """Of five days two are 2 and three are 1 higher: (2 x 2 + 3 x 1) / 5 = 1.4."""
    before = fifth * 5
    more = [2, 2, 1, 1, 1]
    now = [value + more[place // len(fifth)] for place, value in enumerate(before)]
    less = [now[0] - 1, *now[1:]]

    assert compare(IMPACT, lasting(*now), lasting(*before)) is Change.HIGHER
    assert compare(IMPACT, lasting(*less), lasting(*before)) is Change.SAME


@given(quarter=st.integers(1, 20), length=st.integers(7, 30))
def test_a_count_is_higher_or_lower_from_exactly_a_quarter_of_the_larger(quarter: int, length: int):
    more, less = lasting(*[4 * quarter] * length), [3 * quarter] * length
    nearer = lasting(less[0] + 1, *less[1:])

    assert compare(COUNT, lasting(*less), more) is Change.LOWER
    assert compare(COUNT, more, lasting(*less)) is Change.HIGHER
    assert compare(COUNT, nearer, more) is compare(COUNT, more, nearer) is Change.SAME


@given(st.integers(7, 60), st.integers(1, 60))
def test_seven_days_and_half_of_them_are_enough(length: int, recorded: int):
    assume(recorded <= length)
    period = Period.ending(PERIOD.last, length)
    known = of(dict.fromkeys(list(period)[:recorded], 3), period)

    enough = recorded >= 7 and Fraction(recorded, length) >= Fraction(1, 2)
    assert compare(PAIN, known, known) is (Change.SAME if enough else Change.TOO_FEW)
