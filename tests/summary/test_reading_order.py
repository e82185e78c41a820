"""What a screen reader meets on pages 1 and 2, in its order, told by another program.

The file beside this test holds one line for each heading, row, picture and piece of text. When it
differs, read the difference that the test prints: each line has to be said at the place where it
is. If it is as it should be, write the file anew by
`RENEW=1 pytest tests/summary/test_reading_order.py` and commit it together with the change.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from difflib import unified_diff
from pathlib import Path

import pytest

from db.records import Put
from db.store import Store
from diary import __version__
from diary.demo import sample
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, make

PDFINFO = shutil.which("pdfinfo")
KEPT = Path(__file__).with_name("reading_order.txt")
RENEW = "RENEW"
UNTIL = date(2026, 6, 30)
OPTIONS = Options(datetime(2026, 7, 1, 9, tzinfo=UTC))
PAGE_3 = "H2 What changed: other fields"
TEXT, ELEMENT = re.compile(r' *"(.+)"'), re.compile(r"( *)([A-Z]\w*)")
SILENT = frozenset({"Document", "Div", "Span", "P", "THead", "TBody"})
NO_ROW = 1000
"""Deeper than any element: what lies deeper than a row belongs to its line."""


def told(pdf: Path) -> str:
    """The elements of the structure, one a line, and in quotes the text that each holds.

    Headings have titles too, which poppler writes as they are stored: not always as UTF-8.
    """
    return subprocess.run(
        [str(PDFINFO), "-enc", "UTF-8", "-struct-text", str(pdf)],
        capture_output=True, encoding="utf-8", errors="replace", check=True,
    ).stdout  # fmt: skip


def heard(structure: str) -> Iterator[str]:
    """One line for each thing that is said or passed: `H2 Day by day`, `TR TD Tiredness TD 3`."""
    words: list[str] = []
    row = NO_ROW
    for line in structure.split("\n"):
        if text := TEXT.fullmatch(line):
            words += text[1].split()
        elif element := ELEMENT.match(line):
            depth, name = len(element[1]), element[2]
            if depth <= row:
                if words:
                    yield " ".join(words)
                words = []
                row = depth if name == "TR" else NO_ROW
            words += [] if name in SILENT else [name]
    yield " ".join(words)


@pytest.mark.skipif(PDFINFO is None, reason="poppler is not installed here")
def test_the_reading_order_is_the_one_that_was_read_and_found_good(store: Store, tmp_path: Path):
    store.write(Put(record) for record in sample(200, UNTIL, 1).records())
    pdf = tmp_path / "summary.pdf"
    pdf.write_bytes(make(store, CATALOGUE, Period.months(UNTIL, 3), OPTIONS))

    lines = list(heard(told(pdf).replace(__version__, "VERSION")))

    found = lines[: lines.index(PAGE_3)]
    if RENEW in os.environ:
        KEPT.write_text("\n".join([*found, ""]), encoding="utf-8")
    kept = KEPT.read_text(encoding="utf-8").splitlines()
    difference = "\n".join(unified_diff(kept, found, "kept", "found", lineterm=""))
    assert not difference, f"{difference}\n\nIf this is right: {RENEW}=1 pytest {Path(__file__)}"
