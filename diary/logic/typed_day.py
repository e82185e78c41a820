"""A day as people type it: "yesterday", "3 Oct", "3 October 2025", "2025-10-03", "3/10"."""

from __future__ import annotations

import re
from datetime import date

from babel import dates

from diary.i18n import _, home, locale
from diary.logic.periods import DAY
from diary.logic.search import folded

_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})(?:[./-](\d{2,4})?)?")
_NAMED = re.compile(r"(?:(\d{1,2})\W*)?([^\W\d]+)\W*(\d{1,2})?(?:\W+(\d{4}))?")
_FEWEST_LETTERS = 3
_YEARS_BACK = 4
"""So far back lies the last 29 February, but for turns of a century."""


def typed_day(text: str, today: date) -> date | None:
    """The day that was meant, today or before; None where the words name none.

    A day without a year is the last such day. Numbers are read in the order of the reader's
    country; a year comes first only if it has four figures.
    """
    plain = folded(text).strip()
    near = {folded(_("today")): today, folded(_("yesterday")): today - DAY}
    return near.get(plain) or _of_numbers(plain, today) or _of_names(plain, today)


def _of_numbers(plain: str, today: date) -> date | None:
    found = _NUMBERS.fullmatch(plain)
    if not found:
        return None
    first, second, third = found.groups()
    if len(first) == len("2025"):
        return _past(int(first), int(second), int(third or 0), today)
    day, month = (second, first) if _month_first() else (first, second)
    return _with_year(int(day), int(month), third, today)


def _of_names(plain: str, today: date) -> date | None:
    found = _NAMED.fullmatch(plain)
    if not found:
        return None
    before, name, after, year = found.groups()
    month, day = _month(name), before or after
    if month is None or day is None or (before and after):
        return None
    return _with_year(int(day), month, year, today)


def _month(name: str) -> int | None:
    """The month whose name begins so."""
    if len(name) < _FEWEST_LETTERS:
        return None
    names = dates.get_month_names("wide", locale=locale())
    return next((n for n, month in names.items() if folded(month).startswith(name)), None)


def _month_first() -> bool:
    """Whether people here write the month before the day."""
    pattern = str(dates.get_date_format("short", locale=home()))
    return pattern.find("M") < pattern.find("d")


def _with_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        century = today.year // 100 * 100 if len(year) == len("25") else 0
        return _past(century + int(year), month, day, today)
    years = range(today.year, today.year - 2 * _YEARS_BACK - 1, -1)
    return next(filter(None, (_past(each, month, day, today) for each in years)), None)


def _past(year: int, month: int, day: int, today: date) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found <= today else None
