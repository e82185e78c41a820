"""The page that tells what was fuzzed has the table that the slow tests print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.fuzz import table
from tests.fuzz.targets import TARGETS

PAGE = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text("utf-8")
ROW = re.compile(r"^\| (\w+) \| ([\d,]+) \| ([\d,]+) \| 0 \|$", re.MULTILINE)


def test_the_page_has_a_row_of_each_target() -> None:
    found = ROW.findall(PAGE.partition(table.HEAD)[2].partition("\n\n")[0])

    rows = {name: int(tried.replace(",", "")) for name, tried, _taken in found}

    assert rows.keys() == TARGETS.keys()
    assert all(tried > 1_000 for tried in rows.values())


def test_what_is_printed_has_the_form_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_rows", {})
    assert list(table.lines()) == []
    table.hear({"json": {"taken": 20, "refused": 1_000}})

    *head, row = table.lines()
    assert "\n".join(head) == table.HEAD
    assert ROW.fullmatch(row)
