"""What the long sweeps tried, added up for the table of docs/reliability.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

HEAD = "| fault | points tried | steps acknowledged | failures |\n|---|---:|---:|---:|"
KILLED = "killed at a call that writes"
FAILING = "disk error at a call, once or from then on"
POWER = "power cut"
FLIPPED = "one bit flipped"
WORDS = "canary word looked for on the disk"
KEYS = "key files damaged, cut off or lost"


class Tried(Protocol):
    """What a sweep counts."""

    points: int
    acknowledged: int
    wrong: list[str]


class Row(NamedTuple):
    """Points tried, steps acknowledged in all of them, and what was lost."""

    points: int
    acknowledged: int
    lost: int


_rows: dict[str, Row] = {}


def add(what: str, tried: Tried) -> None:
    """Add a sweep to the row of its name."""
    _add(what, Row(tried.points, tried.acknowledged, len(tried.wrong)))


def _add(what: str, now: Row) -> None:
    before = _rows.get(what, Row(0, 0, 0))
    _rows[what] = Row(*(one + other for one, other in zip(before, now, strict=True)))


def told() -> dict[str, list[int]]:
    """All rows, in a form that can go to another process."""
    return {what: list(row) for what, row in _rows.items()}


def hear(rows: Mapping[str, Iterable[int]]) -> None:
    """Add what another process has `told`."""
    for what, row in rows.items():
        _add(what, Row(*row))


def lines() -> Iterator[str]:
    """The table as it stands in docs/reliability.md; nothing where nothing was swept."""
    if _rows:
        yield from HEAD.splitlines()
        for what, row in _rows.items():
            yield f"| {what} | {row.points:,} | {row.acknowledged:,} | {row.lost} |"
