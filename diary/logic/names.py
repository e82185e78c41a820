"""The order of names as a reader puts them: "Medicine 2" before "Medicine 10". Pure."""

from __future__ import annotations

import re

DIGITS = re.compile(r"([0-9]{1,18})")


def in_reading_order(name: str) -> list[tuple[int, str]]:
    """A key to sort by: letters whatever their case, numbers in them by their size."""
    parts = DIGITS.split(name.casefold())
    return [(int(part), "") if place % 2 else (0, part) for place, part in enumerate(parts)]
