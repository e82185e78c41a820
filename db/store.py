"""The diary's only way of writing. The session's writer thread and the import use it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
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
from db.records import Edit, Key, Profile, Put, Reading, Record, Wish, key_of
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


Statement = Callable[[type], Insert | Update | Delete]
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
