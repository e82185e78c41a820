"""The parts of a row: days, moments, numbers and words, each taken or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from diary.field import Choice
from diary.i18n import _

Row = Mapping[str, object]

FIRST_DAY = date(1900, 1, 1)
SHOWN = 40
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
)
ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
UNSTORABLE = re.compile("[\ud800-\udfff]")


class RefusedError(ValueError):
    """A row that cannot be taken; the message is a sentence for the user."""


def shown(value: object) -> str:
    """A value in a sentence, cut short and on one line."""
    try:
        text = value if isinstance(value, str) else repr(value)
    except RecursionError:
        text = type(value).__name__
    text = " ".join(UNSTORABLE.sub("\ufffd", text[: 2 * SHOWN]).split())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def wrong(key: str, value: object, allowed: str) -> RefusedError:
    """The refusal of a value, with what its key takes."""
    return RefusedError(
        _("“{value}” does not fit “{key}”: it takes {allowed}").format(
            value=shown(value), key=key, allowed=allowed
        )
    )


def check_keys(row: Row, known: frozenset[str], needed: frozenset[str]) -> None:
    """Refuse a row with a key too many or too few."""
    if row.keys() == known:
        return
    for key in row:
        if key not in known:
            raise RefusedError(_("“{key}” is unknown here").format(key=shown(key)))
    for key in sorted(needed - row.keys()):
        raise RefusedError(_("“{key}” is missing").format(key=key))


def matching(row: Row, key: str, pattern: re.Pattern[str], allowed: str) -> str:
    """A text that matches the pattern; `allowed` says what that is."""
    value = row[key]
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise wrong(key, value, allowed)


def zone(row: Row, key: str) -> str:
    """The name of a time zone that this computer knows."""
    value = row[key]
    if isinstance(value, str) and ZONE.fullmatch(value) and _is_zone(value):
        return value
    raise wrong(key, value, _("a time zone such as Europe/London"))


@lru_cache(maxsize=64)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def whole(row: Row, key: str, top: int) -> int | None:
    """A whole number from 0 to `top`; None where there is none."""
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= top:
        return value
    raise wrong(key, value, _("a whole number from 0 to {top}").format(top=top))


def flag(row: Row, key: str) -> bool:
    """True or false; false where nothing is said."""
    value = row.get(key, False)
    if isinstance(value, bool):
        return value
    raise wrong(key, value, _("true or false"))


def words(row: Row, key: str, choices: Iterable[Choice]) -> tuple[str, ...]:
    """Keys of the choices, none of them twice."""
    value = row.get(key, [])
    known = [choice.key for choice in choices]
    if not isinstance(value, list):
        raise wrong(key, value, _("a list"))
    for word in value:
        if word not in known:
            raise wrong(key, word, _("one of: {keys}").format(keys=", ".join(known)))
    if len(set(value)) != len(value):
        raise RefusedError(_("“{key}” names something twice").format(key=key))
    return tuple(value)


def moment(row: Row, key: str) -> datetime:
    """An instant with its offset."""
    value = row[key]
    found = _parsed_moment(value) if isinstance(value, str) else None
    if found is None:
        allowed = _("a date and time with its offset, such as 2026-01-31T20:15:00+00:00")
        raise wrong(key, value, allowed)
    return found


def _parsed_moment(text: str) -> datetime | None:
    """The moment; None where it is none, or too far off to be in any day's reach."""
    if not MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if FIRST_DAY <= moment.date() < date.max else None


@lru_cache(maxsize=1024)
def parsed_day(text: str) -> date | None:
    """The day; None where the text is none."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def optional_day(row: Row, key: str) -> date | None:
    """A day; None where nothing is said."""
    value = row.get(key)
    day = parsed_day(value) if isinstance(value, str) else None
    if value is not None and day is None:
        raise RefusedError(day_problem(value))
    return day


def day_problem(value: object) -> str:
    """Why a value is no day; a date that can be read in two ways is asked, not guessed."""
    sentence = _("“{value}” is no day: write it as year-month-day, such as 2026-01-31")
    parts = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", str(value)[:SHOWN])
    if parts:
        one, two, year = (int(part) for part in parts.groups())
        found = {f"{year}-{m:02}-{d:02}" for m, d in ((one, two), (two, one)) if m <= 12}  # noqa: PLR2004 - months of a year
        if len(found) > 1:
            sentence = _("“{value}” can mean {days}: write the one that is meant")
            days = _(" or ").join(sorted(found))
            return sentence.format(value=shown(value), days=days)
    return sentence.format(value=shown(value))
