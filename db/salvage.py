"""Saving what can still be read of a damaged database into a new one.

SQLCipher proves every page, so a page is whole or lost. Rows are asked for in stretches; one that
cannot be read is halved until what is lost stands alone. The damaged file is only read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from db import copying, failures, judge, upgrade
from db.codec import Row
from db.engine import connect, set_journal
from db.errors import DamagedError
from db.ruins import Lost, Ruins

PAGE = 4096
_DOUBLINGS = 4
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table'"
    " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows were saved, and which could not be read or do not fit any more."""

    rows: int
    lost: tuple[Lost, ...]


def salvage(damaged: Path, key: str, target: Path) -> Salvaged:
    """Make the new database `target` of the present schema from what can be read of another.

    A file that was cut off is filled up with empty pages beforehand: work on a copy.

    Raises:
        DiaryError: Not even the list of tables can be read, or the disk failed; there is no target.
    """
    _fill_up(damaged, key)
    schema = judge.schema_of(damaged, key)
    try:
        with failures.files_translated(target.parent), failures.translated(target):
            copying.clear(target)
            connect(target, key, mode="rwc").close()
            upgrade.migrate(target, key, to=schema)
            found = _poured(damaged, key, target)
            upgrade.migrate(target, key)
            copying.content_of(target, key)
    except BaseException:
        copying.clear(target)
        raise
    return found


def _fill_up(damaged: Path, key: str) -> None:
    """SQLite reads nothing of a file that has fewer pages than its first page says."""
    for _ in range(_DOUBLINGS):
        try:
            judge.schema_of(damaged, key)
        except DamagedError:
            size = damaged.stat().st_size
            os.truncate(damaged, 2 * (size - size % PAGE))
        else:
            return


def _poured(damaged: Path, key: str, target: Path) -> Salvaged:
    """Move all that can be read; without checks of parents, since those may come later or never."""
    with closing(connect(target, key)) as connection, closing(Ruins(damaged, key)) as ruins:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        names = [name for (name,) in connection.execute(_TABLES).fetchall()]
        lost = [each for name in names for each in _moved(connection, ruins, name)]
        lost += _orphans_removed(connection)
        rows = sum(_count(connection, name) for name in names)
        connection.execute("COMMIT")
        set_journal(connection, "delete")
    return Salvaged(rows, tuple(dict.fromkeys(lost)))


def _moved(connection: dbapi2.Connection, ruins: Ruins, table: str) -> list[Lost]:
    """Move a table's rows, all at once if each fits; what is lost of it."""
    rows, lost = ruins.rows(table)
    if not rows:
        return lost
    insert = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(rows[0]))})'  # noqa: S608 - a table's own name
    connection.execute("SAVEPOINT table_moved")
    try:
        connection.executemany(insert, sorted(rows, key=_key))
    except dbapi2.IntegrityError:
        connection.execute("ROLLBACK TO table_moved")
        lost += [Lost(table, str(row[0])) for row in rows if not _fits(connection, insert, row)]
    return lost


def _fits(connection: dbapi2.Connection, insert: str, row: Row) -> bool:
    """Insert a row, unless it breaks a promise of its table."""
    try:
        connection.execute(insert, row)
    except dbapi2.IntegrityError:
        return False
    return True


def _key(row: Row) -> tuple[str, str]:
    """Rows in the order of their key are inserted many times faster."""
    return str(row[0]), str(row[1])


def _orphans_removed(connection: dbapi2.Connection) -> Iterator[Lost]:
    """Remove rows whose parent is lost, and theirs, until each has its parent."""
    while found := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in found:
            row = _row(connection, table, rowid)
            connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - as above
            yield Lost(table, str(row[0]))


def _row(connection: dbapi2.Connection, table: str, rowid: int) -> Row:
    asked = f'SELECT * FROM "{table}" WHERE rowid = ?'  # noqa: S608 - as above
    return tuple(connection.execute(asked, (rowid,)).fetchone() or ("",))


def _count(connection: dbapi2.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - as above
    return int(count)
