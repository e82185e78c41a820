"""The diary's only way of writing. The session's writer thread and the import use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Select, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert

from db import rows
from db.read import Reader
from db.records import Edit, Key, Profile, Put, Record, Wish, key_of
from db.rows import KINDS, Row

__all__ = ["Reader", "Store"]

_FEW = 20
"""Up to so many days (or ids) are looked up one by one, more of them as one stretch."""


class Store(Reader):
    """An open diary."""

    def write(self, wishes: Iterable[Wish]) -> tuple[Edit, ...]:
        """Fulfil all wishes or none, in one durable transaction.

        A wish that changes nothing gives no edit. `Edit.after` is what a later read returns:
        lone surrogates in a text have become U+FFFD in it.

        Raises:
            DiaryError: Nothing was stored, and why.
        """
        wanted = [_planned(wish) for wish in wishes]
        if not wanted:
            return ()
        with self.database.writing() as connection:
            before = _present(connection, [key for key, _ in wanted])
            edits, after = _plan(wanted, before)
            _apply(connection, before, after)
        return tuple(edits)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        self.database.close()


_Rows = dict[Key, Row]
_Planned = tuple[Key, Row | None]


def _planned(wish: Wish) -> _Planned:
    if not isinstance(wish, Put):
        kind, first, second = wish.key
        return (kind, rows.clean(first), rows.clean(second)), None
    kind, first, second = key_of(wish.record)
    row = KINDS[kind].to_row(wish.record)
    if kind is Profile and wish.record == Profile():
        return (kind, first, second), None
    return (kind, rows.clean(first), rows.clean(second)), row


def _present(connection: Connection, keys: Sequence[Key]) -> _Rows:
    """The rows, under these keys and perhaps others, that are there before the write."""
    found: _Rows = {}
    by_kind: dict[type, set[str]] = {}
    for kind, first, _ in keys:
        by_kind.setdefault(kind, set()).add(first)
    for kind, firsts in by_kind.items():
        stretches = (
            [(first, first) for first in firsts]
            if len(firsts) <= _FEW
            else [(min(firsts), max(firsts))]
        )
        for low, high in stretches:
            limits = {"low": low, "high": high}
            for row in connection.execute(_stretch(kind), limits if kind is not Profile else {}):
                found[_key(kind, row)] = tuple(row)
    return found


def _key(kind: type, row: Any) -> Key:
    if kind is Profile:
        return Profile, "", ""
    return kind, row[0], row[1] if len(KINDS[kind].keys) > 1 else ""


def _plan(wanted: Iterable[_Planned], before: _Rows) -> tuple[list[Edit], dict[Key, Row | None]]:
    """What the wishes change, one after the other, and the rows that result."""
    edits: list[Edit] = []
    after: dict[Key, Row | None] = {}
    for key, row in wanted:
        old = after[key] if key in after else before.get(key)
        if old != row:
            edits.append(Edit(_record(key, old), _record(key, row)))
            after[key] = row
    return edits, after


def _record(key: Key, row: Row | None) -> Record | None:
    return None if row is None else KINDS[key[0]].from_row(row)


def _apply(connection: Connection, before: _Rows, after: dict[Key, Row | None]) -> None:
    for kind, about in KINDS.items():
        names = about.table.columns.keys()
        mine = {key: row for key, row in after.items() if key[0] is kind}
        puts = [dict(zip(names, row, strict=True)) for row in mine.values() if row is not None]
        if puts:
            connection.execute(_upsert(kind), puts)
        gone = [before[key] for key, row in mine.items() if row is None and key in before]
        if gone:
            keys = [f"key_{column.name}" for column in about.keys]
            connection.execute(_removal(kind), [dict(zip(keys, row, strict=False)) for row in gone])


@cache
def _stretch(kind: type) -> Select[Any]:
    about = KINDS[kind]
    if kind is Profile:
        return select(about.table)
    return select(about.table).where(about.keys[0].between(bindparam("low"), bindparam("high")))


@cache
def _upsert(kind: type) -> Insert:
    about = KINDS[kind]
    new = insert(about.table)
    rest = {c.name: new.excluded[c.name] for c in about.table.columns if not c.primary_key}
    return new.on_conflict_do_update(index_elements=list(about.keys), set_=rest)


@cache
def _removal(kind: type) -> Delete:
    about = KINDS[kind]
    return delete(about.table).where(
        *(column == bindparam(f"key_{column.name}") for column in about.keys)
    )
