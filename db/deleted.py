"""Keeps what a write deletes, so that it can be brought back for a while. Used by the store."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select

from db.codec import Row
from db.event_tables import NAMES, deleted
from db.records import Key
from db.rows import KEPT, KINDS
from db.schema import attack, note, reading

_ONE_DAY = timedelta(days=1)
_FIRST_COMPUTERS = "1970"
_DAILY = (reading, note, attack)


def keep(connection: Connection, gone: Mapping[Key, Row], at: datetime) -> None:
    """Keep rows that are about to go; those of one write share their moment.

    A clock that was set back must not make them look old: their moment is at least the day before
    the last day of the diary. No two writes have the same moment.
    """
    lasting = [(key, row) for key, row in gone.items() if key[0] in KEPT]
    if not lasting:
        return
    release(connection, [key for key, _ in lasting])
    moment = _own_moment(connection, at)
    cells = [
        {
            "kind": _name(key),
            "first": key[1],
            "second": key[2],
            "cells": _cells(row),
            "deleted_at": moment,
        }
        for key, row in lasting
    ]
    connection.execute(insert(deleted()), cells)


def release(connection: Connection, back: Collection[Key]) -> None:
    """Take these out of the list, whatever was kept of them."""
    lasting = [key for key in back if key[0] in KEPT]
    if lasting and _any(connection):
        connection.execute(delete(deleted()).where(*_same()), [_named(key) for key in lasting])


def release_same(connection: Connection, back: Mapping[Key, Row]) -> None:
    """Take what came back as it was out of the list; what was written anew stays in it."""
    lasting = [(key, row) for key, row in back.items() if key[0] in KEPT]
    if lasting and _any(connection):
        same = (*_same(), deleted().c.cells == bindparam("as_it_was"))
        rows = [{**_named(key), "as_it_was": _cells(row)} for key, row in lasting]
        connection.execute(delete(deleted()).where(*same), rows)


def _any(connection: Connection) -> bool:
    return connection.execute(select(deleted().c.kind).limit(1)).first() is not None


def _same() -> tuple[ColumnElement[bool], ...]:
    names = {"kind": "of", "first": "one", "second": "two"}
    return tuple(deleted().c[column] == bindparam(name) for column, name in names.items())


def _named(key: Key) -> dict[str, str]:
    return {"of": _name(key), "one": key[1], "two": key[2]}


def _cells(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)


def forget(connection: Connection, before: datetime) -> None:
    """Let go of what was deleted before a moment."""
    connection.execute(delete(deleted()).where(deleted().c.deleted_at < _text(before)))


def forget_step(connection: Connection, at: datetime) -> None:
    """Let go of what was deleted by one write."""
    connection.execute(delete(deleted()).where(deleted().c.deleted_at == _text(at)))


def _own_moment(connection: Connection, at: datetime) -> str:
    """A moment that no other write has."""
    moment = at.astimezone(UTC)
    newest = max(connection.scalar(select(func.max(table.c.day))) or "" for table in _DAILY)
    if newest > _FIRST_COMPUTERS:
        moment = max(moment, datetime.fromisoformat(newest).replace(tzinfo=UTC) - _ONE_DAY)
    taken = deleted().c.deleted_at
    while connection.execute(select(taken).where(taken == _text(moment)).limit(1)).first():
        moment += timedelta(microseconds=1)
    return _text(moment)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _name(key: Key) -> str:
    return NAMES.get(key[0]) or KINDS[key[0]].table.name
