"""Coverage counts calendar days, never entries."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.records import Attack, Note, Reading
from diary.logic.coverage import coverage, longest_gap
from diary.logic.periods import Period

FEB = Period(date(2026, 2, 1), date(2026, 2, 10))


def on(day: int, field: str = "skin.itch", after: int = 0) -> Reading:
    moment = datetime(2026, 2, day, 20, tzinfo=UTC) + timedelta(days=after)
    return Reading(date(2026, 2, day), field, 3, moment)


def test_logs_are_not_counted_as_days():
    found = coverage(FEB, [on(1, "skin.itch"), on(1, "general.pain"), on(1, "skin.tightness")])

    assert (len(found.recorded), found.days) == (1, 10)


def test_a_note_and_an_attack_are_entries_too():
    note = Note(date(2026, 2, 3), "cold", datetime(2026, 2, 3, tzinfo=UTC))
    began = datetime(2026, 2, 4, 9, tzinfo=UTC)
    attack = Attack(id="a", started_at=began, zone="UTC", recorded_at=began)

    assert coverage(FEB, [note, attack]).recorded == {note.day, attack.day}


def test_a_day_is_late_when_any_of_it_was_entered_more_than_a_day_after():
    found = coverage(
        FEB, [on(1, after=2), on(2, after=1), on(3, "skin.itch", 5), on(3, "x"), on(4)]
    )

    assert found.late == {date(2026, 2, 1), date(2026, 2, 3)}


def test_entries_outside_the_period_are_left_out():
    outside = Reading(date(2026, 1, 31), "skin.itch", 3, datetime(2026, 1, 31, tzinfo=UTC))

    assert coverage(FEB, [outside]).recorded == frozenset()


def test_the_longest_gap_is_named_by_its_days():
    found = coverage(FEB, [on(1), on(3), on(4), on(8), on(10)])

    assert found.gap == Period(date(2026, 2, 5), date(2026, 2, 7))


def test_of_equal_gaps_the_latest_is_named_and_none_where_all_is_recorded():
    assert longest_gap(FEB, [day for day in FEB if day.day not in {2, 9}]) == Period(
        date(2026, 2, 9), date(2026, 2, 9)
    )
    assert longest_gap(FEB, FEB) is None


@given(st.sets(st.integers(0, 29)))
def test_a_gap_holds_no_recorded_day_and_cannot_grow(numbers: set[int]):
    period = Period.ending(date(2026, 6, 30), 30)
    recorded = {period.first + timedelta(days=number) for number in numbers}

    gap = longest_gap(period, recorded)

    unrecorded = [day for day in period if day not in recorded]
    assert (gap is None) == (not unrecorded)
    if gap is not None:
        assert not recorded & set(gap)
        for day in (gap.first - timedelta(days=1), gap.last + timedelta(days=1)):
            assert day in recorded or day not in period
