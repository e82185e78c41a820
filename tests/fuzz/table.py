"""The table of what was fuzzed, as it is printed and as it stands in docs/reliability.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

HEAD = "| read as | files tried | of these taken | crashes or hangs |\n|---|---:|---:|---:|"

Became = Mapping[str, int]
"""How many files became what; all held, or there is no row."""

_rows: dict[str, Became] = {}


def add(name: str, became: Became) -> None:
    """Add the row of a target."""
    _rows[name] = became


def told() -> dict[str, dict[str, int]]:
    """All rows, in a form that can go to another process."""
    return {name: dict(became) for name, became in _rows.items()}


def hear(rows: Mapping[str, Became]) -> None:
    """Add what another process has `told`."""
    _rows.update(rows)


def lines() -> Iterator[str]:
    """The table; nothing where nothing was fuzzed."""
    if _rows:
        yield from HEAD.splitlines()
        for name, became in _rows.items():
            yield f"| {name} | {sum(became.values()):,} | {became['taken']:,} | 0 |"
