"""Days and times as other programs write them: 03/04/2026, 3 Apr 2026, 2026-04-03T21:15:00Z.

03/04/26 can be three days. Which number is the month is never guessed: `find` says which orders
fit all rows of a file, and where several do, the patient is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_month_names

from diary.exchange.foreign import ways
from diary.i18n import home

CENTURY = 2000
"""03/04/26 is in this century: nobody brings a diary of the last one. The future is refused."""
YEAR = 4
"""The digits of a whole year."""
WORLD = frozenset({"Z", "UTC", "GMT"})
NOON, TWELVE = "p", 12
LONGEST = 60

_TIME = (
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\.?)?"
)
_ZONE = r"(?P<zone>[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})"
_AFTER = rf"(?:(?:[Tt]|,?\s+|\s+[-–]\s+|,?\s+at\s+){_TIME}\s*{_ZONE}?)?"
_BEFORE = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
NUMBERS = re.compile(
    rf"{_BEFORE}(?P<a>[0-9]{{1,4}})(?P<sign>[./-]|\.\s)(?P<b>[0-9]{{1,2}})(?P=sign)(?P<c>[0-9]{{1,4}}){_AFTER}"
)
TOGETHER = re.compile(rf"(?P<a>[0-9]{{4}})(?P<b>[0-9]{{2}})(?P<c>[0-9]{{2}}){_AFTER}")
DAY_WORD = re.compile(
    rf"{_BEFORE}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[\s/-]*(?P<word>[^\W\d_]{{3,12}})\.?,?[\s/-]*(?P<year>[0-9]{{4}}|[0-9]{{2}}){_AFTER}"
)
WORD_DAY = re.compile(
    rf"{_BEFORE}(?P<word>[^\W\d_]{{3,12}})\.?[\s-]*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?[\s-]+(?P<year>[0-9]{{4}}){_AFTER}"
)
ONLY_TIME = re.compile(_TIME)


class Order(StrEnum):
    """In which order the numbers of a date stand."""

    DAY_MONTH = "day-month-year"
    MONTH_DAY = "month-day-year"
    YEAR_FIRST = "year-month-day"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with a time where one is written; `world` where the time is that of Greenwich."""

    day: date
    time: time | None = None
    world: bool = False

    def at_home(self, zone: str) -> Moment:
        """The same moment by the clocks of a zone; what was written by local clocks stays."""
        if not self.world or self.time is None:
            return self
        local = datetime.combine(self.day, self.time, UTC).astimezone(ZoneInfo(zone))
        return Moment(local.date(), local.time())


def find(texts: Iterable[str]) -> ways.Finding[Order]:
    """The orders that read all of these dates."""
    return ways.find(texts, Order, read)


def read(text: str, order: Order) -> Moment | None:
    """The day and time of a text; None where it is none in this order."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    for pattern in (NUMBERS, TOGETHER):
        if found := pattern.fullmatch(text):
            return _moment(found, _by_numbers(found["a"], found["b"], found["c"], order))
    for pattern in (DAY_WORD, WORD_DAY):
        if found := pattern.fullmatch(text):
            month = month_words(home()).get(found["word"].casefold(), 0)
            return _moment(found, _day(found["year"], month, int(found["day"])))
    return None


def is_day(text: str) -> bool:
    """Whether it is a day in any order."""
    return any(read(text, order) for order in Order)


def read_time(text: str) -> time | None:
    """The time of a text that is nothing but a time."""
    found = ONLY_TIME.fullmatch(text.strip())
    return _time(found) if found else None


def _by_numbers(a: str, b: str, c: str, order: Order) -> date | None:
    """The day of three numbers; a year of four digits shows by itself whether it comes first."""
    if len(a) == YEAR or order is Order.YEAR_FIRST:
        return _day(a, int(b), int(c))
    month, day = (a, b) if order is Order.MONTH_DAY else (b, a)
    return _day(c, int(month), int(day))


def _day(year: str, month: int, day: int) -> date | None:
    """A day of a year with two or four digits."""
    century = {2: CENTURY, YEAR: 0}.get(len(year))
    if century is not None:
        with suppress(ValueError):
            found = date(century + int(year), month, day)
            return found if date.min < found < date.max else None
    return None


def _moment(found: re.Match[str], day: date | None) -> Moment | None:
    if day is None or found["hour"] is None:
        return Moment(day) if day else None
    at = _time(found)
    return Moment(day, at, (found["zone"] or "").upper() in WORLD) if at else None


def _time(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    if half := found["half"]:
        if not 1 <= hour <= TWELVE:
            return None
        hour = hour % TWELVE + TWELVE * (half.casefold() == NOON)
    with suppress(ValueError):
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    return None


@lru_cache(maxsize=2)
def month_words(reader: Locale) -> dict[str, int]:
    """The months by their names, long and short, in English and in the reader's language."""
    found: dict[str, int] = {"sept": 9}
    for locale in (reader, Locale("en")):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                found[str(name).casefold().rstrip(".")] = number
    return found
