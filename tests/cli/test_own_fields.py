"""A diary with fields of the patient's own, on the command line."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from db.folder import open_diary
from db.records import CustomField, Put, Reading
from diary.fields import CATALOGUE
from tests.cli.shared import Run

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)
JAW = CustomField(key="custom.0a1b2c3d", name="Stiff jaw", kind="scale10", recorded_at=NOW)
CREAM = CustomField(
    key="custom.1a1b2c3d",
    name="Cream (#panic)",
    kind="choice",
    choices=("Thin", "Thick"),
    cadence="weekly",
    rank=1,
    archived=True,
    recorded_at=NOW,
)
LAST = date(2026, 6, 1)


@pytest.fixture
def own(folder: Path) -> Path:
    """A diary with two fields of its own; one was put away."""
    store = open_diary(folder)
    days = [LAST - timedelta(days=number) for number in range(60)]
    values = [Put(Reading(day, JAW.key, 8 if day > days[30] else 2, NOW)) for day in days]
    values += [Put(Reading(day, CREAM.key, "c2", NOW)) for day in days[::7]]
    store.write([Put(JAW), Put(CREAM), *values])
    store.close()
    return folder


def test_fields_lists_them_after_the_programs(run: Run, own: Path) -> None:
    code, out, err = run("fields")

    lines = out.splitlines()
    assert (code, err, len(lines)) == (0, "", len(CATALOGUE) + 2)
    assert lines[-2].split() == [JAW.key, "scale10", "0-10", "Stiff", "jaw"]
    assert lines[-1].split()[:3] == [CREAM.key, "choice", "c1/c2"]


def test_fields_as_json_says_all_of_them(run: Run, own: Path) -> None:
    code, out, _err = run("fields", "--json")
    jaw, cream = json.loads(out)[-2:]

    assert code == 0
    assert (jaw["key"], jaw["group"], jaw["kind"]) == (JAW.key, "own", "scale10")
    assert (jaw["low"], jaw["high"], jaw["direction"]) == (0, 10, "neutral")
    assert jaw["anchors"] == ["none", "worst imaginable"]
    assert (cream["label"], cream["choices"]) == ("Cream (#panic)", ["c1", "c2"])
    assert (cream["cadence"], cream["recall"]) == ("weekly", "week")
    assert cream["section"] == "how-this-diary-counts"


def test_without_a_diary_there_are_the_programs_alone(run: Run, folder: Path) -> None:
    code, out, _err = run("fields", "--json")

    assert (code, len(json.loads(out))) == (0, len(CATALOGUE))
    assert not folder.exists()


def test_the_summary_has_them_as_their_patient_named_them(
    run: Run, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "summary.pdf"
    first = (LAST - timedelta(days=29)).isoformat()
    told = run("summary", "--output", file, "--from", first, "--to", LAST, "--appendix")
    assert told[0] == 0

    with pypdfium2.PdfDocument(file) as document:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert "Stiff jaw 8 2 ▲ higher" in pages[0]
    assert "Stiff jaw" in pages[1]
    assert "Cream (#panic)" in " ".join(pages[2:])
    assert "a Thin; b Thick" in " ".join(pages[2:])
