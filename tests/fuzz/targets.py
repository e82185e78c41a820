"""What is fuzzed: files to begin from, how they are changed, and what must hold of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz import backups, changes, tables
from tests.fuzz.changes import Bytes
from tests.fuzz.oracle import Desk
from tests.fuzz.seeds import exports

Judge = Callable[[bytes], str]
"""Tries a file; says what became of it, or raises."""


class Target(NamedTuple):
    """`judging` makes a judge that may use a folder."""

    begin: Callable[[], bytes]
    changed: Callable[[bytes, Random, Bytes | None], bytes]
    judging: Callable[[Path], Judge]


TARGETS = {
    "json": Target(lambda: exports()["json"], changes.changed, lambda folder: Desk(folder).judge),
    "csv": Target(lambda: exports()["csv"], changes.changed, lambda folder: Desk(folder).judge),
    "table": Target(tables.begin, tables.changed, lambda folder: Desk(folder, tables.read).judge),
    "backup": Target(backups.made, backups.changed, lambda folder: Desk(folder).judge),
}
