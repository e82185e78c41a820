"""The diary's only way of writing. The session's writer thread and the import use it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from db import rows
from db.read import Reader
from db.records import Edit, Key, Profile, Put, Reading, Record, Wish
from db.rows import KINDS, Row

__all__ = ["Reader", "Store"]

_FEW = 20
"""Up to so many days (or ids) are looked up one by one, more of them as one stretch."""

_BATCH = 10_000
"""So many wishes are in memory at a time, though all are in one transaction."""


class Store(Reader):
    """An open diary."""

    def write(self, wishes: Iterable[Wish]) -> tuple[Edit, ...]:
        """Fulfil all wishes or none, in one durable transaction.

        A wish that changes nothing gives no edit. `Edit.after` is what a later read returns:
        lone surrogates in a text have become U+FFFD in it.

        Raises:
            DiaryError: Nothing was stored, and why.
        """
        left = iter(wishes)
        batch = list(islice(left, _BATCH))
        edits: list[Edit] = []
        if batch:
            with self.database.writing() as connection:
                while batch:
                    edits += _fulfil(connection, batch)
                    batch = list(islice(left, _BATCH))
        return tuple(edits)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        self.database.close()


Statement = Callable[[type], Insert | Update | Delete]
_Planned = tuple[Key, Record | None, Row | None]
_Rows = dict[Key, Row]


def _fulfil(connection: Connection, wishes: Iterable[Wish]) -> list[Edit]:
    planned = [_planned(wish) for wish in wishes]
    before = _present(connection, [key for key, _, _ in planned])
    now: dict[Key, tuple[Record | None, Row | None]] = {}
    edits: list[Edit] = []
    for key, record, row in planned:
        old = now[key] if key in now else _found(key, before.get(key))
        if old[1] != row:
            edits.append(Edit(old[0], record))
            now[key] = record, row
    _apply(connection, before, {key: row for key, (_, row) in now.items()})
    return edits


def _planned(wish: Wish) -> _Planned:
    """The key that a wish is about, and what shall be under it."""
    if not isinstance(wish, Put):
        kind, first, second = wish.key
        return (kind, rows.clean(first), rows.clean(second)), None, None
    kind = type(wish.record)
    record, row = KINDS[kind].stored(wish.record)
    if record == Profile():
        return (Profile, "", ""), None, None
    return _key(kind, row), record, row


def _found(key: Key, row: Row | None) -> tuple[Record | None, Row | None]:
    return (None, None) if row is None else (KINDS[key[0]].from_row(row), row)


def _present(connection: Connection, keys: Sequence[Key]) -> _Rows:
    """The rows, under these keys and perhaps others, that are there before the write."""
    found: _Rows = {}
    by_kind: dict[type, set[str]] = {}
    for kind, first, _ in keys:
        by_kind.setdefault(kind, set()).add(first)
    for kind, firsts in by_kind.items():
        few = len(firsts) <= _FEW
        for low, high in [(each, each) for each in firsts] if few else [_ends(firsts)]:
            for row in connection.execute(_stretch(kind), {"low": low, "high": high}).all():
                found[_key(kind, row)] = tuple(row)
    return found


def _ends(keys: Collection[str]) -> tuple[str, str]:
    return min(keys), max(keys)


def _key(kind: type, row: Any) -> Key:
    if kind is Profile:
        return Profile, "", ""
    return kind, row[0], row[1] if kind is Reading else ""


def _apply(connection: Connection, before: _Rows, after: dict[Key, Row | None]) -> None:
    """Insert, update and delete, each kind of record in one go.

    What is there is known, so no upsert: it costs a third more than a plain update.
    """
    work: dict[tuple[Statement, type], list[dict[str, Any]]] = {}
    for key, row in after.items():
        kind, old = key[0], before.get(key)
        if row is not None:
            work.setdefault((_insert if old is None else _update, kind), []).append(
                _parameters(kind, row)
            )
        elif old is not None:
            work.setdefault((_delete, kind), []).append(_parameters(kind, old))
    for (statement, kind), parameters in work.items():
        connection.execute(statement(kind), parameters if len(parameters) > 1 else parameters[0])


def _parameters(kind: type, row: Row) -> dict[str, Any]:
    return dict(zip(_names(kind), row, strict=True))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """One name a column, apart from the columns' own so that an update may set them."""
    return tuple(f"new_{column.name}" for column in KINDS[kind].table.columns)


@cache
def _stretch(kind: type) -> Select[Any]:
    about = KINDS[kind]
    if kind is Profile:
        return select(about.table)
    return select(about.table).where(about.keys[0].between(bindparam("low"), bindparam("high")))


@cache
def _values(kind: type) -> dict[str, BindParameter[Any]]:
    names = KINDS[kind].table.columns.keys()
    return {name: bindparam(new) for name, new in zip(names, _names(kind), strict=True)}


@cache
def _insert(kind: type) -> Insert:
    return insert(KINDS[kind].table).values(_values(kind))


@cache
def _update(kind: type) -> Update:
    keys = {column.name for column in KINDS[kind].keys}
    values = {name: new for name, new in _values(kind).items() if name not in keys}
    return update(KINDS[kind].table).where(*_same_key(kind)).values(values)


@cache
def _delete(kind: type) -> Delete:
    return delete(KINDS[kind].table).where(*_same_key(kind))


def _same_key(kind: type) -> list[ColumnElement[bool]]:
    return [column == _values(kind)[column.name] for column in KINDS[kind].keys]
