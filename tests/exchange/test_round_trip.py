"""What goes out comes in again, exactly."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

import export_schema
from db.folder import open_diary
from db.records import Everything, Put
from db.store import Store
from diary.demo import sample
from tests.exchange.diaries import add, diaries, exported, read_back

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "export.schema.json"
PACKAGED = ROOT / "diary" / "exchange" / "export.schema.json"


@pytest.mark.parametrize("form", ["json", "csv"])
@settings(deadline=None)
@given(diary=diaries())
def test_any_diary_comes_back_as_it_was(form: str, diary: Everything) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parsed = read_back(exported(diary, form), Path(folder))

    assert parsed.refusals == []
    assert parsed.notices == []
    assert parsed.everything() == diary


@settings(deadline=None)
@given(diary=diaries())
def test_any_diary_fits_the_published_schema(diary: Everything) -> None:
    jsonschema.validate(
        json.loads(exported(diary, "json")),
        json.loads(SCHEMA.read_text()),
        format_checker=jsonschema.FormatChecker(),
    )


def test_the_sample_fits_the_published_schema() -> None:
    content = json.loads(exported(sample(days=120), "json"))

    jsonschema.validate(content, json.loads(SCHEMA.read_text()))

    assert len(content["readings"]) > 500


def test_the_schema_refuses_what_is_not_an_export() -> None:
    content = json.loads(exported(sample(days=3), "json")) | {"surprise": 1}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, json.loads(SCHEMA.read_text()))


def test_the_schema_is_packaged_as_published() -> None:
    assert PACKAGED.read_text() == SCHEMA.read_text()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_second_export_is_the_first(store: Store, tmp_path: Path, form: str) -> None:
    store.write(Put(record) for record in sample(days=60).records())
    first = exported(store.everything(), form)
    other = open_diary(tmp_path / "other")
    try:
        report = add(other, read_back(first, tmp_path))
        second = exported(other.everything(), form)
    finally:
        other.close()

    assert report.refused == 0
    assert second == first


def test_json_is_one_sorted_entry_a_line() -> None:
    diary = sample(days=2)
    lines = exported(diary, "json").decode().splitlines()
    entries = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"day"')]

    assert len(entries) == len(diary.readings) + len(diary.notes)
    assert all(list(entry) == sorted(entry) for entry in entries)
    assert list(json.loads("\n".join(lines))) == sorted(json.loads("\n".join(lines)))


def test_the_schema_follows_the_records() -> None:
    assert json.loads(SCHEMA.read_text()) == export_schema.schema()
