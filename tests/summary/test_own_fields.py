"""Fields of the patient's own in the summary: compared, drawn and printed as all others are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.records import CustomField, Put, Reading, Value
from db.store import Store
from diary.custom import own_fields
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary.collect import collect
from diary.summary.content import ChangeRow, Content
from diary.summary.options import Options
from tests.summary.examples import LAST, MADE

MONTH = Period.ending(LAST, 30)


def own(number: int, kind: str, name: str, **parts: object) -> CustomField:
    given = {"key": f"custom.0000000{number}", "rank": number, "recorded_at": MADE, **parts}
    return CustomField(name=name, kind=kind, **given)  # type: ignore[arg-type]


JAW = own(1, "scale10", "Stiff jaw")
STEPS = own(2, "count", "Steps (in hundreds)", maximum=300)
WATER = own(3, "measure", "Water", unit="l", maximum=9)
NAP = own(4, "yes_no", "Slept in the day")
CREAM = own(5, "count", "Tubes of cream", maximum=20, cadence="weekly")
SIDE = own(6, "choice", "Worse side", choices=("Left", "Right"))
ALL = (JAW, STEPS, WATER, NAP, CREAM, SIDE)


@pytest.fixture
def content(store: Store) -> Content:
    """Both periods recorded in full; this one higher by 1, by 20, by 0.5, by all days and by 1."""
    store.write(Put(each) for each in ALL)
    for day in MONTH:
        record(store, day_values(3, 60, 2.5, 1, "c1"), (day - MONTH.first).days, now=True)
        record(store, day_values(2, 40, 2.0, 0, "c2"), (day - MONTH.first).days, now=False)
    for week in range(4):
        last = MONTH.last - timedelta(days=7 * week)
        earlier = last - timedelta(days=30)
        store.write([Put(Reading(day, CREAM.key, 2, MADE)) for day in (last, earlier)])
    return summary(store)


def day_values(*values: Value) -> dict[str, Value]:
    return dict(zip((each.key for each in (JAW, STEPS, WATER, NAP, SIDE)), values, strict=True))


def record(store: Store, values: dict[str, Value], place: int, *, now: bool) -> None:
    day = (MONTH if now else MONTH.previous).first + timedelta(days=place)
    store.write([Put(Reading(day, key, value, MADE)) for key, value in values.items()])


def summary(store: Store) -> Content:
    catalogue = CATALOGUE.with_own(own_fields(store.events(CustomField)))
    return collect(store, catalogue, MONTH, Options(MADE, appendix=True))


def row(content: Content, field: CustomField) -> ChangeRow:
    return next(each for each in content.changes.rows if each.series.label == field.name)


def test_each_kind_is_compared_by_its_own_rule(content: Content):
    """3 - 2 = 1; 60 - 40 = 20 is 33% of 60; 2.5 - 2 = 0.5 is below 1; 30 of 30 days and none."""
    jaw, steps, water, nap = (row(content, each) for each in (JAW, STEPS, WATER, NAP))

    assert (jaw.now, jaw.before, jaw.change, jaw.by) == ("3", "2", "higher", "+1")
    assert (steps.change, steps.by) == ("higher", "+20")
    assert (water.now, water.before, water.change) == ("2.5", "2", "about the same")
    assert (nap.now, nap.before, nap.change) == ("30 of 30", "0 of 30", "higher")


def test_a_weekly_one_is_counted_in_weeks(content: Content):
    cream = row(content, CREAM)

    assert (cream.days_now, cream.days_before) == ("4 wk", "4 wk")
    assert cream.change == "about the same"


def test_they_stand_last_and_are_neither_better_nor_worse(content: Content):
    labels = [each.series.label for each in content.changes.rows]
    numeric = [each.name for each in ALL if each is not SIDE]

    assert labels == numeric
    assert "neither: the patient’s own fields." in " ".join(content.changes.rules)


def test_they_are_drawn_and_the_appendix_has_each_value(content: Content):
    assert len(row(content, JAW).series.points) == 30
    assert "Stiff jaw was recorded on 30 of the 30 days" in row(content, JAW).series.alt

    daily = content.daily
    assert daily is not None
    columns, last = list(daily.columns), daily.rows[-1]
    assert last[columns.index(WATER.name)] == "2.5"
    assert last[columns.index(SIDE.name)] == "a"


def test_one_that_was_put_away_keeps_its_row(content: Content, store: Store):
    put_away = own(1, "scale10", "Stiff jaw", archived=True)
    store.write([Put(put_away)])

    assert row(summary(store), JAW).now == "3"
