"""Reads a damaged database row by row. Used by `db.salvage`.

Rows come in the order of a number: of the day for readings, the row's own for all other tables. At
a lost page the reading breaks off; a step over it is doubled until rows can be read again, then
halved until none of those is missed. A connection that met a lost page refuses everything: it is
replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from db.codec import Row
from db.engine import connect

_BY_DAY = "reading"
"""The one table without row numbers: its key begins with the day."""

_LAST_DAY = date(2200, 1, 1).toordinal()
_LAST_ROW = 1 << 40
_NAMED = 1000
"""Of a longer gap it is not said what was in it."""


class Lost(NamedTuple):
    """A row that cannot be read: its table, and its day or id; "" where that is not known."""

    table: str
    name: str


class Ruins:
    """A damaged database."""

    def __init__(self, file: Path, key: str) -> None:
        self._file, self._key = file, key
        self._connection = connect(file, key, mode="ro")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, table: str) -> tuple[list[Row], list[Lost]]:
        """All rows of a table that can be read, and the others as far as they are known."""
        gaps: list[range] = []
        if table == _BY_DAY:
            asked = f"SELECT * FROM {_BY_DAY} WHERE day >= ? ORDER BY day, field"  # noqa: S608 - our own name
            found = list(self._walked(asked, _day_of, _iso, _LAST_DAY, gaps))
            names: dict[int, str] | None = {n: _iso(n) for gap in gaps for n in gap[:_NAMED]}
            found += [row for gap in gaps for row in self._rest_of_day(_iso(gap[-1]), found)]
        else:
            asked = f'SELECT rowid, * FROM "{table}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608 - a table's own name
            found = [row[1:] for row in self._walked(asked, _number_of, int, _LAST_ROW, gaps)]
            names = self._names(table) if gaps else {}
        return found, _lost(table, gaps, names)

    def _walked(
        self,
        asked: str,
        number_of: Callable[[Row], int],
        written: Callable[[int], object],
        last: int,
        gaps: list[range],
    ) -> Iterator[Row]:
        """The rows in their order; the numbers from the first lost one on go to `gaps`."""
        start = 1
        while start <= last:
            ended, at = False, start
            with suppress(dbapi2.DatabaseError):
                for row in self._connection.execute(asked, (written(start),)):
                    at = number_of(row)
                    yield row
                ended = True
            if ended:
                return
            self._renew()
            start = self._beyond(f"{asked} LIMIT 1", written, at, last)
            gaps.append(range(at, min(start, last + 1)))

    def _beyond(self, asked: str, written: Callable[[int], object], at: int, last: int) -> int:
        """The first number after `at` from which on rows can be read; beyond `last` if none."""
        step = 1
        while not self._can(asked, written(min(at + step, last))):
            if at + step >= last:
                return last + 1
            step *= 2
        low, high = at + step // 2, min(at + step, last)
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._can(asked, written(middle)) else (middle, high)
        return high

    def _rest_of_day(self, day: str, found: list[Row]) -> list[Row]:
        """What stands of a day behind a lost page: the longest run of its last fields."""
        fields = sorted({row[1] for row in found})
        asked = f"SELECT * FROM {_BY_DAY} WHERE day = ? AND field >= ?"  # noqa: S608 - as above
        rest, low, high = list[Row](), 0, len(fields) - 1
        while low <= high:
            middle = (low + high) // 2
            rows = self._asked(asked, day, fields[middle])
            if rows is None:
                low = middle + 1
            else:
                rest, high = rows, middle - 1
        return rest

    def _names(self, table: str) -> dict[int, str] | None:
        """The ids of a table by the numbers of their rows, as the index of its key has them."""
        columns = self._asked(f'PRAGMA table_info("{table}")') or []
        key = next((column[1] for column in columns if column[-1] == 1), "rowid")
        index = f"sqlite_autoindex_{table}_1"
        found = self._asked(f'SELECT rowid, "{key}" FROM "{table}" INDEXED BY "{index}"')  # noqa: S608 - as above
        return None if found is None else {number: str(name) for number, name in found}

    def _can(self, asked: str, value: object) -> bool:
        return self._asked(asked, value) is not None

    def _asked(self, asked: str, *values: Any) -> list[Row] | None:
        """The rows; None where they cannot be read."""
        try:
            return list(self._connection.execute(asked, values).fetchall())
        except dbapi2.DatabaseError:
            self._renew()
            return None

    def _renew(self) -> None:
        self._connection.close()
        self._connection = connect(self._file, self._key, mode="ro")


def _lost(table: str, gaps: list[range], names: dict[int, str] | None) -> list[Lost]:
    """The lost rows by name; a gap whose names are not known is one nameless row."""
    if names is None:
        return [Lost(table, "")]
    known = [
        Lost(table, names[number]) for gap in gaps for number in gap[:_NAMED] if number in names
    ]
    return known + [Lost(table, "") for gap in gaps if len(gap) > _NAMED][:1]


def _day_of(row: Row) -> int:
    return date.fromisoformat(row[0]).toordinal()


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _number_of(row: Row) -> int:
    return int(row[0])
