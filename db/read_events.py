"""Questions about events, the same for every kind; and about what was deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import TypeVar, cast

from sqlcipher3.dbapi2 import Connection

from db import rows
from db.engine import Database
from db.records import (
    EVENTS,
    Attack,
    Deletion,
    DosePeriod,
    Event,
    Key,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Record,
    Sore,
    SoreDay,
    order_of,
)
from db.schema import DELETED, TABLES, same

E = TypeVar("E", bound=Event)

_BELONGS: dict[type, tuple[type[Event], str]] = {
    Sore: (SoreDay, "sore"),
    Patch: (PatchCheck, "patch"),
    Medicine: (DosePeriod, "medicine"),
}
_WITH_PHOTOS = {Sore: "sore", Patch: "patch", Attack: "attack"}


class EventReader:
    """Reads events. Each call is one short transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def events(self, kind: type[E], first: date | None = None, last: date | None = None) -> list[E]:
        """The records of a kind in their order; of kinds with a day, those of a stretch of days."""
        with self.database.reading() as connection:
            return read_events(connection, kind, first, last)

    def event(self, kind: type[E], key: str) -> E | None:
        """The record of a kind under its id."""
        about = rows.KINDS[kind]
        wanted = about.table.select(f"WHERE {same(about.table.key[:1])}")
        with self.database.reading() as connection:
            row = connection.execute(wanted, (rows.clean(key),)).fetchone()
        return cast("E", about.from_row(row)) if row else None

    def record(self, key: Key) -> Record | None:
        """The record of any kind but the profile under its key."""
        kind, *parts = key
        about = rows.KINDS[kind]
        wanted = about.table.select(f"WHERE {same(about.table.key)}")
        named = [rows.clean(part) for part in parts[: about.table.key_length]]
        with self.database.reading() as connection:
            row = connection.execute(wanted, named).fetchone()
        return about.from_row(row) if row else None

    def belonging(self, key: Key) -> list[Record]:
        """What is deleted together with a record: its days, checks, dose periods and photos."""
        kind, first, _second = key
        found: list[Record] = []
        with self.database.reading() as connection:
            if kind in _BELONGS:
                child, column = _BELONGS[kind]
                found += _records(connection, child, f"WHERE {column} = ?", first)
            if kind in _WITH_PHOTOS:
                about = _WITH_PHOTOS[kind]
                found += _records(
                    connection, Photo, "WHERE about = ? AND about_id = ?", about, first
                )
        return found

    def deletions(self) -> list[Deletion]:
        """What was deleted lately, the last step first."""
        newest = "ORDER BY deleted_at DESC, kind, first"
        with self.database.reading() as connection:
            found = connection.execute(DELETED.select(newest, "deleted_at, kind, cells")).fetchall()
        return [
            Deletion(datetime.fromisoformat(at), tuple(_restored(*row) for _at, *row in step))
            for at, step in groupby(found, key=itemgetter(0))
        ]

    def deletion_moments(self) -> list[datetime]:
        """When something was deleted that is still kept, the oldest moment first."""
        wanted = DELETED.select("ORDER BY deleted_at", "DISTINCT deleted_at")
        with self.database.reading() as connection:
            return [datetime.fromisoformat(at) for (at,) in connection.execute(wanted)]


def _restored(kind: str, cells: str) -> Record:
    return rows.kind_of(kind).from_row(json.loads(cells))


def read_events(
    connection: Connection, kind: type[E], first: date | None = None, last: date | None = None
) -> list[E]:
    """The records of a kind on a connection."""
    order = f"ORDER BY {', '.join(order_of(kind))}"
    if "day" not in TABLES[kind].columns:
        return _records(connection, kind, order)
    ends = (first or date.min).isoformat(), (last or date.max).isoformat()
    return _records(connection, kind, f"WHERE day BETWEEN ? AND ? {order}", *ends)


def all_events(connection: Connection, first: date | None, last: date | None) -> Iterable[Event]:
    """Every event; of kinds with a day, those of a stretch of days, and what they belong to."""
    for kind in EVENTS:
        yield from read_events(connection, kind, first, last)


def _records(connection: Connection, kind: type[E], which: str, *values: str) -> list[E]:
    about = rows.KINDS[kind]
    found = connection.execute(about.table.select(which), values)
    return [cast("E", about.from_row(row)) for row in found]
