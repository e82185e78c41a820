"""Sores, blood pressure and weight on page 1: all is said or counted, and nothing is judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.records import Preference, Put, Sore
from db.store import Store
from diary.event_words import SORE_PLACES
from diary.field import Group
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Paper, make
from diary.summary.content import WatchedPart
from diary.summary.watched import MOST_OPEN, watched
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, OPTIONS
from tests.summary.examples import PERIOD as QUARTER
from tests.summary.test_care import medicine
from tests.summary.test_fields import record
from tests.summary.test_measurements import PERIOD, at
from tests.summary.test_pdf import APPENDIX, GIBBERISH, HOSTILE, REPEATED, no_problems

PRESSURE = "blood_pressure"
EVERYTHING = tuple(Group)


def sore(number: int, place: str, noticed: date, healed: date | None = None) -> Put:
    return Put(Sore(id=f"s{number}", place=place, noticed=noticed, healed=healed, recorded_at=MADE))


def parts(store: Store, sections: tuple[Group, ...] = EVERYTHING) -> dict[str, WatchedPart]:
    return {part.heading: part for part in watched(store, PERIOD, sections).parts}


def lines(part: WatchedPart) -> list[tuple[str, str, str]]:
    return [(line.label, line.words, line.aside) for line in part.lines]


def test_sores_are_counted_and_the_open_ones_named(store: Store):
    store.write(
        [
            sore(1, "left_index", date(2026, 11, 3)),
            sore(2, "right_thumb", date(2026, 10, 1)),
            sore(3, "left_thumb", date(2026, 10, 1), date(2026, 11, 9)),
            sore(4, "left_big_toe", date(2026, 11, 4), date(2026, 11, 25)),
            sore(5, "right_big_toe", date(2026, 11, 21)),
        ]
    )
    found = parts(store)["Sores"]

    assert found.aside == "2 new, 3 open, 1 healed"
    assert lines(found) == [
        ("open", "Right thumb", "since 1 Oct"),
        ("open", "Left index finger", "since 3 Nov"),
        ("open", "Left big toe", "since 4 Nov"),
    ]
    assert found.more == ""


def test_open_sores_without_room_are_counted_and_old_ones_have_their_year(store: Store):
    first = date(2025, 3, 1)
    store.write(
        sore(n, place.key, first + timedelta(days=9 * n)) for n, place in enumerate(SORE_PLACES)
    )
    found = parts(store)["Sores"]

    assert len(found.lines) == MOST_OPEN - 1
    assert found.lines[0].aside == "since 1 Mar 2025"
    assert found.more == f"and {len(SORE_PLACES) - len(found.lines)} more open, page {{page}}"


def test_blood_pressure_is_its_median_its_ends_and_the_last_one(store: Store):
    store.write(
        [
            at(2, 8, 130, PRESSURE, diastolic=80.0),
            at(2, 20, 150, PRESSURE, diastolic=70.0),
            at(9, 8, 120, PRESSURE, diastolic=90.0),
        ]
    )
    found = parts(store)["Blood pressure"]

    assert (found.unit, found.aside) == ("mmHg", "on 2 days")
    assert lines(found) == [
        ("median", "130/80", ""),
        ("range", "upper 120–150, lower 70–90", ""),
        ("last", "120/90", "9 Nov"),
    ]


def test_weight_is_the_first_and_the_last_and_the_change(store: Store):
    store.write([at(2, 8, 70), at(9, 8, 71), at(16, 8, 68.6), at(25, 8, 50)])
    found = parts(store)["Weight"]

    assert (found.unit, found.aside) == ("kg", "changed by −2 %")
    assert lines(found) == [("first", "70", "2 Nov"), ("last", "68.6", "16 Nov")]


def test_weight_that_stayed_has_no_sign(store: Store):
    store.write([at(2, 8, 70), at(9, 8, 70.01)])

    assert parts(store)["Weight"].aside == "changed by 0 %"


def test_one_measurement_is_said_once_and_in_the_chosen_unit(store: Store):
    store.write(
        [
            at(2, 8, 70),
            at(3, 8, 130, PRESSURE, diastolic=80.0),
            Put(Preference("unit.weight", '"lb"')),
        ]
    )
    found = parts(store)

    assert (found["Weight"].unit, found["Weight"].aside) == ("lb", "")
    assert lines(found["Weight"]) == [("last", "154.3", "2 Nov")]
    assert lines(found["Blood pressure"]) == [("last", "130/80", "3 Nov")]


def test_nothing_recorded_is_said_of_each(store: Store, text_of: Text):
    page = text_of(make(store, CATALOGUE, QUARTER, OPTIONS))[0]

    assert all(part == WatchedPart(part.heading, part.unit) for part in parts(store).values())
    assert page.count("nothing recorded") == len(parts(store)) == 3


def test_what_is_left_out_by_choice_is_not_called_unrecorded(store: Store, text_of: Text):
    store.write([at(2, 8, 70), sore(1, "left_index", date(2026, 11, 3))])

    assert list(parts(store, (Group.DIGESTION,))) == ["Weight"]
    assert list(parts(store, (Group.RAYNAUD, Group.ORGANS))) == ["Sores", "Blood pressure"]
    options = replace(OPTIONS, sections=frozenset({Group.SKIN}))
    pages = text_of(make(store, CATALOGUE, QUARTER, options))
    assert pages[0].count("Left out.") == len(["Raynaud’s", "Digestion", "Sores and measurements"])
    assert pages[1].count("Left out.") == len(["hours", "triggers"])
    page = pages[0]
    assert "Left index finger" not in page


def crowd(store: Store, text: str) -> None:
    """As much of everything as can be: fields, medicines, sores and measurements."""
    for field in CATALOGUE:
        if field.numeric and not field.panel:
            record(store, field.key, dict.fromkeys(range(0, 182, 7), field.check(field.top)))
    for number in range(40):
        new, dose = medicine(f"{text} {number}", LAST - timedelta(days=number), None, text)
        store.write([Put(new), Put(replace(dose, how_often=text))])
    store.write(
        sore(n, place.key, LAST - timedelta(days=30 * n)) for n, place in enumerate(SORE_PLACES)
    )
    store.write(at(day, 8, 99.95 + 10 * day) for day in range(1, 21))
    store.write(at(day, 9, 299 - day, PRESSURE, diastolic=199.0 - day) for day in range(1, 21))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("period", [QUARTER, Period.ending(LAST, 400)], ids=["quarter", "year"])
@pytest.mark.parametrize("text", ["Wide words " * 20, "文" * 200], ids=["words", "wide"])
def test_page_1_stays_one_page_and_says_it_all(
    paper: Paper, period: Period, text: str, store: Store, text_of: Text, tmp_path: Path
):
    crowd(store, text)

    pdf = make(store, CATALOGUE, period, replace(OPTIONS, paper=paper))

    pages = text_of(pdf)
    assert pages[1].lstrip().startswith("Day by day")
    for words in ("20 open", "and 18 more open, page", "on 20 days", "changed by", "and 35 more"):
        assert words in pages[0]
    assert no_problems(pdf, tmp_path, but={REPEATED, GIBBERISH}) == []


@pytest.mark.parametrize("paper", Paper)
def test_hostile_words_are_words_and_move_nothing(paper: Paper, store: Store, text_of: Text):
    crowd(store, HOSTILE)
    store.write(sore(number, HOSTILE, date(2020, 1, number)) for number in (1, 2, 3))

    pages = text_of(make(store, CATALOGUE, QUARTER, replace(OPTIONS, paper=paper)))

    assert pages[1].lstrip().startswith("Day by day")
    assert HOSTILE in pages[0].partition("Sores and measurements")[2]


def test_every_sore_that_page_1_counts_is_in_the_appendix(store: Store, text_of: Text):
    store.write(sore(n, place.key, LAST) for n, place in enumerate(SORE_PLACES))

    pages = text_of(make(store, CATALOGUE, QUARTER, APPENDIX))

    text = " ".join(" ".join(pages[2:]).split())
    assert all(f"{place.label} since 21 Nov" in text for place in SORE_PLACES)
