"""How records become rows and back. Used by the reader and the store alone.

A row is the tuple of a table's columns in their order, holding only what SQLite stores. Two
records are the same when their rows are: that also tells equal instants of different offsets
apart, which `==` on a datetime does not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from db import codec
from db.codec import Row, instant_to_text, words_from_json, words_to_json
from db.errors import UnstorableError
from db.records import EVENTS, Attack, Event, Note, Preference, Profile, Reading, Record, Value
from db.schema import TABLES, Table

_INT = 2**63


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its table and the two ways between record and row."""

    table: Table
    to_row: Callable[[Any], Row]
    from_row: Callable[[Row], Record]

    def stored(self, record: Record) -> tuple[Record, Row]:
        """The record as it will be read back, and its row."""
        row = self.to_row(record)
        if not _broken("".join([part for part in row if isinstance(part, str)])):
            return record, row
        row = tuple(clean(part) if isinstance(part, str) else part for part in row)
        return self.from_row(row), row


def clean(text: str) -> str:
    """The text without lone surrogates, which no file can hold: each becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _broken(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _value(value: Value) -> Value:
    match value:
        case str():
            return value
        case bool():
            return int(value)
        case int() if -_INT <= value < _INT:
            return value
        case float() if math.isfinite(value):
            return value
    raise UnstorableError


def reading_row(record: Reading) -> Row:
    """A reading as a row."""
    return (
        record.day.isoformat(),
        record.field,
        _value(record.value),
        instant_to_text(record.recorded_at),
    )


def to_reading(row: Sequence[Any]) -> Reading:
    """A row as a reading."""
    return Reading(_day(row[0]), row[1], row[2], datetime.fromisoformat(row[3]))


@lru_cache(maxsize=64)
def _day(text: str) -> date:
    """The day; the readings of one day come one after the other and share it."""
    return date.fromisoformat(text)


def note_row(record: Note) -> Row:
    """A note as a row."""
    return record.day.isoformat(), record.text, instant_to_text(record.recorded_at)


def to_note(row: Sequence[Any]) -> Note:
    """A row as a note."""
    return Note(date.fromisoformat(row[0]), row[1], datetime.fromisoformat(row[2]))


def _utc(at: datetime) -> str:
    try:
        utc = at.astimezone(UTC)
    except OverflowError:
        raise UnstorableError from None
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _offset(at: datetime) -> int:
    return round((at.utcoffset() or timedelta()).total_seconds())


def attack_row(record: Attack) -> Row:
    """An attack as a row."""
    instant_to_text(record.started_at)
    return (
        record.id,
        record.day.isoformat(),
        _utc(record.started_at),
        _offset(record.started_at),
        record.zone,
        instant_to_text(record.recorded_at),
        record.minutes,
        int(record.ongoing),
        words_to_json(record.colours),
        words_to_json(record.places),
        record.pain,
        record.numbness,
        record.tingling,
        words_to_json(record.triggers),
        words_to_json(record.relief),
        record.note,
    )


def to_attack(row: Sequence[Any]) -> Attack:
    """A row as an attack."""
    offset = timezone(timedelta(seconds=row[3]))
    return Attack(
        id=row[0],
        counted_on=_day(row[1]),
        started_at=datetime.fromisoformat(row[2]).astimezone(offset),
        zone=row[4],
        recorded_at=datetime.fromisoformat(row[5]),
        minutes=row[6],
        ongoing=bool(row[7]),
        colours=words_from_json(row[8]),
        places=words_from_json(row[9]),
        pain=row[10],
        numbness=row[11],
        tingling=row[12],
        triggers=words_from_json(row[13]),
        relief=words_from_json(row[14]),
        note=row[15],
    )


def profile_row(record: Profile) -> Row:
    """The profile as a row."""
    born = record.born.isoformat() if record.born else None
    return 1, record.name, born, record.patient_id


def to_profile(row: Sequence[Any]) -> Profile:
    """A row as the profile."""
    return Profile(row[1], date.fromisoformat(row[2]) if row[2] else None, row[3])


class _Kinds(dict[type, Kind]):
    """The kinds of records; those of events are made when they are first needed."""

    def __missing__(self, kind: type[Event]) -> Kind:
        made = self[kind] = Kind(TABLES[kind], codec.encoder(kind), codec.decoder(kind))
        return made


KINDS = _Kinds(
    {
        Reading: Kind(TABLES[Reading], reading_row, to_reading),
        Note: Kind(TABLES[Note], note_row, to_note),
        Attack: Kind(TABLES[Attack], attack_row, to_attack),
        Profile: Kind(TABLES[Profile], profile_row, to_profile),
    }
)

KEPT = {Note, Attack, *EVENTS} - {Preference}
"""What stays in the list of the recently deleted for a while."""


def kind_of(table: str) -> Kind:
    """The kind of records that a table holds."""
    return next(KINDS[kind] for kind in KEPT if KINDS[kind].table.name == table)
