"""The tables, as SQLAlchemy Core sees them. Migrations create them; only `db` uses them.

Those of events are in `db.event_tables`.

All are STRICT, so that a wrong type is an error and not a guess. CHECK constraints hold what the
records promise; ranges that belong to a field of the catalogue are checked above the database.
No CHECK uses `IN (a, b, c)`: SQLite builds a temporary table for it, which costs 0.15 ms a row.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)
from sqlalchemy.types import UserDefinedType

SCHEMA = 2
"""The schema that this program writes; kept in the database as `user_version`."""

APPLICATION_ID = 0x53634469
"""Marks a database as a diary's ("ScDi")."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Anything(UserDefinedType[object]):
    """SQLite's ANY: keeps integers, reals and texts exactly as they came."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The name of the type in DDL."""
        return "ANY"


def is_day(column: str = "day") -> CheckConstraint:
    """A real calendar day as ISO text."""
    return CheckConstraint(f"date({column}) IS {column}", column)


def is_list(column: str) -> CheckConstraint:
    """A list as JSON."""
    return CheckConstraint(f"json_type({column}) = 'array'", column)


def is_scale(column: str) -> CheckConstraint:
    """From 0 to 10, where there is a value."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 10", column)


reading = Table(
    "reading",
    metadata,
    Column("day", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Anything, nullable=False),
    Column("recorded_at", Text, nullable=False),
    PrimaryKeyConstraint("day", "field"),
    is_day(),
    CheckConstraint("field <> ''", "field"),
    CheckConstraint("typeof(value) <> 'blob'", "value"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""One row a day and field; no row means not recorded. The key's order keeps a day together."""

note = Table(
    "note",
    metadata,
    Column("day", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    PrimaryKeyConstraint("day"),
    is_day(),
    sqlite_strict=True,
)

attack = Table(
    "attack",
    metadata,
    Column("id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("offset_seconds", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("minutes", Integer),
    Column("ongoing", Integer, nullable=False),
    Column("colours", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("pain", Integer),
    Column("numbness", Integer),
    Column("tingling", Integer),
    Column("triggers", Text, nullable=False),
    Column("relief", Text, nullable=False),
    Column("note", Text, nullable=False),
    PrimaryKeyConstraint("id"),
    CheckConstraint("id <> ''", "id"),
    is_day(),
    CheckConstraint("started_at GLOB '????-??-??T??:??:??.??????Z'", "started_at"),
    CheckConstraint("abs(offset_seconds) < 86400", "offset_seconds"),
    CheckConstraint("minutes >= 0", "minutes"),
    CheckConstraint("ongoing BETWEEN 0 AND 1 AND NOT (ongoing AND minutes IS NOT NULL)", "ongoing"),
    is_list("colours"),
    is_list("places"),
    is_scale("pain"),
    is_scale("numbness"),
    is_scale("tingling"),
    is_list("triggers"),
    is_list("relief"),
    Index(None, "day", "started_at"),
    Index("ix_attack_ongoing", "started_at", sqlite_where=text("ongoing")),
    sqlite_strict=True,
)
"""`started_at` is UTC, so that text order is time order; the offset gives the local day."""

profile = Table(
    "profile",
    metadata,
    Column("one", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("born", Text),
    Column("patient_id", Text, nullable=False),
    PrimaryKeyConstraint("one"),
    CheckConstraint("one = 1", "one"),
    is_day("born"),
    sqlite_strict=True,
)
"""A single row: whose diary it is."""
