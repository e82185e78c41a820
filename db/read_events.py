"""Questions about events, the same for every kind; and about what was deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, select

from db import rows
from db.engine import Database
from db.event_tables import deleted, table_of
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
        wanted = select(about.table).where(about.keys[0] == rows.clean(key))
        with self.database.reading() as connection:
            row = connection.execute(wanted).first()
        return cast("E", about.from_row(row)) if row else None

    def record(self, key: Key) -> Record | None:
        """The record of any kind but the profile under its key."""
        about = rows.KINDS[key[0]]
        same = (
            column == rows.clean(part) for column, part in zip(about.keys, key[1:], strict=False)
        )
        with self.database.reading() as connection:
            row = connection.execute(select(about.table).where(*same)).first()
        return about.from_row(row) if row else None

    def belonging(self, key: Key) -> list[Record]:
        """What is deleted together with a record: its days, checks, dose periods and photos."""
        kind, first, _second = key
        found: list[Record] = []
        with self.database.reading() as connection:
            if kind in _BELONGS:
                child, column = _BELONGS[kind]
                table = table_of(child)
                found += _records(connection, child, select(table).where(table.c[column] == first))
            if kind in _WITH_PHOTOS:
                photo = table_of(Photo)
                same = photo.c.about == _WITH_PHOTOS[kind], photo.c.about_id == first
                found += _records(connection, Photo, select(photo).where(*same))
        return found

    def deletions(self) -> list[Deletion]:
        """What was deleted lately, the last step first."""
        table = deleted()
        newest = (table.c.deleted_at.desc(), table.c.kind, table.c.first)
        with self.database.reading() as connection:
            found = connection.execute(select(table).order_by(*newest)).all()
        return [
            Deletion(datetime.fromisoformat(at), tuple(_restored(row) for row in step))
            for at, step in groupby(found, key=lambda row: row.deleted_at)
        ]

    def deletion_moments(self) -> list[datetime]:
        """When something was deleted that is still kept, the oldest moment first."""
        moments = deleted().c.deleted_at
        with self.database.reading() as connection:
            found = connection.scalars(select(moments).distinct().order_by(moments))
            return [datetime.fromisoformat(at) for at in found]


def _restored(row: Any) -> Record:
    return rows.kind_of(row.kind).from_row(json.loads(row.cells))


def read_events(
    connection: Connection, kind: type[E], first: date | None = None, last: date | None = None
) -> list[E]:
    """The records of a kind on a connection."""
    table = table_of(kind)
    wanted = select(table).order_by(*(table.c[name] for name in order_of(kind)))
    if "day" in table.c:
        if first:
            wanted = wanted.where(table.c.day >= first.isoformat())
        if last:
            wanted = wanted.where(table.c.day <= last.isoformat())
    return _records(connection, kind, wanted)


def all_events(connection: Connection, first: date | None, last: date | None) -> Iterable[Event]:
    """Every event; of kinds with a day, those of a stretch of days, and what they belong to."""
    for kind in EVENTS:
        yield from read_events(connection, kind, first, last)


def _records(connection: Connection, kind: type[E], wanted: Select[Any]) -> list[E]:
    return [cast("E", rows.KINDS[kind].from_row(row)) for row in connection.execute(wanted)]
