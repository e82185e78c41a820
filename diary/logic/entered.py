"""Days, times, lengths and numbers as people type them: "1405", "2:05 pm", "1 h 20", "93,5".

Nothing is guessed beyond what can be meant: each parser gives None for what it cannot read, and
the window keeps the text and says so.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, dates

from diary.clock import fixed
from diary.i18n import _, home, locale

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.,h\s]+(?P<minute>\d{1,2})(?:[:.]\d{2})?)?h?")
_RUN_TOGETHER = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})")
_HOURS_AND_MINUTES = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:[.,]\d+)?)\s*h[a-z]*)?\s*(?:(?P<minutes>\d{1,5})\s*(?:m[a-z]*)?)?"
)
_HOURS_COLON = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)")
_DECIMAL = re.compile(r"(?P<sign>[-−–]?)\s*(?P<number>\d{1,9}(?:[.,]\d{1,9})?)\s*(?P<unit>\D*)")
_HALF_DAY = 12
_LETTERS = 3
_FORMS: tuple[tuple[Literal["wide", "abbreviated"], Literal["format", "stand-alone"]], ...] = (
    ("wide", "format"),
    ("wide", "stand-alone"),
    ("abbreviated", "format"),
    ("abbreviated", "stand-alone"),
)
"""The ways in which a locale writes a name."""
_MARKS = re.compile("[\u200e\u200f\u061c]")
_WORD = re.compile("[^\\s\\d.,/()\u05f3\u0970-]+")
_NUMBERS = re.compile(
    r"(\d{4}|\d{1,2})[./\-\s年月년월]+\d{1,2}[./\-\s月월]*(\d{4}|\d{1,2})?[./\-\s日일г]*"  # noqa: RUF001 - the Bulgarian sign is meant
)
"""Two or three numbers, with what the world writes between days, months and years."""


def decimal_of(text: str, unit: str = "") -> float | None:
    """A number: "93,5", "93.5", "-4", "4 cm" (only this unit); None if it is none.

    A comma is a decimal comma as a point is a decimal point: neither ever groups thousands.
    """
    found = _DECIMAL.fullmatch(" ".join(text.split()))
    if found is None or found["unit"].casefold() not in {"", unit.casefold()}:
        return None
    number = float(found["number"].replace(",", "."))
    return -number if found["sign"] and number else number


def time_of(text: str) -> time | None:
    """A time of day: "1405", "14.05", "14:05", "14h05", "2:05 pm", "9"; None if it is none."""
    plain, half = _half_of_day(text)
    found = _CLOCK.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
    if found is None:
        return None
    hour = int(found["hour"])
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    try:
        return time(hour, int(found["minute"] or 0))
    except ValueError:
        return None


def _half_of_day(text: str) -> tuple[str, str]:
    """The text without "am" or "pm" (or the locale's words for them), and which it was."""
    plain = " ".join(text.casefold().split())
    for half in ("am", "pm"):
        own = "|".join(_period_names(half, str(locale())) + _period_names(half, str(home())))
        word = rf"(?:{own}|{half[0]}\.?\s?m\.?)"
        bare = re.sub(rf"^{word}\s*|\s*{word}$", "", plain)
        if bare != plain:
            return bare, half
    return plain, ""


@lru_cache(maxsize=8)
def _period_names(half: str, name: str) -> tuple[str, ...]:
    """What a locale calls a half of the day, as patterns; the longest first."""
    names = [dates.get_period_names(w, c, locale=name).get(half, half) for w, c in _FORMS]
    return tuple(re.escape(each.casefold()) for each in sorted(set(names), key=len, reverse=True))


def minutes_of(text: str) -> int | None:
    """A length in minutes: "25", "25 min", "1 h 20", "1:20", "1.5 h"; None if it is none."""
    plain = " ".join(text.casefold().split())
    found = _HOURS_COLON.fullmatch(plain) or _HOURS_AND_MINUTES.fullmatch(plain)
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    hours = float((found["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(found["minutes"] or 0)


def day_of(text: str, today: date) -> date | None:
    """A day: "today", "yesterday", "21.11.", "21 Nov", "2026-11-21"; None if it is none.

    Without a year it is the latest such day that is not after `today`.
    """
    plain = " ".join(_MARKS.sub("", text).casefold().replace(",", " ").split())
    near = {_("today").casefold(): 0, _("yesterday").casefold(): 1}
    if plain in near:
        return today - timedelta(days=near[plain])
    numbers = [int(number) for number in re.findall(r"\d{1,4}", plain)]
    year_first = bool(re.match(r"\D*\d{4}", plain))
    plain = _without_weekday(plain)
    month = named_month(plain)
    if month is not None:
        return _made(numbers, "yd" if year_first else "dy", month, today)
    if _NUMBERS.fullmatch(plain):
        orders = ["ymd"] if year_first else [_order(home()), _order(locale())]
        made = (_made(numbers, order, None, today) for order in orders)
        return next((day for day in made if day is not None), None)
    return None


def _without_weekday(plain: str) -> str:
    """The text without the name of a day of the week."""
    for spoken in (locale(), home()):
        for name in dates.get_day_names("wide", locale=spoken).values():
            plain = plain.replace(name.casefold(), "")
    return plain.strip()


def _order(language: Locale) -> str:
    """The order in which a language writes day, month and year, such as "dmy"."""
    pattern = dates.get_date_format("short", locale=language).pattern
    order = "".join(dict.fromkeys(re.findall("[dmy]", pattern.lower())))
    return order if set(order) == set("dmy") else "dmy"


def named_month(plain: str) -> int | None:
    """The one month whose name, or the first three letters or more of it, is in the text.

    The window's own language comes first: "mar" begins another month in Finnish.
    """
    words = [word for word in _WORD.findall(plain) if len(word) >= _LETTERS]
    for spoken in (locale(), home()):
        found = {
            number
            for number, names in _month_names(str(spoken)).items()
            if any(n.startswith(w) or w.endswith(n) for n in names for w in words)
        }
        if len(found) == 1:
            return found.pop()
    return None


@lru_cache(maxsize=8)
def _month_names(name: str) -> dict[int, set[str]]:
    """What the months are called in a locale, short and in full, without dots and digits."""
    names: dict[int, set[str]] = {}
    for width, context in _FORMS:
        for number, month in dates.get_month_names(width, context, locale=name).items():
            found = _WORD.findall(month.casefold())
            known = names.setdefault(number, set())
            known.update(each for each in found[:1] if len(each) >= _LETTERS)
    return names


def _made(numbers: list[int], order: str, month: int | None, today: date) -> date | None:
    """The day of these numbers, which come in this order; the year may be absent."""
    if len(numbers) < len(order):
        order = order.replace("y", "")
    if len(numbers) != len(order):
        return None
    parts = dict(zip(order, numbers, strict=True))
    month = month or parts["m"]
    if "y" in parts:
        return _valid(parts["y"] + (2000 if parts["y"] < 100 else 0), month, parts["d"])  # noqa: PLR2004 - "26"
    tries = (_valid(today.year - back, month, parts["d"]) for back in range(9))
    return next((day for day in tries if day is not None and day <= today), None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def instants(day: date, clock: time, zone: str) -> tuple[datetime, ...]:
    """When the clocks of `zone` showed this: one instant, or two where an hour came twice.

    A time that the clocks skipped moves on by the length of the gap. Raises `KeyError` or
    `ValueError` for a zone that nobody knows.
    """
    here = ZoneInfo(zone)
    wall = datetime.combine(day, clock, here)
    first, second = (
        fixed(wall.replace(fold=fold).astimezone(UTC).astimezone(here)) for fold in (0, 1)
    )
    skipped = first.replace(tzinfo=None) != wall.replace(tzinfo=None)
    return (first,) if skipped or first == second else (first, second)
