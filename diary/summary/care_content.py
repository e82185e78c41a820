"""What a summary says of medicines and visits, ready to be set. Part of `content`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines under a small heading; `more` counts those that have no room."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    more: str
    nothing: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One dose of a medicine: days of the period from 0, both included, and its words."""

    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class MedicineBars:
    """One medicine through the period, and in words."""

    name: str
    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Care:
    """Medicines now, what changed, their bars, and the days to be marked in the charts."""

    heading: str
    now: Lines
    changes: Lines
    bars_heading: str
    bars: tuple[MedicineBars, ...]
    bars_more: str
    visits: tuple[int, ...]
    doses: tuple[int, ...]
    legend: tuple[tuple[str, str], ...]
