"""The table of what was fuzzed, as it is printed and as it stands in docs/reliability.md."""

from __future__ import annotations

from collections.abc import Mapping

FUZZED = "fuzzed"
"""The property under which a test hands over the parts of a row."""

HEAD = "| read as | files tried | of these taken | crashes or hangs |\n|---|---:|---:|---:|"


def row(name: str, became: Mapping[str, int]) -> str:
    """How many files were tried, and how many of them were taken; all held, or there is no row."""
    return f"| {name} | {sum(became.values()):,} | {became['taken']:,} | 0 |"
