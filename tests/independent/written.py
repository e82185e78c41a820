"""How the summary writes numbers, lengths and days in British English. Standard library only.

All rounding is done here, on exact fractions, halves up: 2.25 is 2.3, and 12.5 minutes are 13.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

ABSENT = "–"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]


def number(value: Fraction | float, decimals: int = 1) -> str:
    """At most so many decimals, without a zero at the end: 4, 2.3."""
    parts = 10**decimals
    scaled = floor(abs(Fraction(str(value))) * parts + Fraction(1, 2))
    whole, rest = divmod(scaled, parts)
    behind = f".{rest:0{decimals}}".rstrip("0").rstrip(".")
    return f"{'-' if value < 0 and scaled else ''}{whole:,}{behind}"


def percent(share: Fraction) -> str:
    """A share as whole per cent."""
    return f"{number(100 * share, 0)}%"


def length(minutes: Fraction | float) -> str:
    """Minutes as "20 min", "2 h" or "3 h 35 min"."""
    hours, rest = divmod(floor(Fraction(minutes) + Fraction(1, 2)), 60)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{rest} min"] if rest or not hours else parts)


def day(when: date, *, year: bool = False) -> str:
    """A day as "4 Oct" or "4 Oct 2026"."""
    short = f"{when.day} {MONTHS[when.month - 1]}"
    return f"{short} {when.year}" if year else short


def days(first: date, last: date, *, year: bool = True) -> str:
    """A stretch of days: "4–10 Sept", "22 May – 21 Aug 2026"."""
    end = day(last, year=year)
    if first == last:
        return end
    if year and first.year != last.year:
        return f"{day(first, year=True)} – {end}"
    if first.month == last.month and first.year == last.year:
        return f"{first.day}–{end}"
    return f"{day(first)} – {end}"


def of(part: int, whole: int, unit: str = "") -> str:
    """How many of how many: "80 of 92", "0 of 13 wk"."""
    return " ".join(filter(None, (f"{part} of {whole}", unit)))
