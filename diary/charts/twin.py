"""The numbers of a chart as a table: what a screen reader reads, and what is copied. No matplotlib.

A chart of Trends that is no chart of days is `Shown`: its name, how it is drawn, and its twin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diary.charts.drawing import Job

MISSING = "–"


@dataclass(frozen=True, slots=True)
class Twin:
    """Headings and rows of words, and what has to be said of them all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One chart with its numbers; `draw` is None where there is too little to draw.

    `said` is what it is of, such as "83 timed attacks; 5 without a time.", or why there is none.
    """

    title: str
    said: str
    draw: Job | None
    twin: Twin


def as_text(parts: Iterable[Shown]) -> str:
    """The tables as text, tab-separated, to be copied."""
    return "\n\n".join("\n".join(_lines(part)) for part in parts)


def _lines(part: Shown) -> list[str]:
    twin = part.twin
    table = ["\t".join(row) for row in (twin.headings, *twin.rows)] if twin.rows else []
    return [part.title, *filter(None, (part.said, twin.note)), *table]
