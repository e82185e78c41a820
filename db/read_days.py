"""How much is recorded on each day of a stretch of days, counted by the database."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from db.engine import Database
from db.event_tables import table_of
from db.records import LATE_AFTER, LATEST_START, Attack, DayCount, Measurement, Photo, SoreDay
from db.rows import to_attack
from db.schema import attack, note, reading

_EVENTS = (SoreDay, Measurement, Photo)
"""Kinds with a day of their own and a moment of recording."""

_TO_SECONDS = 19
"""The length of an instant as ISO text up to its seconds, in its own offset."""

_STILL_BEFORE = f"-{LATEST_START.seconds} seconds"
"""As `db.records.is_late` counts."""


class DayReader:
    """Counts entries by day."""

    database: Database

    def day_counts(self, first: date, last: date) -> dict[date, DayCount]:
        """What is recorded on each day from `first` to `last`; days without anything are absent.

        Readings, notes, measurements, photos and what was said of sores are entries; attacks are
        counted apart. Late is what was entered more than one day after its day.
        """
        found: dict[str, tuple[int, int, int]] = {}
        tables = (reading, note, *(table_of(kind) for kind in _EVENTS), attack)
        with self.database.reading() as connection:
            for table in tables:
                for day, count, late in _counts(connection, _wanted(table, first, last)):
                    entries, attacks, lates = found.get(day, (0, 0, 0))
                    of_attacks = count if table is attack else 0
                    found[day] = entries + count - of_attacks, attacks + of_attacks, lates + late
        return {
            date.fromisoformat(day): DayCount(entries=entries, attacks=attacks, late=late)
            for day, (entries, attacks, late) in sorted(found.items())
        }

    def noted_attacks(self) -> list[Attack]:
        """The attacks with a note, ordered by their start."""
        wanted = select(attack).where(attack.c.note != "").order_by(attack.c.started_at)
        with self.database.reading() as connection:
            return [to_attack(row) for row in connection.execute(wanted)]


def _wanted(table: Table, first: date, last: date) -> Select[Any]:
    parts = table.c
    recorded = func.date(func.substr(parts.recorded_at, 1, _TO_SECONDS), _STILL_BEFORE)
    late = func.julianday(recorded) - func.julianday(parts.day) > LATE_AFTER.days
    return (
        select(parts.day, func.count(), func.count().filter(late))
        .where(parts.day.between(first.isoformat(), last.isoformat()))
        .group_by(parts.day)
    )


def _counts(connection: Connection, wanted: Select[Any]) -> list[tuple[str, int, int]]:
    return [(row[0], row[1], row[2]) for row in connection.execute(wanted)]
