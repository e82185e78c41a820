"""The page that says which tests cause each fault is held to the tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "faults.md").read_text("utf-8")
FAULTS = range(1, 49)
ROW = re.compile(r"^\| (\d+ )?([^|*]+) \| (.*`.*) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")
ROWS = {number.strip() or what: tests for number, what, tests in ROW.findall(PAGE)}


def names(file: Path) -> set[str]:
    """The tests in a file."""
    return set(re.findall(r"^def (test_\w+)\(", file.read_text("utf-8"), re.MULTILINE))


def test_each_fault_has_its_row() -> None:
    assert [int(row) for row in ROWS if row.isdigit()] == list(FAULTS)
    assert any(row.startswith("no network") for row in ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_each_test_of_a_fault_is_there(row: str) -> None:
    """A file alone stands for its tests that begin with the fault's number."""
    named = NAMED.findall(ROWS[row])
    assert named
    for file, test in named:
        found = names(TESTS / file)
        assert test in found if test else any(each.startswith(f"test_{row}_") for each in found)


def test_each_test_that_is_numbered_stands_in_its_row() -> None:
    forgotten = {
        f"{file.relative_to(TESTS)}::{test}"
        for file in TESTS.rglob("test_*.py")
        for test in names(file)
        if (number := re.match(r"test_(\d+)_", test))
        and file.relative_to(TESTS).as_posix() not in ROWS.get(number[1], "")
    }

    assert not forgotten, "add these to docs/faults.md"
