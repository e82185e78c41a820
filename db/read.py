"""Every question to the diary. Takes and returns records; safe to use from any thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlcipher3.dbapi2 import Connection

from db import rows
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
from db.schema import ATTACK, NOTE, PROFILE, READING, TABLES

DAYS_IN = (READING, NOTE, ATTACK, TABLES[Measurement], TABLES[SoreDay], TABLES[Photo])
"""The tables whose rows say that something is recorded on a day."""

_THESE_DAYS = "WHERE day BETWEEN ? AND ?"


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
        wanted = READING.select(f"{_THESE_DAYS} ORDER BY day", "day, field, value")
        found: defaultdict[str, dict[date, Value]] = defaultdict(dict)
        iso, day = "", first
        with self.database.reading() as connection:
            for text, field, value in connection.execute(wanted, _iso(first, last)):
                if text != iso:
                    iso, day = text, date.fromisoformat(text)
                found[field][day] = value
        return dict(found)

    def recorded_days(self, first: date, last: date) -> set[date]:
        """The days (both included) on which anything is recorded."""
        with self.database.reading() as connection:
            days = {
                day
                for table in DAYS_IN
                for (day,) in connection.execute(
                    table.select(_THESE_DAYS, "DISTINCT day"), _iso(first, last)
                )
            }
        return {date.fromisoformat(day) for day in days}

    def span(self) -> tuple[date, date] | None:
        """The first and the last recorded day; None in an empty diary."""
        ends = [table.select(what=end) for table in DAYS_IN for end in ("min(day)", "max(day)")]
        with self.database.reading() as connection:
            days = [connection.execute(end).fetchone()[0] for end in ends]
        known = [date.fromisoformat(day) for day in days if day]
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
        wanted = ATTACK.select("WHERE id = ?")
        with self.database.reading() as connection:
            row = connection.execute(wanted, (rows.clean(attack_id),)).fetchone()
        return rows.to_attack(row) if row else None

    def attacks(self, first: date, last: date) -> list[Attack]:
        """The attacks that began on these days (both included), ordered by their start."""
        with self.database.reading() as connection:
            return _attacks(connection, first, last)

    def ongoing_attack(self) -> Attack | None:
        """The attack that still goes on; the last to begin, should there be several."""
        wanted = ATTACK.select("WHERE ongoing ORDER BY started_at DESC LIMIT 1")
        with self.database.reading() as connection:
            row = connection.execute(wanted).fetchone()
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
                table.name: connection.execute(table.select(what="count(*)")).fetchone()[0]
                for table in TABLES.values()
            }


def _iso(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _readings(
    connection: Connection, first: date, last: date, fields: Collection[str] | None = None
) -> list[Reading]:
    named = "" if fields is None else f"AND field IN ({', '.join('?' * len(fields))})"
    wanted = READING.select(f"{_THESE_DAYS} {named} ORDER BY day, field")
    names = map(rows.clean, fields or ())
    return list(map(rows.to_reading, connection.execute(wanted, (*_iso(first, last), *names))))


def _notes(connection: Connection, first: date, last: date) -> list[Note]:
    wanted = NOTE.select(f"{_THESE_DAYS} ORDER BY day")
    return list(map(rows.to_note, connection.execute(wanted, _iso(first, last))))


def _attacks(connection: Connection, first: date, last: date) -> list[Attack]:
    wanted = ATTACK.select(f"{_THESE_DAYS} ORDER BY started_at, id")
    return list(map(rows.to_attack, connection.execute(wanted, _iso(first, last))))


def _profile(connection: Connection) -> Profile:
    row = connection.execute(PROFILE.select()).fetchone()
    return rows.to_profile(row) if row else Profile()
