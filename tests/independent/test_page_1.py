"""Every figure printed on page 1 of three sample diaries, worked out a second time.

`recompute` has nothing but the JSON export. Row by row, what it finds must be what stands in the
PDF's own text behind the same words: the same figures in the same order, and nothing else.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.folder import open_diary
from db.records import Put
from diary.demo import sample
from diary.exchange.json_out import write_json
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, make
from tests.independent.recompute import Rows, page_1

LAST = date(2026, 11, 21)
MADE = datetime(2026, 11, 22, 9, tzinfo=UTC)
QUARTER = Period.months(LAST, 3)

# Where each section begins and ends in the text of page 1.
PARTS = {
    "head": ("Scleroderma diary", "Made on"),
    "coverage": ("Not a clinical assessment.", "What I would like"),
    "changes": ("day by day", "Higher is worse"),
    "raynaud": ("change, 14 days", "Attacks of a day:"),
    "digestion": ("of 7 recorded", "Raynaud’s and skin, day by day"),
    "medicines": ("Medicines", "Sores and measurements"),
    "watched": ("Sores and measurements", "Sample Patient"),
}

# The row of the weather goes first where the table has no room for all; this is said instead.
WEATHER = "Coldest outdoors °C"
ELSEWHERE = re.compile(r"1 more field, page \d+\.")


@dataclass(frozen=True)
class Sample:
    """One sample diary: its export, the period, and the text of page 1 of its summary."""

    export: dict[str, Any]
    period: Period
    text: str

    def disagreements(self, part: str) -> list[str]:
        """Rows of a part of page 1 that do not say what the export says."""
        rows = page_1(self.export, self.period.first, self.period.last)[part]
        text = between(self.text, *PARTS[part])
        if ELSEWHERE.search(text):
            del rows[WEATHER]
        printed = row_texts(ELSEWHERE.sub("", text), rows)
        return [
            f"{label}: printed {printed[label]!r}, recomputed {cells}"
            for label, cells in rows.items()
            if label not in printed or (cells and closed(printed[label]) != closed("".join(cells)))
        ]


@pytest.fixture(
    scope="module",
    params=[(1, QUARTER), (2, QUARTER), (3, QUARTER), (1, Period.ending(LAST, 7))],
    ids=["seed 1", "seed 2", "seed 3", "a week of seed 1"],
)
def diary(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    seed, period = request.param
    with closing(open_diary(tmp_path_factory.mktemp("sample") / "diary")) as store:
        store.write(Put(each) for each in sample(365, LAST, seed).records())
        exported = BytesIO()
        write_json(store.everything(), exported, MADE)
        pdf = make(store, CATALOGUE, period, Options(MADE))
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
    return Sample(json.loads(exported.getvalue()), period, " ".join(text.split()))


@pytest.mark.parametrize("part", PARTS)
def test_what_is_printed_is_what_the_export_says(diary: Sample, part: str) -> None:
    assert diary.disagreements(part) == []


@pytest.mark.parametrize(
    ("entry", "change", "part"),
    [
        ("readings", {"field": "skin.tightness", "value": 10}, "changes"),
        ("readings", {"field": "raynaud.attack_count", "value": 60}, "raynaud"),
        ("readings", {"field": "digestion.bloating", "value": 0}, "digestion"),
        ("measurements", {"measure": "blood_pressure", "value": 199.0}, "watched"),
        ("attacks", {"pain": 10}, "raynaud"),
    ],
)
def test_other_values_would_be_noticed(
    diary: Sample, entry: str, change: dict[str, Any], part: str
) -> None:
    """The comparison itself can fail: some last entries of the period are made other ones."""
    kind = {key: change[key] for key in ("field", "measure") if key in change}
    export = json.loads(json.dumps(diary.export))
    for each in [each for each in export[entry] if kind.items() <= each.items()][-10:]:
        each.update(change)

    assert replace(diary, export=export).disagreements(part)


def closed(words: str) -> str:
    """Without spaces: where columns are close, the text of a PDF has none between them."""
    return "".join(words.split())


def between(text: str, begin: str, end: str) -> str:
    start = text.index(begin) + len(begin)
    return text[start : text.index(end, start)]


def row_texts(printed: str, rows: Rows) -> dict[str, str]:
    """What stands behind each label that is there, up to the next one."""
    found = [(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", printed), label) for label in rows]
    places = sorted((match.start(), match.end(), label) for match, label in found if match)
    ends = [*(start for start, _end, _label in places[1:]), len(printed)]
    return {
        label: printed[begin:end] for (_start, begin, label), end in zip(places, ends, strict=True)
    }


def test_the_recomputation_needs_the_standard_library_alone() -> None:
    for file in Path(__file__).parent.glob("*.py"):
        if file.name.startswith("test_"):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        named += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        others = {name for name in named if not name.startswith("tests.independent")}
        assert {name.partition(".")[0] for name in others} <= sys.stdlib_module_names
