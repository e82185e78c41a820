"""Fields of the patient's own, and their readings, go out and come in like all others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.folder import open_diary
from db.records import CustomField, Everything, Preference, Profile, Put, Reading
from db.store import Store
from diary.custom import own_fields
from diary.exchange.importing import read_file
from diary.field import Kind
from diary.fields import CATALOGUE
from tests.exchange.diaries import NOW, add, exported, preview, read_back

DAY = date(2026, 11, 20)
JAW = CustomField(
    key="custom.0a1b2c3d", name="Jaw", kind="choice", choices=("Left", "Right"), recorded_at=NOW
)
WATER = CustomField(
    key="custom.1a1b2c3d", name="Water", kind="measure", unit="l", maximum=99, recorded_at=NOW
)
READINGS = (Reading(DAY, JAW.key, "c2", NOW), Reading(DAY, WATER.key, 1.5, NOW))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    opened = open_diary(tmp_path / "other")
    yield opened
    opened.close()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_they_come_back_byte_for_byte(
    form: str, store: Store, other: Store, tmp_path: Path
) -> None:
    store.write(Put(record) for record in (JAW, replace(WATER, archived=True), *READINGS))
    sent = exported(store.everything(), form)
    report = add(other, read_back(sent, tmp_path))

    assert report.refused == 0
    assert exported(other.everything(), form) == sent


@pytest.mark.parametrize("fields", [[JAW], []])
def test_a_skipped_reading_is_named_as_the_patient_names_it(
    fields: list[CustomField], store: Store, other: Store, tmp_path: Path
) -> None:
    store.write(Put(record) for record in (JAW, READINGS[0]))
    sent = json.loads(exported(store.everything(), "json"))
    other.write(Put(record) for record in (JAW, replace(READINGS[0], value="c1")))
    file = tmp_path / "given"
    file.write_text(json.dumps(sent if fields else sent | {"custom_fields": []}))

    parsed = read_file(file, CATALOGUE.with_own(own_fields([JAW])), NOW)
    lines = "\n".join(preview(other, parsed).lines)

    assert "Jaw" in lines
    assert JAW.key not in lines


def content(**lists: Any) -> bytes:
    given = json.loads(exported(Everything(Profile(), READINGS, (), (), (JAW, WATER)), "json"))
    return json.dumps(given | lists).encode()


def test_a_reading_may_stand_before_its_field(tmp_path: Path) -> None:
    given = json.loads(content())
    turned = {key: given[key] for key in sorted(given, key=lambda key: key == "custom_fields")}
    assert list(turned)[-1] == "custom_fields"

    parsed = read_back(json.dumps(turned).encode(), tmp_path)
    assert parsed.refusals == []
    assert tuple(parsed.readings) == READINGS


def test_a_reading_of_an_unknown_field_is_refused(tmp_path: Path) -> None:
    parsed = read_back(content(custom_fields=[]), tmp_path)
    assert len(parsed.refusals) == 2
    assert "custom.0a1b2c3d" in str(parsed.refusals[0])


def test_fields_that_the_diary_has_need_not_be_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "given"
    file.write_bytes(content(custom_fields=[]))
    parsed = read_file(file, CATALOGUE.with_own(own_fields([JAW, WATER])), NOW)
    assert parsed.refusals == []


def test_the_value_must_fit_its_own_field(tmp_path: Path) -> None:
    wrong = {"day": "2026-11-20", "field": JAW.key, "value": "c9"}
    parsed = read_back(content(readings=[{**wrong, "recorded_at": NOW.isoformat()}]), tmp_path)
    assert "Jaw" in str(parsed.refusals[0])


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("key", "skin.itch"),
        ("name", "  "),
        ("choices", ["only one"]),
        ("choices", ["twice", "Twice "]),
        ("maximum", 0),
    ],
)
def test_a_field_that_cannot_be_is_refused(part: str, value: object, tmp_path: Path) -> None:
    given = json.loads(content())["custom_fields"]
    given[0][part] = value
    assert given[0]["kind"] == Kind.CHOICE
    parsed = read_back(content(custom_fields=given, readings=[]), tmp_path)
    assert len(parsed.refusals) == 1
    assert f"“{part}”" in str(parsed.refusals[0])


@pytest.mark.parametrize("value", ["{", "NaN" * 2, "[" * 100_000, "5", "[5]", '{"a": 1}'])
def test_a_choice_of_how_the_diary_is_kept_must_be_json_of_its_type(
    value: str, tmp_path: Path
) -> None:
    diary = Everything(Profile(), (), (), (), (Preference("fields.off", value),))
    parsed = read_back(exported(diary, "json"), tmp_path)
    assert len(parsed.refusals) == 1
