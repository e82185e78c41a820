"""Which backups stay: recent ones by the day, older ones by the month and the year."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.rotation import kept

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
DAY = timedelta(days=1)
moments = st.sets(st.datetimes(datetime(2015, 1, 1), datetime(2026, 11, 22)), max_size=60).map(  # noqa: DTZ001 - its zone comes next
    lambda found: {each.replace(tzinfo=UTC) for each in found}
)


def ago(days: float) -> datetime:
    return NOW - days * DAY


def test_three_years_of_daily_backups_become_a_few() -> None:
    """By hand: 7 days, 16 to 22 Nov; of 5 weeks the newest, 22, 15, 8, 1 Nov and 25 Oct; of 12
    months 22 Nov and the last days of December to October; of each year 22 Nov and 31 Dec."""
    stay = kept([ago(days) for days in range(3 * 365)], NOW)

    dates = sorted({each.date().isoformat() for each in stay}, reverse=True)
    assert dates == [
        "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17",
        "2026-11-16", "2026-11-15", "2026-11-08", "2026-11-01", "2026-10-31", "2026-10-25",
        "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30",
        "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31", "2024-12-31", "2023-12-31",
    ]  # fmt: skip


def test_the_newest_of_a_day_stays() -> None:
    morning, evening, before = ago(0.5), ago(0), [ago(days) for days in (1, 2, 3)]

    stay = kept([morning, evening, *before], NOW)

    assert stay == {evening, *before}


def test_a_gap_of_months_costs_no_backup() -> None:
    """Given someone who fell silent for a year: the last seven days of before are still there."""
    made = [ago(365 + days) for days in range(7)]

    assert kept([*made, NOW], NOW) >= {NOW, *made[:6]}


@given(moments)
def test_never_fewer_than_three_and_always_the_newest(made: set[datetime]) -> None:
    stay = kept(made, NOW)

    assert stay <= made
    assert len(stay) >= min(3, len(made))
    assert not made or max(made) in stay
    assert {each.year for each in stay} == {each.year for each in made}


@given(moments)
def test_thinning_twice_takes_nothing_more(made: set[datetime]) -> None:
    stay = kept(made, NOW)

    assert kept(stay, NOW) == stay


@given(moments, st.integers(1, 20_000))
def test_with_a_clock_set_back_nothing_is_removed(made: set[datetime], days: int) -> None:
    ahead = NOW + timedelta(seconds=1)

    assert kept({*made, ahead}, NOW) == {*made, ahead}
    assert kept(made | {ahead}, ago(days)) == made | {ahead}
