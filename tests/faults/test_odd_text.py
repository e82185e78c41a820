"""Fault 33: a note of any signs is kept, sent on and printed, or the one change is known."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from db.folder import open_diary
from db.records import Note, Put
from db.store import Store
from diary.exchange.importing import bring, compare, read_file
from diary.fields import CATALOGUE
from diary.merging import Choices
from diary.summary import make
from tests.exchange.diaries import NOW, exported
from tests.summary.examples import LAST, MADE, PERIOD
from tests.summary.test_pdf import APPENDIX

ODD = {
    "emoji": "sore 👩🏽‍⚕️🦀",
    "combining marks": "e\u0301 a\u0308\u0304 Z" + "\u0300" * 40,
    "right to left": "כואב اليوم and left again",
    "overrides": "pay \u202egpj.exe\u202c now \u2066\u2069",
    "NUL": "before\x00after",
    "line ends": "one\r\ntwo\rthree\nfour\u2028five",
    "a mark of byte order": "\ufeffbegins",
    "signs of no use": "\x07\x1b[31mred\x7f\ufffe",
    "formula": "=HYPERLINK(1)",
}


def through(store: Store, form: str, place: Path) -> list[Note]:
    """The notes of another diary, after an export from this one and an import there."""
    file = place / "moved"
    file.write_bytes(exported(store.everything(), form))
    with closing(open_diary(place / "other")) as other:
        bring(other, compare(other, read_file(file, CATALOGUE, NOW)), Choices())
        return list(other.everything().notes)


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("case", ODD)
def test_33_odd_text_is_the_same_after_every_way(
    case: str, form: str, store: Store, tmp_path: Path
) -> None:
    note = Note(LAST, ODD[case], MADE)
    store.write([Put(note)])

    assert store.everything().notes == (note,)
    assert through(store, form, tmp_path) == [note]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_33_ten_million_bytes_are_the_same_after_every_way(
    form: str, store: Store, tmp_path: Path
) -> None:
    note = Note(LAST, "0123456789é🦀" * 640_000, MADE)
    store.write([Put(note)])

    assert through(store, form, tmp_path) == [note]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_33_half_a_sign_becomes_a_mark_that_stays(form: str, store: Store, tmp_path: Path) -> None:
    """No file can hold a lone surrogate: the store itself writes the mark, once."""
    store.write([Put(Note(LAST, "a\ud83db", MADE))])

    assert through(store, form, tmp_path) == [Note(LAST, "a\ufffdb", MADE)]


def test_33_odd_text_is_printed(store: Store) -> None:
    """Which letters a reader sees is in tests/summary/test_letters.py."""
    store.write(
        Put(Note(LAST.replace(day=1 + number), text, MADE))
        for number, text in enumerate(ODD.values())
    )

    assert make(store, CATALOGUE, PERIOD, APPENDIX).startswith(b"%PDF")
