"""Wishes to write, and what came of them; a whole diary in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import TypeVar

from db.records.attack import Attack
from db.records.day import Note, Profile, Reading
from db.records.events import Event

Record = Reading | Note | Attack | Profile | Event
"""Everything that can be written. Each kind has a key: see `key_of`."""

Key = tuple[type, str, str]
E = TypeVar("E", bound=Event)
NOBODY = Profile()


def key_of(record: Record) -> Key:
    """What identifies a record among its kind: writing the same key again replaces it."""
    match record:
        case Reading():
            return Reading, record.day.isoformat(), record.field
        case Note():
            return Note, record.day.isoformat(), ""
        case Attack():
            return Attack, record.id, ""
        case Profile():
            return Profile, "", ""
    first, second = (str(getattr(record, part.name)) for part in fields(record)[:2])
    return type(record), first, second if has_two_keys(type(record)) else ""


def has_two_keys(kind: type) -> bool:
    """Whether a record of this kind is known by its parent and its day."""
    return fields(kind)[1].name == "day" and fields(kind)[0].name != "id"


def days_of(record: Record) -> tuple[date, ...]:
    """The days that a record is about: one for most, none for the profile."""
    if isinstance(record, Profile):
        return ()
    if isinstance(record, Reading | Note | Attack):
        return (record.day,)
    parts = (getattr(record, part.name) for part in fields(record))
    return tuple(p for p in parts if isinstance(p, date) and not isinstance(p, datetime))


@dataclass(frozen=True, slots=True)
class Put:
    """A wish to store a record, replacing the one with the same key."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """A wish that no record has this key."""

    key: Key


Wish = Put | Remove


@dataclass(frozen=True, slots=True)
class Edit:
    """What one wish did: the record before and after (None: there was none)."""

    before: Record | None
    after: Record | None

    def undone(self) -> Wish:
        """The wish that takes this edit back."""
        if self.before is not None:
            return Put(self.before)
        if self.after is None:
            message = "an edit of nothing has nothing to take back"
            raise ValueError(message)
        return Remove(key_of(self.after))


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was deleted in one step, and when; kept for 30 days."""

    at: datetime
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """A whole diary in memory, as exported and imported. Ordered by day, field and start."""

    profile: Profile = NOBODY
    readings: tuple[Reading, ...] = ()
    notes: tuple[Note, ...] = ()
    attacks: tuple[Attack, ...] = ()
    events: tuple[Event, ...] = field(default=())
    """All other kinds, in the order of `EVENTS`, each ordered as the store reads it."""

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """The events of one kind."""
        return tuple(each for each in self.events if isinstance(each, kind))

    def records(self) -> Iterator[Record]:
        """All records, one after the other; an empty profile is none."""
        if self.profile != NOBODY:
            yield self.profile
        yield from self.readings
        yield from self.notes
        yield from self.attacks
        yield from self.events
