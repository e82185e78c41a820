"""What is wrong with a JSON file is said, with its place; nothing odd gets through."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import DiaryError
from diary.demo import sample
from diary.exchange.content import BadFileError
from diary.exchange.intake import MOST_REFUSALS
from tests.exchange.diaries import exported, read_back

READING = {
    "day": "2026-01-31",
    "field": "skin.tightness",
    "value": 4,
    "recorded_at": "2026-01-31T20:15:00+00:00",
}
ATTACK = {
    "id": "0190b5a0-0000-7000-8000-000000000001",
    "started_at": "2026-01-31T08:00:00+00:00",
    "zone": "Europe/London",
    "recorded_at": "2026-01-31T08:20:00+00:00",
}
NOTE = {"day": "2026-01-31", "text": "Cold.", "recorded_at": "2026-01-31T20:15:00+00:00"}
HEAD = '{"format": "scleroderma-diary", "version": 1, "readings": ['


def document(**parts: Any) -> bytes:
    return json.dumps({"format": "scleroderma-diary", "version": 1, **parts}).encode()


def reading(**other: Any) -> bytes:
    return document(readings=[READING, READING | {"day": "2026-01-30"} | other])


def attack(**other: Any) -> bytes:
    return document(attacks=[ATTACK | other])


REFUSED_ROWS = {
    "out of range": (reading(value=11), "0 to 10"),
    "below the range": (reading(value=-1), "0 to 10"),
    "a fraction": (reading(value=4.5), "4.5"),
    "yes for a scale": (reading(value=True), "True"),
    "a text for a scale": (reading(value="4"), "whole number"),
    "a list for a scale": (reading(value=[4]), "whole number"),
    "nothing for a scale": (reading(value=None), "whole number"),
    "a number past all floats": (HEAD.encode() + b'{"day": "2026-01-30", "field": '
        b'"skin.itch", "value": 1e400, "recorded_at": "2026-01-31T20:15:00+00:00"}]}', "inf"),
    "unknown field": (reading(field="skin.colour"), "skin.colour"),
    "a field that is no text": (reading(field=7), "7"),
    "unknown key": (reading(extra=1), "extra"),
    "missing key": (document(readings=[{"day": "2026-01-31"}]), "missing"),
    "future day": (reading(day="2026-11-23"), "not come yet"),
    "no day": (reading(day="2026-02-30"), "2026-02-30"),
    "a day of another calendar form": (reading(day="20260131"), "year-month-day"),
    "ambiguous day": (reading(day="03/04/2026"), "2026-03-04 or 2026-04-03"),
    "a day before 1900": (reading(day="1066-10-14"), "1900"),
    "no offset": (reading(recorded_at="2026-01-31T20:15:00"), "offset"),
    "a number for a moment": (reading(recorded_at=5), "offset"),
    "the same twice": (document(readings=[READING, READING]), "twice"),
    "a row that is no entry": (document(readings=[READING, 5]), "named values"),
    "an empty note": (document(notes=[NOTE | {"text": " "}]), "empty"),
    "a note that is a number": (document(notes=[NOTE | {"text": 5}]), "text"),
    "two notes of a day": (document(notes=[NOTE, NOTE]), "twice"),
    "an id that is none": (attack(id="1"), "UUID"),
    "unknown zone": (attack(zone="Mars/Olympus"), "zone"),
    "a zone that is a path": (attack(zone="../../etc/passwd"), "zone"),
    "unknown colour": (attack(colours=["green"]), "green"),
    "a colour that is a list": (attack(colours=[["red"]]), "red"),
    "a colour twice": (attack(colours=["red", "red"]), "twice"),
    "colours that are a text": (attack(colours="red"), "a list"),
    "pain of 11": (attack(pain=11), "0 to 10"),
    "an attack of a month": (attack(minutes=50_000), "minutes"),
    "going on with an end": (attack(minutes=5, ongoing=True), "going"),
    "going on perhaps": (attack(ongoing="yes"), "true or false"),
    "an attack to come": (attack(started_at="2026-12-01T08:00:00+00:00"), "not come yet"),
    "counted two days before": (
        attack(started_at="2026-11-03T03:00:00+00:00", counted_on="2026-11-01"), "counted_on"),
    "counted the day after": (
        attack(started_at="2026-11-03T03:00:00+00:00", counted_on="2026-11-04"), "counted_on"),
    "an afternoon counted the day before": (
        attack(started_at="2026-11-03T15:00:00+00:00", counted_on="2026-11-02"), "counted_on"),
    "counted on no day": (attack(counted_on="2026-02-30"), "2026-02-30"),
    "counted on a number": (attack(counted_on=5), "year-month-day"),
    "two attacks of one id": (document(attacks=[ATTACK, ATTACK]), "twice"),
    "born in the future": (document(profile={"born": "2030-01-01"}), "not come yet"),
    "a profile that is a list": (document(profile=[]), "named values"),
}  # fmt: skip

BROKEN = {
    "nothing": (b"", "export"),
    "spaces": (b"  \n ", "export"),
    "a list": (b"[]", "export"),
    "a word": (b"hello", "export"),
    "cut off in an entry": (document(readings=[READING])[:-30], "cut off"),
    "cut off after an entry": (document(readings=[READING])[:-2], "missing"),
    "a comma missing": (HEAD.encode() + b"{} {}]}", "missing"),
    "another format": (b'{"format": "other", "version": 1}', "export"),
    "no version": (b'{"format": "scleroderma-diary"}', "export"),
    "a version to come": (b'{"format": "scleroderma-diary", "version": 2}', "version 2"),
    "a list that it does not know": (document(bruises=[]), "bruises"),
    "more after the end": (document() + b"{}", "after its end"),
    "a part twice": (b'{"format": "scleroderma-diary", "format": "x"}', "twice"),
    "a key twice": (HEAD.encode() + b'{"day": "2026-01-31", "day": "2026-01-30"}]}', "day"),
    "an entry in an entry": (document(readings=[{"day": {"day": 1}}]), "inside another"),
    "NaN": (document(readings=[READING | {"value": float("nan")}]), "NaN"),
    "minus infinity": (document(readings=[READING | {"value": float("-inf")}]), "Infinity"),
    "5,000 digits": (HEAD.encode() + b'{"value": ' + b"7" * 5000 + b"}]}", "digits"),
    "100,000 deep": (HEAD.encode() + b'{"value": ' + b"[" * 100_000, "deep"),
    "100,000 deep at once": (b"[" * 100_000, "export"),
    "100,000 objects deep": (b'{"readings": ' + b'{"a":' * 100_000, "not a list"),
    "100,000 deep as format": (b'{"format": ' + b'{"a":' * 100_000, "deep"),
    "UTF-16": (document().decode().encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (document().decode().encode("utf-16-le"), "UTF-16"),
    "Latin-1": (document(notes=[]).replace(b"notes", b"n\xf6tes"), "UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "UTF-8"),
    "readings that are a text": (document(readings="all"), "not a list"),
}


@pytest.mark.parametrize("case", REFUSED_ROWS)
def test_an_entry_that_does_not_fit_is_refused_with_place_and_reason(
    case: str, tmp_path: Path
) -> None:
    content, expected = REFUSED_ROWS[case]

    refusals = read_back(content, tmp_path).refusals

    assert len(refusals) == 1
    assert expected in str(refusals[0])
    assert str(refusals[0]).startswith(("Line 1 (", "Profile"))
    assert len(str(refusals[0])) < 800


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_is_no_export_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    content, expected = BROKEN[case]

    with pytest.raises(BadFileError) as raised:
        read_back(content, tmp_path)

    assert expected in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_place_is_the_line_and_the_entry(tmp_path: Path) -> None:
    lines = exported(sample(days=3), "json").decode().splitlines()
    at = next(number for number, line in enumerate(lines) if line == '"readings": [') + 3
    lines[at] = lines[at].replace('"value": ', '"value": 9')

    (refusal,) = read_back("\n".join(lines).encode(), tmp_path).refusals

    assert str(refusal).startswith(f"Line {at + 1} (readings, entry 3): ")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert len(read_back(b"\xef\xbb\xbf" + document(readings=[READING]), tmp_path).readings) == 1


def test_half_a_surrogate_pair_is_replaced_and_said(tmp_path: Path) -> None:
    content = document(notes=[NOTE | {"text": "a\ud83db"}])

    parsed = read_back(content, tmp_path)

    assert parsed.notes[0].text == "a\ufffdb"
    assert parsed.notices == ["In 1 text, signs that cannot be stored were replaced by \ufffd."]


def test_a_note_of_ten_million_signs_comes_through(tmp_path: Path) -> None:
    text = "0123456789é" * 900_000

    assert read_back(document(notes=[NOTE | {"text": text}]), tmp_path).notes[0].text == text


def test_a_file_full_of_errors_is_not_read_to_its_end(tmp_path: Path) -> None:
    parsed = read_back(document(readings=[READING | {"value": 99}] * 5000), tmp_path)

    assert len(parsed.refusals) == MOST_REFUSALS
    assert "not read further" in parsed.notices[0]


SLOW_MACHINE = 3
MEASURED = """
import sys, time
from pathlib import Path
from diary.cli import main
code = main(sys.argv[1:])
status = Path("/proc/self/status").read_text()
print(code, status.split("VmHWM:")[1].split()[0], time.process_time())
"""
HUGE = {
    "zeros": b"\0",
    "spaces": b" ",
    "one list": b'{"format": [' + b"0," * 100_000,
    "one text": b'{"program": "' + b"a" * 200_000,
    "one number": b'{"version": ' + b"1" * 200_000,
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures as Linux does")
@pytest.mark.parametrize("case", HUGE)
@pytest.mark.parametrize("megabytes", [120, 201])
def test_a_huge_file_is_refused_soon_and_in_little_memory(
    case: str, megabytes: int, tmp_path: Path
) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        start = HUGE[case]
        stream.write(start)
        rest = start[-100_000:] or start
        while stream.tell() < megabytes * 1_000_000:
            stream.write(rest * (1 + 1_000_000 // len(rest)))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "--diary", tmp_path / "d", "import", file],
        capture_output=True,
        text=True,
        check=False,
    )
    code, kilobytes, seconds = done.stdout.split()[-3:]

    assert code == "1"
    assert int(kilobytes) < 200_000
    assert float(seconds) < 2 * SLOW_MACHINE
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "d").exists()


KEYS = sorted({*READING, *NOTE, *ATTACK, "minutes", "colours"})
json_like = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
rows = st.builds(
    dict.__or__, st.sampled_from([READING, NOTE, ATTACK]),
    st.dictionaries(st.sampled_from(KEYS), json_like, max_size=2),
)  # fmt: skip


@settings(deadline=None)
@given(kind=st.sampled_from(["readings", "notes", "attacks", "profile"]), row=rows | json_like)
def test_no_entry_whatever_breaks_the_import(kind: str, row: object) -> None:
    given_row = row if kind == "profile" else [row]
    with tempfile.TemporaryDirectory() as folder:
        try:
            parsed = read_back(document(**{kind: given_row}), Path(folder))
        except DiaryError as refused:
            assert str(refused)  # noqa: PT017 - a sentence is one of the two right answers
        else:
            assert len(parsed.refusals) <= 1


@settings(deadline=None)
@given(cut=st.integers(0, 3000), sign=st.binary(min_size=1, max_size=3))
def test_no_damage_whatever_breaks_the_import(cut: int, sign: bytes) -> None:
    whole = exported(sample(days=2), "json")
    at = cut % len(whole)
    with tempfile.TemporaryDirectory() as folder:
        for content in (whole[:at], whole[:at] + sign + whole[at + 1 :]):
            try:
                read_back(content, Path(folder))
            except BadFileError as refused:
                assert str(refused)  # noqa: PT017 - as above
