"""The zip of tables: cells that no spreadsheet runs, and files that are not ours."""

from __future__ import annotations

import csv
import io
import stat
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import DiaryError
from db.records import Everything, Note
from diary.demo import sample
from diary.exchange.content import BadFileError
from diary.exchange.csv_cells import TABLES, cell, guarded, unguarded
from diary.exchange.csv_in import REAL
from tests.exchange.diaries import NOW, exported, read_back

DIARY = sample(days=20)
WHOLE = exported(DIARY, "csv")


def tables(content: bytes = WHOLE) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(name: str, change: Callable[[str], str], encoding: str = "utf-8") -> bytes:
    """The sample's zip with one table changed."""
    found = tables()
    found[name] = change(found[name].decode("utf-8-sig")).encode(encoding)
    return zipped(found)


def first_value(text: str) -> Callable[[str], str]:
    """Put another value into the first reading (line 2) of the table."""

    def change(table: str) -> str:
        lines = table.split("\r\n")
        cells = lines[1].split(",")
        lines[1] = ",".join([*cells[:2], text, *cells[3:]])
        return "\r\n".join(lines)

    return change


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-5", "-5"), ("-5.25", "-5.25"),
        ("-5 of them", "'-5 of them"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("\nx", "'\nx"), ("\uff1d1", "'\uff1d1"), ("'quoted'", "''quoted'"), ("plain", "plain"),
        ("", ""), ("--5", "'--5"), ("a=1", "a=1"),
    ],
)  # fmt: skip
def test_a_cell_is_never_a_formula_and_comes_back(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_known_as_one_in_its_cell(number: float) -> None:
    assert REAL.fullmatch(cell(number))


@settings(deadline=None)
@given(text=st.text())
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_spreadsheet_finds_no_formula_in_the_tables(tmp_path: Path) -> None:
    note = Note(DIARY.readings[0].day, '=HYPERLINK("http://x")', NOW)
    content = exported(replace(DIARY, notes=(note,)), "csv")

    rows = list(csv.reader(io.StringIO(tables(content)["notes.csv"].decode("utf-8-sig"))))

    assert rows[1][1].startswith("'=")
    assert read_back(content, tmp_path).notes == [note]


def test_the_tables_open_in_a_spreadsheet() -> None:
    for name, content in tables().items():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.decode("utf-8-sig").split("\r\n")[0] == ",".join(TABLES[name])


def test_the_attacks_of_an_older_export_come_in(tmp_path: Path) -> None:
    def older(table: str) -> str:
        lines = table.removesuffix("\r\n").split("\r\n")
        return "\r\n".join(line.rpartition(",")[0] for line in lines) + "\r\n"

    assert DIARY.attacks
    assert read_back(changed("attacks.csv", older), tmp_path).everything() == DIARY


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_is_seen_in_the_first_line(separator: str, tmp_path: Path) -> None:
    content = changed("readings.csv", lambda table: table.replace(",", separator))

    assert read_back(content, tmp_path).everything() == DIARY


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('"4,0"', "“4,0” does not fit"),
        ("4.0", "“4.0” does not fit"),
        ("11", "0 to 10"),
        ("", "whole number"),
        ("9" * 5000, "whole number"),
        ("none", "“none” does not fit"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_line(
    cell: str, expected: str, tmp_path: Path
) -> None:
    refusals = read_back(changed("readings.csv", first_value(cell)), tmp_path).refusals

    assert len(refusals) == 1
    assert str(refusals[0]).startswith("readings.csv, line 2: ")
    assert expected in str(refusals[0])


def test_an_ambiguous_date_is_asked_and_not_guessed(tmp_path: Path) -> None:
    day = DIARY.notes[0].day if DIARY.notes else DIARY.readings[0].day
    content = changed(
        "readings.csv", lambda table: table.replace(day.isoformat() + ",", "03/04/2026,", 1)
    )

    (refusal,) = read_back(content, tmp_path).refusals

    assert "can mean 2026-03-04 or 2026-04-03" in str(refusal)


BROKEN: dict[str, tuple[bytes, str]] = {
    "UTF-16": (changed("readings.csv", str, "utf-16"), "UTF-16"),
    "Latin-1": (changed("notes.csv", lambda t: t + "2026-06-01,é,x\r\n", "latin-1"), "UTF-8"),
    "an open quotation mark": (changed("notes.csv", lambda t: t + '2026-06-01,"a'), "not closed"),
    "a column too few": (changed("readings.csv", lambda t: t + "2026-06-01\r\n"), "columns"),
    "a column too many": (
        changed("readings.csv", lambda t: t.replace("\r\n", ",\r\n", 2)),
        "cannot be read at line 1",
    ),
    "other columns": (changed("readings.csv", lambda t: "a,b\r\n" + t), "line 1"),
    "an empty table": (changed("readings.csv", lambda _t: ""), "line 1"),
    "a huge cell": (changed("notes.csv", lambda t: t + "2026-06-01," + "ab" * 9_000_000), "line"),
    "no about": (zipped({"readings.csv": b""}), "about.csv"),
    "about another format": (
        changed("about.csv", lambda t: t.replace("\nscleroderma", "\nother")),
        "export",
    ),
    "a version to come": (
        changed("about.csv", lambda t: t.replace("diary,1,", "diary,2,")),
        "version 2",
    ),
    "an empty zip": (zipped({}), "export"),
    "cut off": (WHOLE[: len(WHOLE) // 2], "damaged"),
    "two bytes missing": (WHOLE[:10] + WHOLE[12:], "damaged"),
    "another zip": (zipped({"word/document.xml": b"<x/>"}), "export"),
    "a folder": (zipped(tables() | {"notes/": b""}), "export"),
    "a path up": (zipped(tables() | {"../../evil.csv": b"x"}), "export"),
    "an absolute path": (zipped(tables() | {"/tmp/evil.csv": b"x"}), "export"),  # noqa: S108 - never written
    "another packing": (zipped(tables(), ZIP_BZIP2), "export"),
    "a bomb": (zipped(tables() | {"notes.csv": b"0" * 150_000_000}), "far more"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_zip_that_is_no_export_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    content, expected = BROKEN[case]

    with pytest.raises(BadFileError) as raised:
        read_back(content, tmp_path)

    assert expected in str(raised.value)


def test_a_link_in_the_zip_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO()
    link = ZipInfo("notes.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(stream, "w") as archive:
        archive.writestr("about.csv", tables()["about.csv"])
        archive.writestr(link, "/etc/passwd")

    with pytest.raises(BadFileError):
        read_back(stream.getvalue(), tmp_path)


def test_a_part_without_a_name_is_refused(tmp_path: Path) -> None:
    """Found by fuzzing: a zip whose bytes were overwritten."""
    overwritten = zipped(tables() | {"NAMELESS": b""}).replace(b"NAMELESS", bytes(8))

    with pytest.raises(BadFileError, match="something else"):
        read_back(overwritten, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_table_twice_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(WHOLE)
    with ZipFile(stream, "a") as archive:
        archive.writestr("notes.csv", tables()["notes.csv"])

    with pytest.raises(BadFileError):
        read_back(stream.getvalue(), tmp_path)


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    content = bytearray(WHOLE)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)

    with pytest.raises(BadFileError, match="password"):
        read_back(bytes(content), tmp_path)


def test_a_directory_of_a_million_names_is_not_read(tmp_path: Path) -> None:
    end = WHOLE.rfind(b"PK\x05\x06")
    long = (200_000_000).to_bytes(4, "little")

    with pytest.raises(BadFileError):
        read_back(WHOLE[: end + 12] + long + WHOLE[end + 16 :], tmp_path)


def test_a_damaged_table_is_refused(tmp_path: Path) -> None:
    content = bytearray(WHOLE)
    with ZipFile(io.BytesIO(WHOLE)) as archive:
        at = archive.getinfo("readings.csv").header_offset
    content[at + 200 : at + 260] = b"\0" * 60

    with pytest.raises(BadFileError):
        read_back(bytes(content), tmp_path)


def test_an_empty_diary_goes_out_and_in(tmp_path: Path) -> None:
    assert read_back(exported(Everything(), "csv"), tmp_path).everything() == Everything()


@settings(deadline=None)
@given(at=st.integers(0, len(WHOLE) - 1), sign=st.binary(min_size=1, max_size=4))
def test_no_damage_whatever_breaks_the_import(at: int, sign: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            read_back(WHOLE[:at] + sign + WHOLE[at + len(sign) :], Path(folder))
        except DiaryError as refused:
            assert str(refused)  # noqa: PT017 - a sentence is one of the two right answers


@settings(deadline=None)
@given(
    name=st.sampled_from(["readings.csv", "notes.csv", "attacks.csv", "profile.csv"]),
    cells=st.lists(st.text(max_size=30), min_size=1, max_size=14),
)
def test_no_row_whatever_breaks_the_import(name: str, cells: list[str]) -> None:
    row = io.StringIO()
    csv.writer(row).writerow((cells * 14)[: len(TABLES[name])])
    with tempfile.TemporaryDirectory() as folder:
        try:
            content = changed(name, lambda table: table + row.getvalue(), "utf-8")
            read_back(content, Path(folder))
        except (DiaryError, UnicodeEncodeError) as refused:
            assert str(refused)  # noqa: PT017 - as above
