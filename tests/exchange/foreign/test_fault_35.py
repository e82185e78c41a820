"""Fault 35: a CSV with the wrong delimiter, BOM, UTF-16, an unclosed quote, a huge field, decimal
commas, 03/04/2026. What is ambiguous is asked, and nothing is taken by halves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diary.exchange.content import BadFileError
from diary.exchange.foreign import table as tables
from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.importing import read_file
from diary.fields import CATALOGUE
from tests.exchange.foreign.tables import (
    AMERICAN,
    GERMAN,
    LONG_APP,
    NOW,
    SLASHES,
    draft,
    read,
    values,
    written,
)


@pytest.mark.parametrize(
    "coding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"]
)
def test_a_byte_order_mark_and_utf_16_say_how_the_letters_are_coded(coding, tmp_path):
    opened = draft("Date;Müdigkeit\n25/12/2025;7\n".encode(coding), tmp_path)
    assert opened.table
    assert opened.table.names == ("Date", "Müdigkeit")


def test_letters_of_an_older_program_are_asked_not_guessed(tmp_path):
    content = "Datum;Müdigkeit\n01.02.2026;3\n".encode("cp1252")
    opened = draft(content, tmp_path)
    assert opened.table is None
    assert "letters" in opened.columns_problem()
    answered = opened.coded("cp1252")
    assert answered.table
    assert answered.table.names == ("Datum", "Müdigkeit")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_sign_between_the_columns_is_found(separator, tmp_path):
    opened = draft(AMERICAN.replace("\t", separator), tmp_path)
    assert opened.table
    assert opened.table.layout.separator == separator
    assert opened.table.names == ("Date", "Pain")


def test_the_wrong_sign_between_the_columns_is_said_and_can_be_mended(tmp_path):
    wrong = draft(GERMAN, tmp_path).laid_out(tables.Layout("|"))
    assert "only one column" in wrong.columns_problem()
    right = wrong.laid_out(tables.Layout(";"))
    assert right.columns_problem() == ""


def test_an_unclosed_quotation_mark_names_the_line_where_it_begins(tmp_path):
    with pytest.raises(BadFileError, match="line 3"):
        draft('Date,Note\n2026-01-01,fine\n2026-01-02,"open\n2026-01-03,lost\n', tmp_path)


def test_a_huge_field_is_refused(tmp_path):
    huge = "x" * (tables.LONGEST_TEXT + 1)
    with pytest.raises(BadFileError, match=r"line 2 on: .* a text is too long"):
        draft(f"Date,Note\n2026-01-01,{huge}\n", tmp_path)


def test_a_line_of_nothing_but_separators_is_refused_before_it_fills_the_memory(tmp_path):
    with pytest.raises(BadFileError, match="line 2"):
        draft("Date,Note\n" + "," * (2 * tables.LONGEST_TEXT + 1), tmp_path)


def test_a_table_larger_than_any_diary_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("diary.exchange.foreign.decoding.LARGEST", 10)
    with pytest.raises(BadFileError, match="larger"):
        draft(SLASHES, tmp_path)


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\x00\x01\x02\x03\x00", b"Date,a\n\x00\n"])
def test_what_is_no_table_is_refused(content, tmp_path):
    with pytest.raises(BadFileError):
        draft(content, tmp_path)


def test_a_row_that_a_decimal_comma_has_torn_is_refused_with_its_line(tmp_path):
    opened = draft("Date,Pain\n2026-01-01,7\n2026-01-02,7,5\n2026-01-03,6\n", tmp_path)
    content = read(opened)
    assert [str(one) for one in content.refusals] == [
        "Line 3: it has more cells than there are columns."
    ]


def test_decimal_commas_are_read_as_such(tmp_path):
    opened = draft(GERMAN, tmp_path)
    assert opened.sign is Sign.COMMA
    assert values(read(opened)) == {
        ("2026-04-03", "skin.itch"): 8,
        ("2026-04-03", "general.pain"): 6,
        ("2026-04-14", "skin.itch"): 8,
        ("2026-04-14", "general.pain"): 6,
    }


def test_numbers_that_can_be_two_are_asked(tmp_path):
    opened = draft("Date;Pain\n2026-01-01;1,250\n", tmp_path)
    assert opened.sign is None
    assert opened.survey.signs.example == "1,250"
    assert len(opened.survey.signs.options) == 2


def test_dates_that_can_be_two_are_asked_with_an_example(tmp_path):
    opened = draft(SLASHES, tmp_path)
    assert opened.order is None
    assert opened.survey.days.options == (Order.DAY_MONTH, Order.MONTH_DAY)
    assert opened.survey.days.example == "03/04/2026"
    british = read(replace(opened, order=Order.DAY_MONTH))
    american = read(replace(opened, order=Order.MONTH_DAY))
    assert ("2026-04-03", "general.pain") in values(british)
    assert ("2026-03-04", "general.pain") in values(american)


def test_a_single_row_settles_the_dates_of_all(tmp_path):
    assert draft(AMERICAN, tmp_path).order is Order.MONTH_DAY


def test_years_of_two_digits_can_be_three_days(tmp_path):
    opened = draft("Date,Pain\n03/04/05,7\n", tmp_path)
    assert opened.survey.days.options == tuple(Order)


def test_a_date_of_no_calendar_and_a_future_one_are_refused_by_row(tmp_path):
    opened = draft("Date,Pain\n31/01/2026,7\n31/02/2026,7\n31/12/2026,7\n", tmp_path)
    content = read(opened)
    assert [str(one) for one in content.refusals] == [
        "Line 3, “Date”: “31/02/2026” is no day.",
        "Line 4, “Date”: 31 December 2026 has not come yet.",
    ]


def test_what_does_not_fit_stays_behind_only_when_the_patient_says_so(tmp_path):
    rows = "31/01/2026,7\n31/02/2026,7\n28/02/2026,3\n01/03/2026,5\nTotal,22\n"
    opened = draft("Date,Pain\n" + rows, tmp_path)
    content = read(replace(opened, leave_unfit=True))
    assert not content.refusals
    assert [one.place for one in content.left_out] == ["Line 3, “Date”", "Line 6, “Date”"]
    assert len(content.readings) == 3


def test_a_file_that_fits_nowhere_is_not_read_to_its_end(tmp_path):
    rows = "".join(f"2026-01-01,{n}\n" for n in range(1, 900))
    opened = draft("Date,Pain\n" + rows, tmp_path)
    content = read(replace(opened, order=Order.DAY_MONTH))
    assert len(content.refusals) == 100
    assert "not read further" in content.notices[-1]


def test_the_export_of_an_app_is_read_whole(tmp_path: Path):
    opened = draft(LONG_APP, tmp_path)
    assert opened.shape.is_long
    assert opened.order is not None


def test_the_command_says_where_tables_of_other_programs_are_imported(tmp_path):
    file = written(SLASHES, tmp_path)
    with pytest.raises(BadFileError, match=r"\(.csv, .tsv or .txt\) are imported in the window"):
        read_file(file, CATALOGUE, NOW)
