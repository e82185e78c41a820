"""Every question to the diary. Takes and returns records; safe to use from any thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from db import rows
from db.event_tables import NAMES, table_of
from db.read_days import DayReader
from db.read_events import all_events
from db.read_photos import PhotoReader
from db.records import (
    Attack,
    Everything,
    Measurement,
    Note,
    Photo,
    Profile,
    Reading,
    SoreDay,
    Value,
)
from db.schema import attack, note, profile, reading

T = TypeVar("T")

_PART = 1000

_TABLES = (reading, note, attack)


class Reader(PhotoReader, DayReader):
    """Reads the diary. Each call is one short transaction; `everything` sees one state."""

    def reading(self, day: date, field: str) -> Reading | None:
        """The value of a field on a day; None where not recorded."""
        return self.day_readings(day).get(field)

    def day_readings(self, day: date) -> dict[str, Reading]:
        """All readings of a day by field."""
        return {each.field: each for each in self.readings(day, day)}

    def readings(
        self, first: date, last: date, fields: Collection[str] | None = None
    ) -> list[Reading]:
        """The readings of a stretch of days (both included), ordered by day and field."""
        with self.database.reading() as connection:
            return _readings(connection, first, last, fields)

    def values(self, first: date, last: date) -> dict[str, dict[date, Value]]:
        """The values of a stretch of days (both included) by field and day, in order of time.

        Without the moments of recording: half the time of `readings`, for charts of many years.
        """
        wanted = _within(select(reading.c.day, reading.c.field, reading.c.value), first, last)
        found: defaultdict[str, dict[date, Value]] = defaultdict(dict)
        iso, day = "", first
        with self.database.reading() as connection:
            for part in connection.execute(wanted.order_by(reading.c.day)).partitions(_PART):
                for text, field, value in part:
                    if text != iso:
                        iso, day = text, date.fromisoformat(text)
                    found[field][day] = value
        return dict(found)

    def recorded_days(self, first: date, last: date) -> set[date]:
        """The days (both included) on which anything is recorded."""
        parts = [_within(select(table.c.day).distinct(), first, last) for table in _with_days()]
        with self.database.reading() as connection:
            days = {day for part in parts for day in connection.scalars(part)}
        return {date.fromisoformat(day) for day in days}

    def span(self) -> tuple[date, date] | None:
        """The first and the last recorded day; None in an empty diary."""
        ends = [end(table.c.day) for table in _with_days() for end in (func.min, func.max)]
        with self.database.reading() as connection:
            days = connection.execute(select(*(select(end).scalar_subquery() for end in ends)))
            known = [date.fromisoformat(day) for day in days.one() if day]
        return (min(known), max(known)) if known else None

    def note(self, day: date) -> Note | None:
        """The note of a day."""
        return next(iter(self.notes(day, day)), None)

    def notes(self, first: date, last: date) -> list[Note]:
        """The notes of a stretch of days (both included), ordered by day."""
        with self.database.reading() as connection:
            return _notes(connection, first, last)

    def attack(self, attack_id: str) -> Attack | None:
        """The attack with this id."""
        wanted = select(attack).where(attack.c.id == rows.clean(attack_id))
        with self.database.reading() as connection:
            row = connection.execute(wanted).first()
        return rows.to_attack(row) if row else None

    def attacks(self, first: date, last: date) -> list[Attack]:
        """The attacks that began on these days (both included), ordered by their start."""
        with self.database.reading() as connection:
            return _attacks(connection, first, last)

    def ongoing_attack(self) -> Attack | None:
        """The attack that still goes on; the last to begin, should there be several."""
        wanted = select(attack).where(attack.c.ongoing).order_by(attack.c.started_at.desc())
        with self.database.reading() as connection:
            row = connection.execute(wanted.limit(1)).first()
        return rows.to_attack(row) if row else None

    def profile(self) -> Profile:
        """Whose diary it is; empty parts where nothing was entered."""
        with self.database.reading() as connection:
            return _profile(connection)

    def everything(self, first: date | None = None, last: date | None = None) -> Everything:
        """The whole diary, or a stretch of days of it (both included), as of one moment."""
        begin, end = first or date.min, last or date.max
        with self.database.reading() as connection:
            return Everything(
                profile=_profile(connection),
                readings=tuple(_readings(connection, begin, end)),
                notes=tuple(_notes(connection, begin, end)),
                attacks=tuple(_attacks(connection, begin, end)),
                events=tuple(all_events(connection, first, last)),
            )

    def counts(self) -> dict[str, int]:
        """How many rows each table has, by its name."""
        with self.database.reading() as connection:
            return {
                table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (*_TABLES, profile, *map(table_of, NAMES))
            }


def _with_days() -> list[Table]:
    """The tables whose rows say that something is recorded on a day."""
    return [*_TABLES, *map(table_of, (Measurement, SoreDay, Photo))]


def _within(query: Select[Any], first: date, last: date) -> Select[Any]:
    day = query.selected_columns["day"]
    return query.where(day.between(first.isoformat(), last.isoformat()))


def _readings(
    connection: Connection, first: date, last: date, fields: Collection[str] | None = None
) -> list[Reading]:
    wanted = _within(select(reading), first, last).order_by(reading.c.day, reading.c.field)
    if fields is not None:
        wanted = wanted.where(reading.c.field.in_([rows.clean(field) for field in fields]))
    return _records(connection, wanted, rows.to_reading)


def _notes(connection: Connection, first: date, last: date) -> list[Note]:
    wanted = _within(select(note), first, last).order_by(note.c.day)
    return _records(connection, wanted, rows.to_note)


def _attacks(connection: Connection, first: date, last: date) -> list[Attack]:
    order = (attack.c.started_at, attack.c.id)
    wanted = _within(select(attack), first, last).order_by(*order)
    return _records(connection, wanted, rows.to_attack)


def _profile(connection: Connection) -> Profile:
    row = connection.execute(select(profile)).first()
    return rows.to_profile(row) if row else Profile()


def _records(connection: Connection, query: Select[Any], make: Callable[[Any], T]) -> list[T]:
    """The rows as records. In parts: many rows at once would keep the garbage collector busy."""
    found: list[T] = []
    for part in connection.execute(query).partitions(_PART):
        found += map(make, part)
    return found
