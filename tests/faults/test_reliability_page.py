"""The page that tells what was tried has the table that the long sweeps print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults import totals
from tests.faults.sweep import Tally

PAGE = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text("utf-8")
ROW = re.compile(r"^\| ([\w ,]+) \| ([\d,]+) \| ([\d,]+) \| (\d+) \|$", re.MULTILINE)


def test_the_page_has_a_row_of_each_sweep_and_nothing_was_lost() -> None:
    table = PAGE.partition(totals.HEAD)[2].partition("\n\n")[0]
    rows = {what: (points, lost) for what, points, _said, lost in ROW.findall(table)}

    assert list(rows) == [
        totals.KILLED,
        totals.FAILING,
        totals.POWER,
        totals.FLIPPED,
        totals.WORDS,
        totals.KEYS,
    ]
    assert all(lost == "0" for _points, lost in rows.values())
    assert all(int(points.replace(",", "")) > 500 for points, _lost in rows.values())


def test_the_printed_table_has_the_form_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(totals, "_rows", {})
    assert list(totals.lines()) == []
    totals.add(totals.POWER, Tally(1_000, 20))
    totals.add(totals.POWER, Tally(500, 1, ["a loss"]))

    assert "\n".join(totals.lines()).startswith(totals.HEAD)
    assert ROW.findall("\n".join(totals.lines())) == [(totals.POWER, "1,500", "21", "1")]
