"""Tables that are too large, too odd or not there; and what the patient is shown of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from diary.exchange.content import BadFileError
from diary.exchange.foreign import decoding, reading, table
from diary.exchange.foreign.draft import Draft, OpenQuestionError, opened
from diary.exchange.foreign.mapping import Take
from diary.exchange.foreign.shape import Shape
from diary.fields import CATALOGUE
from tests.exchange.foreign.tables import LONG_APP, SLASHES, draft, read, thing, values

HEAD = "Date,Pain\n"


class CancelledError(Exception):
    pass


def test_a_file_that_is_not_there_or_none_is_said(tmp_path):
    with pytest.raises(BadFileError, match="cannot be read"):
        opened(tmp_path / "gone.csv", CATALOGUE, {})
    with pytest.raises(BadFileError, match="is not a file"):
        opened(tmp_path, CATALOGUE, {})


def test_letters_that_a_mark_promises_and_that_are_broken_are_refused(tmp_path):
    with pytest.raises(BadFileError, match="letters"):
        draft(b"\xef\xbb\xbfDate,Pain\n\xff\xfe", tmp_path)


def test_each_older_coding_is_shown_by_what_the_file_says_in_it():
    data = "Date;M\u00fcdigkeit\n".encode("cp1252")
    assert decoding.sample(data, "cp1252") == "Date;Müdigkeit"
    assert decoding.sample(data, "cp1251") == "Date;Mьdigkeit"
    assert decoding.sample(b"plain\n", "cp1252") == ""
    assert "cp932" not in decoding.possible(b"\x81\n")


@pytest.mark.parametrize(
    ("limit", "content", "reason"),
    [
        ("MOST_COLUMNS", "Date,Pain,Itch\n", "too many columns"),
        ("MOST_ROWS", HEAD + "2026-01-01,7\n" * 5, "too many rows"),
    ],
)
def test_columns_and_rows_have_a_limit(limit, content, reason, tmp_path, monkeypatch):
    monkeypatch.setattr(table, limit, 2)
    with pytest.raises(BadFileError, match=reason):
        draft(content, tmp_path)


def test_a_table_without_names_has_numbered_columns(tmp_path):
    found = draft("2026-01-01,7\n2026-01-02,6\n", tmp_path)
    assert found.table
    assert found.table.names == ("Column 1", "Column 2")
    assert found.survey.rows == 2


def test_names_that_come_twice_are_told_apart(tmp_path):
    found = draft("Date,Pain,Pain,\n2026-01-01,7,6,5\n", tmp_path)
    assert found.table
    assert found.table.names == ("Date", "Pain", "Pain (2)", "Column 4")


def test_a_long_table_shows_itself_by_its_cells_where_its_names_say_nothing(tmp_path):
    rows = "".join(f"2026-01-0{n},{what},{n}\n" for n in range(1, 9) for what in ("Pain", "Itch"))
    found = draft("a,b,c\n" + rows, tmp_path)
    assert found.shape == Shape("a", "", "b", "c")


def test_free_text_is_offered_as_a_note_and_no_more(tmp_path):
    rows = "".join(f"2026-01-{n:02},something else {n}\n" for n in range(1, 29))
    found = draft("Date,Pain\n" + rows, tmp_path)
    pain = thing(found, "Pain")
    assert found.survey.things[pain].free
    assert found.takes[pain] == Take()


def test_more_things_than_anyone_sorts_are_counted_out(tmp_path, monkeypatch):
    monkeypatch.setattr("diary.exchange.foreign.survey.MOST_THINGS", 2)
    found = draft(LONG_APP, tmp_path)
    assert len(found.survey.things) == 2
    assert found.survey.too_many


def test_whoever_follows_can_cancel(tmp_path, monkeypatch):
    monkeypatch.setattr("diary.exchange.foreign.survey.AT_ONCE", 2)
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    found = draft(HEAD + "2026-01-01,7\n2026-01-02,7\n2026-01-03,7\n", tmp_path)

    def cancel(count: int) -> None:
        raise CancelledError(count)

    assert found.table
    with pytest.raises(CancelledError):
        reading.read(found.table, found.plan(), CATALOGUE, datetime.now(UTC), "UTC", cancel)
    with pytest.raises(CancelledError):
        found.laid_out(found.table.layout, cancel)


def test_a_day_before_1900_is_refused(tmp_path):
    content = read(draft(HEAD + "1899-12-31,7\n2026-01-01,6\n", tmp_path))
    assert values(content) == {("2026-01-01", "general.pain"): 6}
    assert [str(one) for one in content.refusals] == ["Line 2, “Date”: 1899-12-31 is before 1900."]


def test_no_answer_is_made_up_for_a_question_that_is_open(tmp_path):
    with pytest.raises(OpenQuestionError):
        draft(SLASHES, tmp_path).plan()
    with pytest.raises(OpenQuestionError):
        _ = Draft(data=b"", catalogue=CATALOGUE, memory={}).first_rows


@pytest.mark.parametrize(
    ("shape", "sentence"),
    [
        (Shape(), "Choose the column with the dates"),
        (Shape("Pain"), "“Pain” holds no date"),
        (Shape("Date", time="Date"), "chosen twice"),
    ],
)
def test_columns_that_cannot_be_are_said(shape, sentence, tmp_path):
    found = draft("Date,Pain\n2026-01-01,many\n", tmp_path)
    assert sentence in found.shaped(shape).columns_problem()


def test_answers_are_found_by_their_words(tmp_path):
    words = [str(choice.label) for choice in CATALOGUE["raynaud.day_pattern"].choices]
    rows = "".join(f"2026-01-0{n},{word}\n" for n, word in enumerate([*words, "who knows"], 1))
    found = draft("Date,Raynaud’s over the day\n" + rows, tmp_path)
    pattern = thing(found, "Raynaud’s over the day")
    assert found.unanswered() == [pattern]
    content = read(found)
    assert len(content.readings) == len(words)
    assert [one.reason for one in content.refusals] == [
        "“who knows” is none of the answers of “Raynaud’s over the day”"
    ]
    take = found.takes[pattern]
    told = found.with_take(pattern, replace(take, words={**take.words, "who knows": ""}))
    assert not read(told).refusals


def test_only_the_first_of_many_things_that_are_left_out_are_named(tmp_path):
    names = [f"x{n}" for n in range(7)]
    content = read(draft(f"Date,{','.join(names)}\n2026-01-01{',7' * 7}\n", tmp_path))
    (line,) = content.notices
    assert line.endswith("“x4” and 2 more.")


def test_a_long_scale_is_said_by_its_ends_and_its_middle(tmp_path):
    content = read(draft("Date,Pain (0-100)\n2026-01-01,74\n", tmp_path))
    assert values(content) == {("2026-01-01", "general.pain"): 7}
    assert any("0 becomes 0, 50 becomes 5 and 100 becomes 10." in line for line in content.notices)


def test_a_value_without_a_name_is_shown_and_not_lost_unsaid(tmp_path):
    found = draft(LONG_APP + '"2026-03-16","09:00","Symptom","","3",""\r\n', tmp_path)
    assert "Values without a name" in map(str, found.takes)


def test_a_quotation_mark_that_never_closes_in_a_long_file_is_said_too(tmp_path):
    with pytest.raises(BadFileError, match="line 3"):
        draft(HEAD + '2026-01-01,7\n2026-01-02,"' + "x\n" * 400_000, tmp_path)


def test_a_dash_is_no_note(tmp_path):
    content = read(draft("Date,Notes,Pain\n2026-01-01,-,7\n2026-01-02,N/A,6\n", tmp_path))
    assert not content.notes
