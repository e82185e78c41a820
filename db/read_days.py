"""How much is recorded on each day of a stretch of days, counted by the database."""

from __future__ import annotations

from datetime import date

from db.engine import Database
from db.records import LATE_AFTER, LATEST_START, Attack, DayCount, Measurement, Photo, SoreDay
from db.rows import to_attack
from db.schema import ATTACK, NOTE, READING, TABLES

_COUNTED = (READING, NOTE, TABLES[SoreDay], TABLES[Measurement], TABLES[Photo], ATTACK)
"""What has a day of its own and a moment of recording."""

_RECORDED_ON = f"date(substr(recorded_at, 1, 19), '-{LATEST_START.seconds} seconds')"
"""In the offset of its own, which follows the seconds; as `db.records.is_late` counts."""

_IS_LATE = f"julianday({_RECORDED_ON}) - julianday(day) > {LATE_AFTER.days}"
_COUNTS = f"day, count(*), count(*) FILTER (WHERE {_IS_LATE})"
_THESE = "WHERE day BETWEEN ? AND ?"
_DAYS = f"{_THESE} GROUP BY day"


class DayReader:
    """Counts entries by day."""

    database: Database

    def day_counts(self, first: date, last: date) -> dict[date, DayCount]:
        """What is recorded on each day from `first` to `last`; days without anything are absent.

        Readings, notes, measurements, photos and what was said of sores are entries; attacks are
        counted apart. Late is what was entered more than one day after its day.
        """
        ends = first.isoformat(), last.isoformat()
        found: dict[str, tuple[int, int, int]] = {}
        with self.database.reading() as connection:
            for table in _COUNTED:
                for day, count, late in connection.execute(table.select(_DAYS, _COUNTS), ends):
                    entries, attacks, lates = found.get(day, (0, 0, 0))
                    of_attacks = count if table is ATTACK else 0
                    found[day] = entries + count - of_attacks, attacks + of_attacks, lates + late
        return {
            date.fromisoformat(day): DayCount(entries=entries, attacks=attacks, late=late)
            for day, (entries, attacks, late) in sorted(found.items())
        }

    def recorded_kinds(self, first: date, last: date) -> tuple[set[str], set[str]]:
        """The fields with a reading and the measures with a value on these days, by their keys."""
        ends = first.isoformat(), last.isoformat()
        readings = READING.select(_THESE, "DISTINCT field")
        measurements = TABLES[Measurement].select(_THESE, "DISTINCT measure")
        with self.database.reading() as connection:
            fields = {key for (key,) in connection.execute(readings, ends)}
            measures = {key for (key,) in connection.execute(measurements, ends)}
        return fields, measures

    def has_attacks(self, first: date, last: date) -> bool:
        """Whether an attack began on one of these days."""
        wanted = ATTACK.select(f"{_THESE} LIMIT 1", "1")
        with self.database.reading() as connection:
            ends = first.isoformat(), last.isoformat()
            return connection.execute(wanted, ends).fetchone() is not None

    def noted_attacks(self) -> list[Attack]:
        """The attacks with a note, ordered by their start."""
        wanted = ATTACK.select("WHERE note <> '' ORDER BY started_at")
        with self.database.reading() as connection:
            return [to_attack(row) for row in connection.execute(wanted)]
