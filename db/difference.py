"""What a restore would change: the present diary beside one in a backup, counted by SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from db import failures
from db.engine import Database, connect
from db.read import DAYS_IN
from db.records import Profile
from db.schema import TABLES, Table


@dataclass(frozen=True, slots=True)
class Both:
    """How many there are here, there, in both, and how many of these differ."""

    here: int
    there: int
    both: int
    differ: int = 0

    @property
    def only_here(self) -> int:
        """How many the present diary has alone."""
        return self.here - self.both

    @property
    def only_there(self) -> int:
        """How many the other one has alone."""
        return self.there - self.both


@dataclass(frozen=True, slots=True)
class Difference:
    """Days with an entry, and the records by their kind."""

    days: Both
    kinds: dict[type, Both]


def difference(present: Database, other: Path, key: str) -> Difference:
    """Compare an open diary with one in a file that nobody writes to, of the same schema.

    Raises:
        DiaryError: One of them cannot be read.
    """
    with failures.translated(present.file), _side_by_side(present, other, key) as connection:
        kinds = {
            kind: _kind(connection, table) for kind, table in TABLES.items() if kind is not Profile
        }
        return Difference(_days(connection), kinds)


@contextmanager
def _side_by_side(present: Database, other: Path, key: str) -> Iterator[Connection]:
    """A connection that reads one state of both; what it sorts stays in memory."""
    with closing(connect(present.file, present.key, mode="ro")) as connection:
        for pragma in ("trusted_schema=OFF", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(
            "ATTACH DATABASE ? AS other KEY ?", (f"{other.as_uri()}?mode=ro", f"x'{key}'")
        )
        connection.execute("BEGIN")
        yield connection


def _kind(connection: Connection, table: Table) -> Both:
    name, key = table.name, ", ".join(table.key)
    rows = ", ".join(table.columns)
    return Both(
        _count(connection, f"SELECT 1 FROM main.{name}"),  # noqa: S608 - names are our own; so below
        _count(connection, f"SELECT 1 FROM other.{name}"),  # noqa: S608
        both := _count(connection, _in_both(f"SELECT {key} FROM {{}}.{name}")),  # noqa: S608
        both - _count(connection, _in_both(f"SELECT {rows} FROM {{}}.{name}")),  # noqa: S608
    )


def _days(connection: Connection) -> Both:
    days = " UNION ".join(f"SELECT day FROM {{0}}.{table.name}" for table in DAYS_IN)  # noqa: S608
    here, there = (f"SELECT * FROM ({days.format(name)})" for name in ("main", "other"))  # noqa: S608
    return Both(
        _count(connection, here),
        _count(connection, there),
        _count(connection, f"{here} INTERSECT {there}"),
    )


def _in_both(question: str) -> str:
    return f"{question.format('main')} INTERSECT {question.format('other')}"


def _count(connection: Connection, question: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM ({question})").fetchone()  # noqa: S608
    return int(number)
