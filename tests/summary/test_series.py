"""Charts of days: gaps stay gaps, the median needs four days, the axis names its days."""

from __future__ import annotations

from datetime import date, timedelta

from db.records import Put, Reading
from db.store import Store
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary.content import Series
from diary.summary.days import read_days
from diary.summary.series import axis, series
from tests.summary.examples import LAST, MADE, OPTIONS

FORTNIGHT = Period.ending(LAST, 14)


def drawn(store: Store, values: dict[int, int], period: Period = FORTNIGHT) -> Series:
    """The chart of itch with these values, by days before the last."""
    days = {LAST - timedelta(days=ago): value for ago, value in values.items()}
    store.write([Put(Reading(day, "skin.itch", value, MADE)) for day, value in days.items()])
    return series(read_days(store, CATALOGUE, period, OPTIONS), CATALOGUE["skin.itch"])


def test_only_recorded_days_have_a_point_and_late_ones_are_marked(store: Store):
    found = drawn(store, {13: 0, 3: 5, 0: 10})

    assert found.points == ((0, 0.0, True), (10, 0.5, True), (13, 1.0, False))


def test_the_median_needs_four_of_seven_days_and_breaks_at_a_gap(store: Store):
    found = drawn(store, dict.fromkeys([13, 12, 11, 10, 3, 2, 1, 0], 4))

    pieces = [[day for day, _ in piece] for piece in found.medians]
    assert pieces == [[3, 4, 5, 6], [13]]
    assert {value for piece in found.medians for _, value in piece} == {0.4}


def test_the_median_looks_back_before_the_period_and_stays_inside_the_chart(store: Store):
    days = {LAST - timedelta(days=ago): 1 for ago in range(14)}
    earlier = {LAST - timedelta(days=ago): 40 for ago in range(14, 20)}
    store.write(
        [
            Put(Reading(day, "raynaud.attack_count", value, MADE))
            for day, value in (days | earlier).items()
        ]
    )

    field = CATALOGUE["raynaud.attack_count"]
    found = series(read_days(store, CATALOGUE, FORTNIGHT, OPTIONS), field)

    assert found.top == "40"
    day, height = found.medians[0][0]
    assert (day, height) == (0, 1.0)
    assert all(0 <= value <= 1 for piece in found.medians for _, value in piece)


def test_the_words_say_what_the_chart_shows(store: Store):
    found = drawn(store, {5: 3, 4: 8, 0: 4})

    assert found.alt == (
        "Itch was recorded on 3 of the 14 days from 8 Nov 2026 to 21 Nov 2026. The median was 4, "
        "and the highest was 8 on 17 Nov 2026."
    )


def test_a_chart_without_a_value_says_so(store: Store):
    found = drawn(store, {40: 3})

    assert not found.points
    assert not found.medians
    assert found.alt == "Itch: nothing was recorded from 8 Nov 2026 to 21 Nov 2026."


def test_the_axis_marks_mondays_then_months_then_quarters():
    short = axis(Period(date(2026, 11, 1), date(2026, 11, 21)))
    middling = axis(Period(date(2026, 9, 2), date(2026, 11, 21)))
    long = axis(Period(date(2024, 11, 12), date(2026, 11, 21)))

    assert [t.label for t in short.ticks] == ["2 Nov", "9 Nov", "16 Nov"]
    assert [(t.day, t.label) for t in middling.ticks] == [(0, "2 Sept"), (29, "Oct"), (60, "Nov")]
    assert [t.label for t in long.ticks][:3] == ["Jan 2025", "Apr", "Jul"]


def test_an_axis_of_ten_years_is_not_crowded():
    assert 5 < len(axis(Period(date(2016, 11, 22), date(2026, 11, 21))).ticks) <= 20
