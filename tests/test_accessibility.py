"""What docs/accessibility.md names as shown by a test is there, and each clause has a state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", PAGE)))
CLAUSES = re.findall(r"^\| (?:5|11|12)\..*$", PAGE, re.MULTILINE)
STATES = ("met", "partly", "not met", "needs people", "does not apply")


@pytest.mark.parametrize("named", NAMED)
def test_it_is_there(named: str) -> None:
    file, _colons, test = named.partition("::")
    wanted = rf"^def {test}\(" if test else "^def test_"
    assert re.search(wanted, (ROOT / file).read_text("utf-8"), re.MULTILINE)


def test_each_clause_says_how_far_it_is_met() -> None:
    assert len(CLAUSES) > 35
    for line in CLAUSES:
        _empty, _clause, does, _shown, state, _end = line.split("|")
        assert does.strip()
        assert state.strip().startswith(STATES), line
