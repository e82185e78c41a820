"""Four mistakes of other symptom diaries, each looked for in what the summary and Trends say.

Everything goes through the real paths: a stored diary, the content of the summary, the words of
the charts, of the calendar and of the days around a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest

from db.records import Attack, Note, Put, Reading
from db.store import Store
from diary.charts.describe import describe, figures
from diary.charts.series import load, numbers
from diary.fields import CATALOGUE
from diary.logic.around_change import Sides, Window
from diary.logic.comparison import Change
from diary.logic.periods import Period
from diary.logic.year import year_of_all
from diary.summary import Options
from diary.summary.collect import collect
from diary.summary.content import Block, ChangeRow, Content

LAST = date(2026, 11, 21)
MADE = datetime(2026, 11, 22, 9, tzinfo=UTC)
MONTH = Period.ending(LAST, 30)
ITCH, BLOATING, CRAMPS, COUNT = (
    "skin.itch",
    "digestion.bloating",
    "digestion.cramps",
    "raynaud.attack_count",
)
VERDICTS = {"higher", "lower", "about the same"}


def record(store: Store, field: str, days: Iterable[date], *values: int) -> None:
    """Record these values on these days, over and over again."""
    store.write(
        [
            Put(Reading(day, field, values[number % len(values)], MADE))
            for number, day in enumerate(days)
        ]
    )


def timed(store: Store, day: date, hour: int) -> None:
    began = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    key = f"{day}-{hour}"
    store.write([Put(Attack(id=key, started_at=began, zone="UTC", recorded_at=began, minutes=20))])


def summary(store: Store, period: Period = MONTH) -> Content:
    return collect(store, CATALOGUE, period, Options(MADE))


def row(content: Content, field: str) -> ChangeRow:
    label = str(CATALOGUE[field].label)
    return next(each for each in content.changes.rows if each.series.label == label)


def cells(block: Block, label: str) -> tuple[str, ...]:
    return next(each.cells for each in block.rows if each.label == label)


def around(store: Store, field: str, period: Period) -> Change:
    """What the view around a change says where the change is on the first day of the period."""
    series = load(store, period.previous.first, period.last)
    window = Window(period.first, period.previous, period)
    return Sides.of(CATALOGUE[field], numbers(series.shown.get(field, {})), window).change


# A symptom called new because the earlier period was not recorded.


@pytest.mark.parametrize("recorded_before", [0, 6])
def test_a_symptom_is_not_called_new_because_the_earlier_period_was_not_recorded(
    store: Store, recorded_before: int
):
    """Severe on all 30 days now; before, on 0 or 6 of 30 days, it was recorded as none."""
    earlier = list(MONTH.previous)[:recorded_before]
    for field in (ITCH, BLOATING, COUNT):
        record(store, field, MONTH, 9)
        record(store, field, earlier, 0)
    content = summary(store)

    for field in (ITCH, BLOATING, COUNT):
        found = row(content, field)
        assert (found.now, found.days_now) == ("9", "30")
        assert (found.change, found.mark, found.by) == ("too few days", "", "")
        assert found.days_before == str(recorded_before)
        assert found.before == ("0" if recorded_before else "–")
        assert around(store, field, MONTH) is Change.TOO_FEW
    assert cells(content.presence, "Bloating") == ("7", "0 of 6" if recorded_before else "–")


def test_raynauds_is_not_called_new_because_the_earlier_fortnight_was_not_recorded(store: Store):
    record(store, COUNT, MONTH.fortnight, 5)
    said = cells(summary(store).raynaud, "Attacks a day: mean (range)")

    assert said == ("5 (5)", "5 (5)", "–", "too few days")


# The two halves of one window compared as if they were two periods.


def test_the_two_halves_of_one_window_are_not_compared_as_two_periods(store: Store):
    """2 in each first half and 8 in each second half: both periods of 30 days have a mean of 5."""
    for period in (MONTH, MONTH.previous):
        record(store, ITCH, list(period)[:15], 2)
        record(store, ITCH, list(period)[15:], 8)
    content = summary(store)

    assert (row(content, ITCH).now, row(content, ITCH).before) == ("5", "5")
    assert row(content, ITCH).change == "about the same"
    assert "compared with 23 Sept – 22 Oct 2026" in " ".join(content.head.compared.split())
    assert around(store, ITCH, MONTH) is Change.SAME


def test_one_window_alone_gives_no_verdict_however_much_its_halves_differ(store: Store):
    record(store, ITCH, list(MONTH)[:15], 0)
    record(store, ITCH, list(MONTH)[15:], 10)
    found = row(summary(store), ITCH)

    assert (found.change, found.days_before) == ("too few days", "0")
    words = describe(CATALOGUE[ITCH], load(store, MONTH.first, LAST))
    assert not [verdict for verdict in VERDICTS if verdict in words]


# "About the same" for too little data.


@pytest.mark.parametrize(
    ("length", "recorded"),
    [(14, 6), (30, 6), (30, 14), (90, 44)],
    ids="{} days".format,
)
def test_about_the_same_is_not_said_of_too_little_data(store: Store, length: int, recorded: int):
    """The same value in both periods, but on too few days to know that it is the same."""
    period = Period.ending(LAST, length)
    for each in (period, period.previous):
        record(store, ITCH, list(each)[:recorded], 4)
    found = row(summary(store, period), ITCH)

    assert (found.now, found.before) == ("4", "4")
    assert (found.change, found.mark) == ("too few days", "")
    assert around(store, ITCH, period) is Change.TOO_FEW
    shown = figures(CATALOGUE[ITCH], load(store, period.first, LAST))
    assert shown[-1] == f"{recorded} of {length} days"


def test_one_more_day_in_both_periods_is_enough(store: Store):
    """7 of 14 days are seven days and half of them, the least that is compared."""
    period = Period.ending(LAST, 14)
    for each in (period, period.previous):
        record(store, ITCH, list(each)[:7], 4)

    assert row(summary(store, period), ITCH).change == "about the same"


# Logs counted as days.


def test_logs_are_not_counted_as_days(store: Store):
    """One day with 20 fields, 5 attacks and a note: one day, in every place that counts days."""
    day = MONTH.first + timedelta(days=20)
    scales = [field.key for field in CATALOGUE if field.top == 10 and field.default_on]
    for field in scales:
        record(store, field, [day], 4)
    for hour in range(8, 13):
        timed(store, day, hour)
    store.write([Put(Note(day, "Cold and windy", MADE))])
    content = summary(store)

    assert len(scales) >= 12
    assert content.coverage.facts[0] == ("1 of 30", "days recorded")
    assert row(content, ITCH).days_now == "1"
    assert cells(content.raynaud, "Days with attacks known")[0] == "1 of 30"
    assert cells(content.raynaud, "Attacks a day: mean (range)")[0] == "5 (5)"
    series = load(store, MONTH.first, LAST)
    assert figures(CATALOGUE[COUNT], series)[-1] == "1 of 30 days"
    counts = store.day_counts(MONTH.first, LAST)
    assert year_of_all(counts, MONTH).words.startswith("recorded 1 of 30 days")


def test_two_symptoms_of_one_day_are_one_day_with_a_symptom(store: Store):
    """14 recorded days; cramps and diarrhoea on the same 4: 7 x 4 / 14 = 2 days of 7, not 4."""
    for field in (CRAMPS, "digestion.diarrhoea"):
        record(store, field, list(MONTH)[:4], 5)
        record(store, field, list(MONTH)[4:14], 0)

    assert cells(summary(store).presence, "Bowels, any sign") == ("2", "–")
