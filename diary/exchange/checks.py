"""Turns one row of a file into a record, or says why it cannot.

JSON and CSV both end here: `Checks` takes a row as plain Python values and gives a record whose
every part was tested against the catalogue, the attack words and the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from db.records import Attack, Note, Profile, Reading
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.field import Catalogue, Choice, InvalidValueError
from diary.i18n import _, format_day
from diary.logic.attacks import LONGEST, MINUTE

Row = Mapping[str, object]

FIRST_DAY = date(1900, 1, 1)
SCALE_TOP = 10
SHOWN = 40
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
)
ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UNSTORABLE = re.compile("[\ud800-\udfff]")

READING_KEYS = frozenset({"day", "field", "value", "recorded_at"})
NOTE_KEYS = frozenset({"day", "text", "recorded_at"})
PROFILE_KEYS = frozenset({"name", "born", "patient_id"})
ATTACK_NEEDS = frozenset({"id", "started_at", "zone", "recorded_at"})
ATTACK_KEYS = ATTACK_NEEDS | {
    "minutes", "ongoing", "colours", "places", "pain", "numbness", "tingling", "triggers",
    "relief", "note",
}  # fmt: skip


class RefusedError(ValueError):
    """A row that cannot be taken; the message is a sentence for the user."""


class Checks:
    """Makes records of rows; `cleaned` counts the texts in which a sign was replaced."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self._catalogue = catalogue
        self._now = now
        self._today = now.date()
        self.cleaned = 0

    def reading(self, row: Row) -> Reading:
        """A reading, its value checked by its field."""
        _check_keys(row, READING_KEYS, READING_KEYS)
        key = row["field"]
        if not isinstance(key, str) or key not in self._catalogue:
            raise RefusedError(_("the field “{key}” is unknown").format(key=shown(key)))
        field = self._catalogue[key]
        try:
            value = field.check(row["value"])
        except InvalidValueError as wrong:
            raise RefusedError(str(wrong)) from None
        recorded_at = _moment(row, "recorded_at")
        return Reading(self._day(row["day"], recorded_at), field.key, value, recorded_at)

    def note(self, row: Row) -> Note:
        """A day's note; an empty one is refused."""
        _check_keys(row, NOTE_KEYS, NOTE_KEYS)
        text = self._text(row, "text")
        if not text.strip():
            raise RefusedError(_("the note is empty"))
        recorded_at = _moment(row, "recorded_at")
        return Note(self._day(row["day"], recorded_at), text, recorded_at)

    def profile(self, row: Row) -> Profile:
        """Who the diary is about."""
        _check_keys(row, PROFILE_KEYS, frozenset())
        born = row.get("born")
        return Profile(
            name=self._text(row, "name"),
            born=None if born is None else self._day(born, self._now),
            patient_id=self._text(row, "patient_id"),
        )

    def attack(self, row: Row) -> Attack:
        """A timed attack that is possible: begun, not too long, over or still going."""
        _check_keys(row, ATTACK_KEYS, ATTACK_NEEDS)
        attack = Attack(
            id=_pattern(row, "id", UUID, _("a UUID in lower case")),
            started_at=_moment(row, "started_at"),
            zone=_zone(row, "zone"),
            recorded_at=_moment(row, "recorded_at"),
            minutes=_whole(row, "minutes", LONGEST // MINUTE),
            ongoing=_flag(row, "ongoing"),
            colours=_words(row, "colours", COLOURS),
            places=_words(row, "places", PLACES),
            pain=_whole(row, "pain", SCALE_TOP),
            numbness=_whole(row, "numbness", SCALE_TOP),
            tingling=_whole(row, "tingling", SCALE_TOP),
            triggers=_words(row, "triggers", TRIGGERS),
            relief=_words(row, "relief", RELIEF),
            note=self._text(row, "note"),
        )
        self._check_attack(attack)
        return attack

    def _check_attack(self, attack: Attack) -> None:
        self._check_day(attack.day, attack.started_at)
        if attack.ongoing and attack.minutes is not None:
            raise RefusedError(_("“minutes” is given although the attack is still going"))

    def _day(self, value: object, written: datetime) -> date:
        day = _parsed_day(value) if isinstance(value, str) else None
        if day is None:
            raise RefusedError(_day_problem(value))
        self._check_day(day, written)
        return day

    def _check_day(self, day: date, written: datetime) -> None:
        # East of here the next day may have begun when the entry was written.
        if day > self._today and (written > self._now or day > written.date()):
            raise RefusedError(_("{day} has not come yet").format(day=format_day(day)))
        if day < FIRST_DAY:
            raise RefusedError(_("{day} is before 1900").format(day=day.isoformat()))

    def _text(self, row: Row, key: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str):
            raise _wrong(key, value, _("text in quotation marks"))
        text = UNSTORABLE.sub("\ufffd", value)
        self.cleaned += text != value
        return text


def shown(value: object) -> str:
    """A value in a sentence, cut short and on one line."""
    try:
        text = value if isinstance(value, str) else repr(value)
    except (ValueError, RecursionError):
        text = type(value).__name__
    text = " ".join(UNSTORABLE.sub("\ufffd", text[: 2 * SHOWN]).split())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _wrong(key: str, value: object, allowed: str) -> RefusedError:
    return RefusedError(
        _("“{value}” does not fit “{key}”: it takes {allowed}").format(
            value=shown(value), key=key, allowed=allowed
        )
    )


def _check_keys(row: Row, known: frozenset[str], needed: frozenset[str]) -> None:
    if row.keys() == known:
        return
    for key in row:
        if key not in known:
            raise RefusedError(_("“{key}” is unknown here").format(key=shown(key)))
    for key in sorted(needed - row.keys()):
        raise RefusedError(_("“{key}” is missing").format(key=key))


def _pattern(row: Row, key: str, pattern: re.Pattern[str], allowed: str) -> str:
    value = row[key]
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise _wrong(key, value, allowed)


def _zone(row: Row, key: str) -> str:
    value = row[key]
    if isinstance(value, str) and ZONE.fullmatch(value) and _is_zone(value):
        return value
    raise _wrong(key, value, _("a time zone such as Europe/London"))


@lru_cache(maxsize=64)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _whole(row: Row, key: str, top: int) -> int | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= top:
        return value
    raise _wrong(key, value, _("a whole number from 0 to {top}").format(top=top))


def _flag(row: Row, key: str) -> bool:
    value = row.get(key, False)
    if isinstance(value, bool):
        return value
    raise _wrong(key, value, _("true or false"))


def _words(row: Row, key: str, choices: Iterable[Choice]) -> tuple[str, ...]:
    value = row.get(key, [])
    known = [choice.key for choice in choices]
    if not isinstance(value, list):
        raise _wrong(key, value, _("a list"))
    for word in value:
        if word not in known:
            raise _wrong(key, word, _("one of: {keys}").format(keys=", ".join(known)))
    if len(set(value)) != len(value):
        raise RefusedError(_("“{key}” names something twice").format(key=key))
    return tuple(value)


def _moment(row: Row, key: str) -> datetime:
    value = row[key]
    moment = _parsed_moment(value) if isinstance(value, str) else None
    if moment is None:
        allowed = _("a date and time with its offset, such as 2026-01-31T20:15:00+00:00")
        raise _wrong(key, value, allowed)
    return moment


@lru_cache(maxsize=1024)
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
def _parsed_day(text: str) -> date | None:
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day_problem(value: object) -> str:
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
