"""Turns one row of a file into an event, or says why it cannot. Used by `checks`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import Field
from datetime import date
from typing import Any

from db.records import Event
from diary.exchange import parts
from diary.exchange.shapes import Shape
from diary.i18n import _
from diary.logic.valid import problems

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
KEY = re.compile(r"[a-z0-9_.-]{1,80}")
PAIN = 10
MOST = 1_000_000


class EventChecks:
    """Makes events of rows. `text` checks a text; `today` is the last day that has come."""

    def __init__(self, today: date, text: Callable[[parts.Row, str], str]) -> None:
        self._today = today
        self._text = text
        self._takes: dict[str, Callable[[parts.Row, str], object]] = {
            "int": _whole,
            "float": _real,
            "bool": _flag,
            "date": _day,
            "datetime": parts.moment,
        }

    def event(self, shape: Shape, row: parts.Row) -> Event:
        """An event whose every part fits its type, its words and its rules."""
        parts.check_keys(row, frozenset(shape.columns), shape.needed)
        known = [part for part in shape.parts if part.name in row]
        values: dict[str, Any] = {part.name: self._part(shape, part, row) for part in known}
        event = shape.kind(**values)
        wrong = problems(event, self._today)
        if wrong:
            part, sentence = next(iter(wrong.items()))
            reason = _("“{part}”: {sentence}").format(part=part, sentence=sentence)
            raise parts.RefusedError(reason)
        return event

    def _part(self, shape: Shape, part: Field[Any], row: parts.Row) -> object:
        name, optional = str(part.type).partition(" | ")[::2]
        if optional and row[part.name] is None:
            return None
        if name == "tuple[str, ...]":
            return _list(row, part.name, shape.words.get(part.name))
        if name != "str":
            return self._takes[name](row, part.name)
        return self._word(shape, row, part.name)

    def _word(self, shape: Shape, row: parts.Row, key: str) -> str:
        if key in {"id", shape.parent}:
            return parts.matching(row, key, UUID, _("a UUID in lower case"))
        if key == "zone":
            return parts.zone(row, key)
        if key == "key":
            return parts.matching(row, key, KEY, _("a key such as custom.1"))
        allowed = shape.words.get(key)
        if allowed is not None and row[key] not in allowed:
            raise parts.wrong(key, row[key], _("one of: {keys}").format(keys=", ".join(allowed)))
        return self._text(row, key)


def _whole(row: parts.Row, key: str) -> int:
    value = parts.whole(row, key, PAIN if key == "pain" else MOST)
    if value is None:
        raise parts.wrong(key, value, _("a whole number"))
    return value


def _real(row: parts.Row, key: str) -> float:
    value = row[key]
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST:
        return float(value)
    raise parts.wrong(key, value, _("a number"))


def _flag(row: parts.Row, key: str) -> bool:
    value = row[key]
    if isinstance(value, bool):
        return value
    raise parts.wrong(key, value, _("true or false"))


def _day(row: parts.Row, key: str) -> date:
    value = row[key]
    day = parts.parsed_day(value) if isinstance(value, str) else None
    if day is None:
        raise parts.RefusedError(parts.day_problem(value))
    if day < parts.FIRST_DAY:
        raise parts.RefusedError(_("{day} is before 1900").format(day=day.isoformat()))
    return day


def _list(row: parts.Row, key: str, allowed: tuple[str, ...] | None) -> tuple[str, ...]:
    value = row[key]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise parts.wrong(key, value, _("a list of words"))
    for word in value:
        if allowed is not None and word not in allowed:
            raise parts.wrong(key, word, _("one of: {keys}").format(keys=", ".join(allowed)))
    if len(set(value)) != len(value):
        raise parts.RefusedError(_("“{key}” names something twice").format(key=key))
    return tuple(value)
