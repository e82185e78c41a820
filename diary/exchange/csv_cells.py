"""The tables of the CSV export, and how a cell is written so that no spreadsheet runs it.

A text that a spreadsheet could take for a formula gets an apostrophe before it, and so does a
text that starts with one: taking one apostrophe away always gives the exact text back. Plain
numbers such as -5 stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from diary.exchange.shapes import IN_ZIP

RISKY = frozenset("=+-@\t\r\n'＝＋－＠")  # noqa: RUF001 - the wide signs are meant
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
MARK = "'"

ABOUT = ("format", "version", "exported_at", "program")
PROFILE = ("name", "born", "patient_id")
READINGS = ("day", "field", "value", "recorded_at")
NOTES = ("day", "text", "recorded_at")
ATTACKS = (
    "id", "started_at", "zone", "minutes", "ongoing", "colours", "places", "pain", "numbness",
    "tingling", "triggers", "relief", "note", "recorded_at", "counted_on",
)  # fmt: skip

TABLES: dict[str, tuple[str, ...]] = {
    "about.csv": ABOUT,
    "profile.csv": PROFILE,
    "readings.csv": READINGS,
    "notes.csv": NOTES,
    "attacks.csv": ATTACKS,
    **{f"{shape.name}.csv": shape.columns for shape in IN_ZIP},
}

FORMER: dict[str, tuple[str, ...]] = {"attacks.csv": ATTACKS[:-1]}
"""The columns of tables that version 0.1.0 wrote and that have more now."""


def cell(value: object) -> str:
    """A value as the text of a cell; lists are their words with spaces between."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return guarded(value)
        case list() | tuple():
            return listed(value)
    return str(value)


def listed(words: Sequence[str]) -> str:
    """Words with spaces between them; as a JSON list where one holds a space."""
    text = " ".join(words)
    if tuple(text.split()) == tuple(words) and not text.startswith("["):
        return guarded(text)
    return json.dumps(list(words), ensure_ascii=False)


def unlisted(text: str) -> object:
    """The words that `listed` was given; the text itself where it is broken JSON."""
    text = unguarded(text)
    if not text.startswith("["):
        return text.split()
    try:
        return json.loads(text)
    except ValueError:
        return text


def cells(row: Iterable[object]) -> list[str]:
    """A row's cells."""
    return [cell(value) for value in row]


def guarded(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet could run it."""
    if text and text[0] in RISKY and not NUMBER.fullmatch(text):
        return MARK + text
    return text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text.removeprefix(MARK)
