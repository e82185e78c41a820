"""Entries and files that no diary writes: refused with the part that does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from diary.exchange import archive, importing, json_in, text_in
from diary.exchange.content import BadFileError
from diary.exchange.intake import MOST_REFUSALS
from diary.exchange.parts import shown
from diary.fields import CATALOGUE
from tests.exchange.diaries import NOW, exported, read_back
from tests.exchange.test_csv_in import DIARY, WHOLE, tables, zipped
from tests.exchange.test_json_in import NOTE, document

AT = "2026-01-31T20:15:00+00:00"
ID = "0190b5a0-0000-7000-8000-00000000000{}"
MEASURED = {
    "id": ID.format(1),
    "measure": "weight",
    "day": "2026-01-31",
    "measured_at": AT,
    "zone": "UTC",
    "value": 60.5,
    "recorded_at": AT,
}
SORE = {"id": ID.format(2), "place": "left_thumb", "noticed": "2026-01-31", "recorded_at": AT}
SORE_DAY = {"sore": ID.format(2), "day": "2026-01-31", "pain": 3, "signs": [], "recorded_at": AT}
QUESTION = {"id": ID.format(3), "text": "Why?", "written": "2026-01-31", "recorded_at": AT}
OWN = {"key": "custom.1", "name": "Jaw", "kind": "scale10", "recorded_at": AT}


def measured(**other: Any) -> bytes:
    return document(measurements=[MEASURED | other])


def sore_day(**other: Any) -> bytes:
    return document(sores=[SORE], sore_days=[SORE_DAY | other])


ODD = {
    "a rank that is nothing": (document(questions=[QUESTION | {"rank": None}]), "a whole number"),
    "a weight in words": (measured(value="heavy"), "a number"),
    "the weight of the moon": (measured(value=1e22), "a number"),
    "a weight that is true": (measured(value=True), "a number"),
    "meant perhaps": (measured(intended="perhaps"), "true or false"),
    "an unknown measure": (measured(measure="luck"), "one of: "),
    "a day of the Middle Ages": (measured(day="1348-05-01"), "before 1900"),
    "a moment at 25 o'clock": (measured(measured_at="2026-01-31T25:00:00+00:00"), "its offset"),
    "the end of all days": (measured(measured_at="9999-12-31T00:00:00+00:00"), "its offset"),
    "a day that can only mean one": (measured(day="31/12/2025"), "year-month-day"),
    "a day that can mean none": (measured(day="13/13/2025"), "year-month-day"),
    "signs in a text": (sore_day(signs="pus"), "a list of words"),
    "signs that are numbers": (sore_day(signs=[1]), "a list of words"),
    "an unknown sign": (sore_day(signs=["music"]), "one of: "),
    "a sign twice": (sore_day(signs=["pus", "pus"]), "twice"),
    "a day of no sore": (document(sore_days=[SORE_DAY]), "is not in this file"),
    "the same sore twice": (document(sores=[SORE, SORE]), "twice"),
    "a key of no field": (document(custom_fields=[OWN | {"key": "jaw"}]), "is like custom"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_entry_that_no_diary_holds_is_refused(case: str, tmp_path: Path) -> None:
    content, expected = ODD[case]

    (refused,) = read_back(content, tmp_path).refusals

    assert expected in refused.reason


def test_a_value_too_deep_to_be_shown_is_named_by_its_kind() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    assert shown(deep) == "list"


# Files.


@pytest.mark.parametrize("length", [1, 3, 40, 1000])
def test_a_file_that_comes_in_small_pieces_is_read_the_same(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given pieces that end within a number, within one sign of a text, within the first mark."""
    content = document(notes=[NOTE | {"text": "🦀 é"}], questions=[QUESTION | {"rank": 12}])
    plain = content.decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    whole = read_back(content, tmp_path).everything()
    monkeypatch.setattr(text_in, "PIECE", length)

    assert read_back(b"\xef\xbb\xbf" + plain.encode(), tmp_path).everything() == whole


def test_an_entry_without_end_is_not_read_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_in, "LONGEST_ENTRY", 1_000)
    monkeypatch.setattr(text_in, "PIECE", 100)

    with pytest.raises(BadFileError, match="too long"):
        read_back(document(notes=[NOTE | {"text": "x" * 5_000}]), tmp_path)


def test_a_file_larger_than_any_diary_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LARGEST_FILE", 100)

    with pytest.raises(BadFileError, match="larger than any diary"):
        read_back(exported(DIARY, "json"), tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()

    with pytest.raises(BadFileError, match="is not a file"):
        importing.read_file(tmp_path / "given", CATALOGUE, NOW)


# Zips.


def test_a_table_full_of_errors_is_not_read_to_its_end(tmp_path: Path) -> None:
    found = tables()
    found["notes.csv"] += b"never,x,\r\n" * 500

    parsed = read_back(zipped(found), tmp_path)

    assert len(parsed.refusals) == MOST_REFUSALS
    assert "not read further" in parsed.notices[0]


def test_a_list_in_brackets_that_is_none_is_refused(tmp_path: Path) -> None:
    found = tables()
    head = found["attacks.csv"].split(b"\r\n")[0].decode("utf-8-sig").split(",")
    row = {"id": ID.format(1), "started_at": AT, "recorded_at": AT, "zone": "UTC", "places": "[x"}
    found["attacks.csv"] += ",".join(row.get(name, "") for name in head).encode() + b"\r\n"

    (refused,) = read_back(zipped(found), tmp_path).refusals

    assert "it takes a list" in refused.reason


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_OF_PHOTOS", "LARGEST_PICTURE"])
def test_a_zip_that_unpacks_to_more_than_a_diary_is_refused(
    limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, limit, 5)
    picture = {f"photos/{ID.format(1)}.jpg": b"123456"}

    with pytest.raises(BadFileError, match="far more than a diary"):
        read_back(zipped(tables() | picture), tmp_path)


def test_a_disk_that_fails_is_not_called_a_damaged_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("zipfile._SharedFile.read", failing)
    with pytest.raises(BadFileError, match="cannot be read: Input/output error"):
        read_back(WHOLE, tmp_path)
