"""What a table becomes: values where there are values, nothing where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.records import CustomField
from diary.custom import own_fields
from diary.exchange.foreign.mapping import Several, Take, own_key
from diary.exchange.foreign.own import new_field
from diary.field import Kind
from diary.fields import CATALOGUE
from tests.exchange.foreign.tables import (
    LONG_APP,
    MERGED,
    NOW,
    draft,
    read,
    scaled,
    thing,
    values,
)


@pytest.fixture
def app(tmp_path):
    """The long table of an app, its scales answered."""
    opened = draft(LONG_APP, tmp_path)
    return scaled(scaled(opened, "Heartburn", 0, 4), "Fatigue", 0, 4)


def test_a_short_scale_is_asked_and_then_said_plainly(tmp_path):
    opened = draft(LONG_APP, tmp_path)
    assert [str(each) for each in opened.unanswered()] == ["Heartburn", "Fatigue"]
    content = read(scaled(opened, "Heartburn", 0, 4))
    assert (
        "“Heartburn”: 0 becomes 0, 1 becomes 3, 2 becomes 5, 3 becomes 8 and 4 becomes 10. "
        "Numbers in between are rounded; a half is rounded up."
    ) in content.notices


def test_a_scale_may_run_the_other_way(app):
    content = read(scaled(app, "Heartburn", 4, 0))
    assert values(content)["2026-03-13", "digestion.heartburn"] == 5


def test_a_number_beside_its_scale_is_refused(app):
    content = read(scaled(app, "Heartburn", 0, 3))
    assert [str(one) for one in content.refusals] == [
        "Line 3, “Heartburn”: 4 is not on the scale 0–3."
    ]


def test_zero_is_none_and_an_empty_or_crossed_out_cell_is_nothing(app):
    found = values(read(app))
    assert found["2026-03-14", "general.fatigue"] == 0
    assert ("2026-03-14", "digestion.heartburn") not in found
    assert "Taken as not recorded: 1 cell with “n/a”." in read(app).notices


@pytest.mark.parametrize(
    ("several", "times", "value"),
    [
        (Several.HIGHEST, ("08:10", "21:40"), 10),
        (Several.LAST, ("08:10", "21:40"), 10),
        (Several.HIGHEST, ("23:10", "21:40"), 10),
        (Several.LAST, ("23:10", "21:40"), 5),
    ],
)
def test_of_several_values_of_a_day_one_is_taken_and_they_are_counted(
    several, times, value, tmp_path
):
    table = LONG_APP.replace("08:10", times[0]).replace("21:40", times[1])
    content = read(replace(scaled(draft(table, tmp_path), "Heartburn", 0, 4), several=several))
    assert values(content)["2026-03-13", "digestion.heartburn"] == value
    assert any(
        line.startswith("On 1 occasion a day had several values") for line in content.notices
    )


def test_notes_keep_their_words_and_lines(app):
    notes = {note.day.isoformat(): note.text for note in read(app).notes}
    assert notes == {
        "2026-03-13": 'after "the" curry',
        "2026-03-15": "slept badly,\r\nwoke at four",
    }


def test_a_title_and_merged_names_are_told_from_the_rows(tmp_path):
    opened = scaled(draft(MERGED, tmp_path), "Skin: Skin tightness", 0, 10)
    assert not opened.shape.is_long
    assert [str(each) for each in opened.unanswered()] == ["Digestion: Heartburn"]
    content = read(scaled(opened, "Digestion: Heartburn", 0, 10))
    assert values(content) == {
        ("2026-03-25", "skin.itch"): 7,
        ("2026-03-25", "skin.tightness"): 3,
        ("2026-03-25", "digestion.heartburn"): 0,
        ("2026-04-03", "skin.tightness"): 4,
    }
    assert [note.text for note in content.notes] == ["windy"]


def test_the_moment_of_a_row_is_when_it_was_written_down_unless_it_was_later(app):
    first = read(app).readings[0]
    assert first.recorded_at == datetime(2026, 3, 13, 21, 40, tzinfo=UTC)
    assert not first.late
    later = read(replace(app, same_day=False)).readings[0]
    assert later.recorded_at == NOW
    assert later.late


def test_world_time_becomes_the_day_at_home(tmp_path):
    rows = "2026-06-01T23:30:00Z,7\n2026-06-03T23:30:00+02:00,6\n"
    content = read(draft("Date,Pain\n" + rows, tmp_path))
    assert list(values(content)) == [
        ("2026-06-02", "general.pain"),
        ("2026-06-03", "general.pain"),
    ]


def test_words_get_the_meaning_that_the_patient_gives_them(tmp_path):
    opened = draft("Date,Pain\n2026-01-01,mild\n2026-01-02,none\n2026-01-03,-\n", tmp_path)
    pain = thing(opened, "Pain")
    assert opened.unanswered() == [pain], "“none” can be 0 or not recorded"
    take = opened.takes[pain]
    answered = opened.with_take(pain, replace(take, words={**take.words, "mild": "3", "none": "0"}))
    assert not answered.unanswered()
    assert list(values(read(answered)).values()) == [3, 0]


def test_yes_and_no_and_answers_are_known_by_their_words(tmp_path):
    table = "Date,Palpitations,Pain\n2026-01-01,Yes,7\n2026-01-02,no,6\n2026-01-03,maybe,6\n"
    opened = draft(table, tmp_path)
    content = read(opened)
    assert values(content)["2026-01-01", "organs.palpitations"] == 1
    assert values(content)["2026-01-02", "organs.palpitations"] == 0
    assert [one.place for one in content.refusals] == ["Line 4, “Palpitations”"]


def test_a_thing_without_a_field_is_left_out_or_becomes_one_of_the_patients_own(app):
    assert not read(app).events
    assert "Left out, as you chose: “Category” and “Mood”." in read(app).notices
    mood = thing(app, "Mood")
    kept = app.with_take(mood, Take(own_key("Mood"), Kind.SCALE10))
    content = read(scaled(kept, "Mood", 0, 4))
    (own,) = content.events
    assert isinstance(own, CustomField)
    assert (own.name, own.kind) == ("Mood", "scale10")
    assert values(content)["2026-03-15", own.key] == 8


def test_the_same_file_twice_brings_no_second_field(app, tmp_path):
    mood = thing(app, "Mood")
    first = read(scaled(app.with_take(mood, Take(own_key("Mood"), Kind.SCALE10)), "Mood", 0, 4))
    mine = CATALOGUE.with_own(own_fields([e for e in first.events if isinstance(e, CustomField)]))
    again = draft(LONG_APP, tmp_path, mine)
    assert again.takes[mood].to == own_key("Mood")
    again = scaled(scaled(scaled(again, "Mood", 0, 4), "Heartburn", 0, 4), "Fatigue", 0, 4)
    second = read(again)
    assert not second.events
    assert values(second) == values(first)


def test_decimals_of_a_count_are_refused_and_of_a_scale_rounded(tmp_path):
    rows = "2026-01-01,6.5,2\n2026-01-02,7,2.5\n"
    opened = draft("Date,Pain,Toilet\n" + rows, tmp_path)
    toilet = thing(opened, "Toilet")
    motions = opened.fitted(toilet, CATALOGUE["digestion.motions"])
    content = read(opened.with_take(toilet, motions))
    assert values(content)["2026-01-01", "general.pain"] == 7
    assert [one.place for one in content.refusals] == ["Line 3, “Toilet”"]
    assert "1 number was rounded to what its field can hold." in content.notices


def test_a_long_note_of_signs_that_no_diary_stores_is_still_no_fault(tmp_path):
    content = read(draft("Date,Notes\n2026-01-01,=1+1 \u202e😀\n", tmp_path))
    assert [note.text for note in content.notes] == ["=1+1 \u202e😀"]


def test_the_field_of_a_thing_is_named_after_it(app):
    made = new_field(thing(app, "Mood"), Kind.MEASURE)
    assert (str(made.label), made.key) == ("Mood", own_key("mood "))


def test_a_scale_in_the_name_is_taken_and_said(tmp_path):
    opened = draft("Date,Pain (0-4)\n2026-01-01,3\n", tmp_path)
    assert not opened.unanswered()
    content = read(opened)
    assert values(content) == {("2026-01-01", "general.pain"): 8}
    assert any("3 becomes 8" in line for line in content.notices)


@pytest.mark.parametrize("name", ["Sleep", "Overall", "Movement", "Energy", "Activities"])
def test_a_name_that_could_mean_the_opposite_is_left_to_the_patient(name, tmp_path):
    opened = draft(f"Date,{name}\n2026-01-01,7\n", tmp_path)
    assert opened.takes[thing(opened, name)] == Take()


def test_numbers_that_a_field_cannot_hold_are_no_guess_and_said_at_once(tmp_path):
    opened = draft("Date,Palpitations\n2026-01-01,1\n2026-01-02,4\n", tmp_path)
    beats = thing(opened, "Palpitations")
    assert opened.takes[beats] == Take()
    field = CATALOGUE["organs.palpitations"]
    chosen = opened.with_take(beats, opened.fitted(beats, field))
    assert chosen.misfits(beats) == [
        "4 does not fit “Palpitations”: it takes a whole number from 0 to 1"
    ]


def test_a_row_without_its_date_is_refused(tmp_path):
    content = read(draft("Date,Pain\n2026-01-01,7\n,6\n", tmp_path))
    assert [str(one) for one in content.refusals] == ["Line 3, “Date”: the date is missing."]
