"""Fault 33: odd texts are the same after save, export and import, in every form."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db import backup
from db.folder import open_diary
from db.records import Note, Put
from db.store import Store
from diary.exchange.csv_out import write_csv
from diary.exchange.importing import read_file
from diary.exchange.json_out import write_json
from diary.fields import CATALOGUE
from tests.exchange.diaries import NOW, add

DAY = date(2026, 1, 1)
AT = datetime(2026, 11, 1, 21, tzinfo=UTC)
ODD = {
    "emoji of one person and of a family": "🤕🏽 👩‍👩‍👧‍👦 🏳️‍🌈",
    "combining marks": "e\u0301 ų̂ n\u0303 \u0915\u094d\u0937",
    "right to left, with overrides": "שלום \u202eabc\u202c مرحبا \u2066x\u2069",
    "no sign at all": "a\x00b\x1f\x7f\u0085\ufeff",
    "ends of lines": "a\r\nb\nc\rd\u2028e\u2029f",
    "a formula": '=HYPERLINK("http://x")\t\'+1',
    "quotes and separators": 'a"b""c,d;e\tf\\n\\',
    "markup": "<b>&amp;</b> #let x = 1 $ _ * @ref",
    "spaces at its ends": "  a \n",
    "10 MB": "0123456789é" * 950_000,
}


def as_json(store: Store, file: Path) -> None:
    stream = io.BytesIO()
    write_json(store.everything(), stream, NOW)
    file.write_bytes(stream.getvalue())


def as_csv(store: Store, file: Path) -> None:
    stream = io.BytesIO()
    write_csv(store.everything(), stream, NOW)
    file.write_bytes(stream.getvalue())


def as_backup(store: Store, file: Path) -> None:
    backup.make(store, file, NOW)


@pytest.mark.parametrize("form", [as_json, as_csv, as_backup])
def test_odd_texts_come_back_as_they_were(
    form: Callable[[Store, Path], None], store: Store, tmp_path: Path
) -> None:
    notes = [Note(DAY + timedelta(days=n), text, AT) for n, text in enumerate(ODD.values())]
    store.write(map(Put, notes))
    form(store, tmp_path / "file")

    content = read_file(tmp_path / "file", CATALOGUE, NOW)
    with closing(open_diary(tmp_path / "other")) as other:
        add(other, content)
        found = other.notes(date.min, date.max)

    assert content.notices == []
    assert [note.text for note in found] == list(ODD.values())


def test_half_a_sign_is_replaced_when_it_is_saved(store: Store, tmp_path: Path) -> None:
    store.write([Put(Note(DAY, "a\ud83db", AT))])
    as_json(store, tmp_path / "file")

    (note,) = read_file(tmp_path / "file", CATALOGUE, NOW).notes

    assert note.text == "a\ufffdb"
