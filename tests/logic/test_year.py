"""A year of days: shapes, signs, shades and figures, each with the days that it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from db.records import DayCount, Note, Reading, Value
from diary.field import Field, Kind
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.logic.year import (
    Mark,
    count_words,
    days_of_year,
    told_day,
    year_of_all,
    year_of_attacks,
    year_of_field,
    year_of_notes,
    year_of_sores,
)
from tests.db.examples import SORE

TODAY = date(2026, 11, 22)
YEAR = Period(date(2026, 1, 1), TODAY)
NOON = timezone(timedelta(hours=1))


def readings(field: Field, *values: Value) -> list[Reading]:
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(len(values))]
    return [
        Reading(day, field.key, value, datetime(day.year, day.month, day.day, 20, tzinfo=NOON))
        for day, value in zip(days, values, strict=True)
    ]


def first(kind: Kind) -> Field:
    return next(field for field in CATALOGUE if field.kind is kind)


@pytest.mark.parametrize(
    ("year", "days"), [(2026, 326), (2025, 365), (2024, 366), (2027, 1), (1900, 365)]
)
def test_only_days_that_have_come_are_counted(year: int, days: int) -> None:
    assert len(days_of_year(year, TODAY)) == days


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (DayCount(entries=14, late=2, attacks=1), "14 entries, 2 late, 1 attack"),
        (DayCount(entries=1), "1 entry"),
        (DayCount(attacks=3), "3 attacks"),
        (DayCount(), "nothing recorded"),
    ],
)
def test_a_day_in_words(count: DayCount, words: str) -> None:
    assert count_words(count) == words
    assert told_day(date(2026, 10, 3), words) == f"3 October 2026: {words}"


def test_recorded_and_late_days_have_different_marks() -> None:
    one, two = date(2026, 2, 1), date(2026, 2, 2)

    year = year_of_all({one: DayCount(entries=3), two: DayCount(entries=3, late=1)}, YEAR)

    assert (year.cells[one].mark, year.cells[two].mark) == (Mark.RECORDED, Mark.LATE)
    assert year.words == "recorded 2 of 326 days, 1 day with late entries"


def test_days_before_the_first_entry_are_not_counted_as_missed() -> None:
    begun = YEAR.last

    assert year_of_all({begun: DayCount(entries=3)}, YEAR, begun).words == (
        "recorded 1 of 1 day since your first entry"
    )
    assert year_of_all({}, YEAR, YEAR.last + timedelta(days=400)).words == "before your first entry"
    field = CATALOGUE["skin.tightness"]
    words = year_of_field(field, readings(field, 5), YEAR, YEAR.first).words
    assert words.startswith("recorded 1 of 326 days")


def test_a_scale_shows_its_number_and_a_shade() -> None:
    field = CATALOGUE["skin.tightness"]

    year = year_of_field(field, readings(field, 0, 5, 10, 5), YEAR)

    assert [cell.sign for cell in year.cells.values()] == ["0", "5", "10", "5"]
    assert [cell.share for cell in year.cells.values()] == [0, 0.5, 1, 0.5]
    assert year.words == "recorded 4 of 326 days, median 5, from 0 to 10"


def test_minutes_are_figures_of_time() -> None:
    field = first(Kind.MINUTES)

    year = year_of_field(field, readings(field, 0, 80, 150), YEAR)

    assert year.words == "recorded 3 of 326 days, median 1 h 20 min, from 0 min to 2 h 30 min"


def test_yes_and_no_have_signs_of_their_own() -> None:
    field = first(Kind.YES_NO)

    year = year_of_field(field, readings(field, 1, 0, 0), YEAR)

    assert [cell.sign for cell in year.cells.values()] == ["✓", "–", "–"]
    assert year.words == "recorded 3 of 326 days, yes: 1 day, no: 2 days"


def test_answers_are_numbered_and_the_legend_says_how() -> None:
    field = first(Kind.CHOICE)
    keys = field.choice_keys

    year = year_of_field(field, readings(field, keys[1], keys[0], keys[1]), YEAR)

    assert [cell.sign for cell in year.cells.values()] == ["2", "1", "2"]
    assert f"2: {field.choices[1].label}." in year.legend
    assert f"{field.choices[1].label}: 2 days" in year.words


def test_several_answers_are_counted() -> None:
    field = first(Kind.SEVERAL)
    keys = [choice.key for choice in field.choices if not choice.alone]

    year = year_of_field(field, readings(field, " ".join(keys[:2]), keys[0]), YEAR)

    assert [cell.sign for cell in year.cells.values()] == ["2", "1"]


def test_a_value_that_no_longer_fits_is_shown_as_such() -> None:
    field = CATALOGUE["skin.tightness"]

    (cell,) = year_of_field(field, readings(field, "words"), YEAR).cells.values()

    assert (cell.sign, cell.share) == ("?", 0.0)


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_every_field_can_be_shown(field: Field) -> None:
    answers = field.choice_keys[:1] if field.kind in {Kind.CHOICE, Kind.SEVERAL} else [field.top]

    year = year_of_field(field, readings(field, *answers), YEAR)

    (cell,) = year.cells.values()
    assert 0 <= cell.share <= 1
    assert str(field.label) in cell.words
    assert year.words.startswith("recorded 1 of 326 days")
    assert year_of_field(field, [], YEAR).words == "recorded 0 of 326 days"


def test_attacks_are_counted() -> None:
    days = {date(2026, 5, n): DayCount(entries=1, attacks=n) for n in range(4) if n}

    year = year_of_attacks(days)

    assert [cell.sign for cell in year.cells.values()] == ["1", "2", "3"]
    assert year.words == "6 attacks on 3 days"


def test_sores_are_counted_while_they_are_open() -> None:
    old = replace(SORE, noticed=date(2025, 12, 30), healed=date(2026, 1, 2))
    young = replace(SORE, id="b", noticed=date(2026, 1, 2), healed=None)

    year = year_of_sores([old, young], Period(date(2026, 1, 1), date(2026, 1, 4)))

    assert {day.day: cell.sign for day, cell in year.cells.items()} == {
        1: "1", 2: "2", 3: "1", 4: "1",
    }  # fmt: skip
    assert year.words == "at least one open sore on 4 days"


def test_a_sore_of_another_year_is_not_shown() -> None:
    old = replace(SORE, noticed=date(2020, 1, 1), healed=date(2020, 2, 1))

    assert year_of_sores([old], YEAR).cells == {}


def test_notes_are_ticked() -> None:
    year = year_of_notes([Note(TODAY, "a", datetime(2026, 11, 22, tzinfo=NOON))])

    assert year.cells[TODAY].sign == "✓"
    assert year.words == "a note on 1 day"
