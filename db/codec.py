"""How any event becomes a row and back, told by the types of its parts. Used by `db.rows`.

A part's type is read as it is written in the record's class: `str`, `date | None` and so on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import Field, dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from db.errors import UnstorableError

Row = tuple[Any, ...]
_INT = 2**63


def _same(part: Any) -> Any:
    return part


def _whole(number: int) -> int:
    if -_INT <= number < _INT:
        return int(number)
    raise UnstorableError


def _real(number: float) -> float:
    if math.isfinite(number):
        return float(number)
    raise UnstorableError


@lru_cache(maxsize=256)
def words_to_json(words: tuple[str, ...]) -> str:
    """Some words as a JSON list."""
    return json.dumps(words, ensure_ascii=False)


@lru_cache(maxsize=256)
def words_from_json(text: str) -> tuple[str, ...]:
    """What `words_to_json` made; cached, since few combinations fill the most rows."""
    return tuple(json.loads(text))


def instant_to_text(at: datetime) -> str:
    """An instant with its offset."""
    if at.tzinfo is None:
        message = "an instant needs its offset"
        raise ValueError(message)
    return at.isoformat()


@dataclass(frozen=True, slots=True)
class _Cell:
    """How a part of one type is stored."""

    to_cell: Callable[[Any], Any] = _same
    from_cell: Callable[[Any], Any] = _same


_CELLS = {
    "str": _Cell(),
    "int": _Cell(_whole),
    "float": _Cell(_real),
    "bool": _Cell(int, bool),
    "date": _Cell(date.isoformat, date.fromisoformat),
    "datetime": _Cell(instant_to_text, datetime.fromisoformat),
    "tuple[str, ...]": _Cell(words_to_json, words_from_json),
}


def type_of(part: Field[Any]) -> tuple[str, bool]:
    """The type of a record's part without `None`, and whether it can be None."""
    name, _bar, rest = str(part.type).partition(" | ")
    return name, bool(rest)


def encoder(kind: type) -> Callable[[Any], Row]:
    """What makes rows of records of this kind."""
    parts = [(part.name, _CELLS[type_of(part)[0]].to_cell) for part in fields(kind)]

    def encode(record: Any) -> Row:
        values = ((getattr(record, name), to_cell) for name, to_cell in parts)
        return tuple(None if value is None else to_cell(value) for value, to_cell in values)

    return encode


def decoder(kind: type) -> Callable[[Sequence[Any]], Any]:
    """What makes records of this kind of rows."""
    parts = [(part.name, _CELLS[type_of(part)[0]].from_cell) for part in fields(kind)]

    def decode(row: Sequence[Any]) -> Any:
        cells = zip(parts, row, strict=True)
        return kind(
            **{name: None if cell is None else from_cell(cell) for (name, from_cell), cell in cells}
        )

    return decode
