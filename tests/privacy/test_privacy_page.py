"""docs/privacy.md and the window say the same of the same files."""

from __future__ import annotations

import re
from pathlib import Path

from diary.trace_kinds import Guard, Kind
from diary.ui.privacy_words import NEVER, TRACES, UNREACHED, WHILE_OPEN, guard_words

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "privacy.md").read_text("utf-8").split())
ROW = re.compile(r"\| ([^|]+) \| `([^|]+)` \| ([^|]+) \| (\w+) \|")


def test_the_page_has_each_kind_of_file_in_its_order() -> None:
    rows = [tuple(cell.strip() for cell in row) for row in ROW.findall(PAGE)]

    about = [kind.value for kind in Kind]
    assert rows == [
        (each.name.text, each.usual, each.holds.text, each.guard.value) for each in about
    ]


def test_the_page_has_each_sentence_of_the_window() -> None:
    missing = [
        each.text for each in (*NEVER, *UNREACHED, *WHILE_OPEN, TRACES) if each.text not in PAGE
    ]

    assert missing == []


def test_with_and_without_a_passphrase_other_words_are_said() -> None:
    said = {
        (guard, sealed): guard_words(guard, sealed=sealed)
        for guard in Guard
        for sealed in (True, False)
    }

    assert said[Guard.NOTHING, True] == said[Guard.NOTHING, False]
    assert said[Guard.OWN, True] == said[Guard.OWN, False]
    assert said[Guard.APART, True] == said[Guard.KEY, True]
    assert len(set(said.values())) == len(said) - 3
