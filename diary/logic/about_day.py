"""A month or a year as people type it where nobody knows the day: "March 2019", "03/2019", "2019".

Records know days. What is typed so becomes its first day, and the window says that it did.
"""

from __future__ import annotations

import re
from datetime import date

from diary.logic.entered import named_month

_YEAR = re.compile(r"\d{4}")
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})\s*[./-]\s*(?P<year>\d{4})")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})\s*[./-]\s*(?P<month>\d{1,2})")


def first_day_of(text: str, today: date) -> date | None:
    """The first day of the month or year that was typed, `today` at the latest; None for others."""
    plain = " ".join(text.casefold().split())
    if _YEAR.fullmatch(plain):
        return _past(int(plain), 1, today)
    if found := _MONTH_YEAR.fullmatch(plain) or _YEAR_MONTH.fullmatch(plain):
        return _past(int(found["year"]), int(found["month"]), today)
    numbers, month = re.findall(r"\d+", plain), named_month(plain)
    if month is None or len(numbers) != 1 or not _YEAR.fullmatch(numbers[0]):
        return None
    return _past(int(numbers[0]), month, today)


def _past(year: int, month: int, today: date) -> date | None:
    try:
        found = date(year, month, 1)
    except ValueError:
        return None
    return found if found <= today else None
