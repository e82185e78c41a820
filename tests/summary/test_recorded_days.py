"""The days that the summary calls recorded, or late, are those that the calendar marks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.records import Measurement, Photo, Put, Sore, SoreDay
from db.store import Store
from diary.demo import sample
from diary.fields import CATALOGUE
from diary.logic.coverage import coverage
from diary.logic.periods import Period
from diary.logic.year import year_of_all
from diary.summary.collect import collect
from diary.summary.days import read_days
from tests.summary.examples import LAST, MADE, OPTIONS

WEEK = Period.ending(LAST, 7)


def test_of_a_whole_sample(store: Store):
    store.write(Put(each) for each in sample(200, LAST, 1).records())
    period = Period.ending(LAST, 90)

    found = coverage(period, read_days(store, CATALOGUE, period, OPTIONS).entries())
    marked = store.day_counts(period.first, period.last)

    assert found.recorded == marked.keys()
    assert found.late == {day for day, count in marked.items() if count.late}
    said = collect(store, CATALOGUE, period, OPTIONS).coverage.facts[0][0]
    assert year_of_all(marked, period).words.startswith(f"recorded {said} days")


def test_a_weight_a_photo_or_a_look_at_a_sore_make_a_day_and_what_lasts_makes_none(store: Store):
    """Seven days: the sore lasts over all of them; three have an entry, one of which is late."""
    one, two, three = (WEEK.first + timedelta(days=number) for number in (1, 3, 6))
    store.write(
        [
            Put(Sore(id="sore", place="right_index", noticed=WEEK.first, recorded_at=MADE)),
            Put(SoreDay(sore="sore", day=one, pain=3, recorded_at=at(one))),
            Put(weight(two)),
        ]
    )
    store.write([Put(photo(three))], [("photo", b"a picture")])
    facts = collect(store, CATALOGUE, WEEK, OPTIONS).coverage.facts

    assert facts[0] == ("3 of 7", "days recorded")
    assert facts[1][0] == "1"


def at(day: date) -> datetime:
    return MADE.replace(year=day.year, month=day.month, day=day.day)


def weight(day: date) -> Measurement:
    return Measurement(
        id="weight",
        measure="weight",
        day=day,
        measured_at=at(day),
        zone="UTC",
        value=61.2,
        recorded_at=at(day),
    )


def photo(day: date) -> Photo:
    return Photo(
        id="photo",
        day=day,
        about="day",
        about_id=day.isoformat(),
        width=10,
        height=10,
        recorded_at=MADE + timedelta(days=1),
    )
