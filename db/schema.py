"""The tables as the program sees them, and the questions and commands that all of them share.

The migrations make the tables: all are STRICT, so that a wrong type is an error and not a guess,
and CHECK constraints hold what the records promise. Ranges that belong to a field of the catalogue
are checked above the database. A test holds this file, the records and the migrations together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from db.records import (
    Appointment,
    Attack,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Note,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Profile,
    Question,
    Reading,
    Sore,
    SoreDay,
    has_two_keys,
)

SCHEMA = 2
"""The schema that this program writes; kept in the database as `user_version`."""

APPLICATION_ID = 0x53634469
"""Marks a database as a diary's ("ScDi")."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name and columns. The columns of the key come first."""

    name: str
    columns: tuple[str, ...]
    key_length: int = 1

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key."""
        return self.columns[: self.key_length]

    def select(self, rest: str = "", what: str = "") -> str:
        """A question for whole rows, or for `what`; `rest` follows the table's name."""
        return f"SELECT {what or ', '.join(self.columns)} FROM {self.name} {rest}"  # noqa: S608 - values are parameters, names are our own; so below

    def insert(self) -> str:
        """Takes a row."""
        places = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({places})"  # noqa: S608

    def update(self) -> str:
        """Takes a row: its key says which one to change."""
        parts = [f"{column} = ?{place}" for place, column in enumerate(self.columns, 1)]
        key, rest = parts[: self.key_length], parts[self.key_length :]
        return f"UPDATE {self.name} SET {', '.join(rest)} WHERE {' AND '.join(key)}"  # noqa: S608

    def delete(self) -> str:
        """Takes a key."""
        return f"DELETE FROM {self.name} WHERE {same(self.key)}"  # noqa: S608


def same(columns: Iterable[str]) -> str:
    """The condition that these columns have the values given as parameters."""
    return " AND ".join(f"{column} = ?" for column in columns)


READING = Table("reading", ("day", "field", "value", "recorded_at"), key_length=2)
"""One row a day and field; no row means not recorded. The key's order keeps a day together."""

NOTE = Table("note", ("day", "text", "recorded_at"))

ATTACK = Table("attack", (
    "id", "day", "started_at", "offset_seconds", "zone", "recorded_at", "minutes", "ongoing",
    "colours", "places", "pain", "numbness", "tingling", "triggers", "relief", "note",
))  # fmt: skip
"""`started_at` is UTC, so that text order is time order; the offset gives the local day."""

PROFILE = Table("profile", ("one", "name", "born", "patient_id"))
"""A single row, whose key is 1: whose diary it is."""

DELETED = Table("deleted", ("kind", "first", "second", "cells", "deleted_at"), key_length=3)
"""Rows that were deleted, as they were, under the name of their table. Kept for a while."""


def _of_events(kind: type[Event], name: str) -> Table:
    columns = tuple(part.name for part in fields(kind))
    return Table(name, columns, 1 + has_two_keys(kind))


TABLES: dict[type, Table] = {
    Reading: READING,
    Note: NOTE,
    Attack: ATTACK,
    Profile: PROFILE,
    Sore: _of_events(Sore, "sore"),
    SoreDay: _of_events(SoreDay, "sore_day"),
    Patch: _of_events(Patch, "patch"),
    PatchCheck: _of_events(PatchCheck, "patch_check"),
    Measurement: _of_events(Measurement, "measurement"),
    Medicine: _of_events(Medicine, "medicine"),
    DosePeriod: _of_events(DosePeriod, "dose_period"),
    Appointment: _of_events(Appointment, "appointment"),
    Question: _of_events(Question, "question"),
    Photo: _of_events(Photo, "photo"),
    CustomField: _of_events(CustomField, "custom_field"),
    Preference: _of_events(Preference, "preference"),
}
"""The table of each kind of record. Of an event, the columns are the parts of the record."""
