"""Keeps what a write deletes, so that it can be brought back for a while. Used by the store."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

from sqlcipher3.dbapi2 import Connection

from db.codec import Row
from db.records import Key
from db.rows import KEPT
from db.schema import ATTACK, DELETED, NOTE, READING, TABLES

_ONE_DAY = timedelta(days=1)
_FIRST_COMPUTERS = "1970"
_DAILY = (READING, NOTE, ATTACK)


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
    found = [(*_named(key), _cells(row), moment) for key, row in lasting]
    connection.executemany(DELETED.insert(), found)


def release(connection: Connection, back: Collection[Key]) -> None:
    """Take these out of the list, whatever was kept of them."""
    lasting = [key for key in back if key[0] in KEPT]
    if lasting and _any(connection):
        connection.executemany(DELETED.delete(), [_named(key) for key in lasting])


def release_same(connection: Connection, back: Mapping[Key, Row]) -> None:
    """Take what came back as it was out of the list; what was written anew stays in it."""
    lasting = [(key, row) for key, row in back.items() if key[0] in KEPT]
    if lasting and _any(connection):
        found = [(*_named(key), _cells(row)) for key, row in lasting]
        connection.executemany(f"{DELETED.delete()} AND cells = ?", found)


def _any(connection: Connection) -> bool:
    return connection.execute(DELETED.select("LIMIT 1")).fetchone() is not None


def _named(key: Key) -> tuple[str, str, str]:
    kind, first, second = key
    return TABLES[kind].name, first, second


def _cells(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)


def forget(connection: Connection, before: datetime) -> None:
    """Let go of what was deleted before a moment."""
    connection.execute("DELETE FROM deleted WHERE deleted_at < ?", (_text(before),))


def forget_step(connection: Connection, at: datetime) -> None:
    """Let go of what was deleted by one write."""
    connection.execute("DELETE FROM deleted WHERE deleted_at = ?", (_text(at),))


def _own_moment(connection: Connection, at: datetime) -> str:
    """A moment that no other write has."""
    moment = at.astimezone(UTC)
    last_days = (connection.execute(table.select(what="max(day)")).fetchone() for table in _DAILY)
    newest = max(day or "" for (day,) in last_days)
    if newest > _FIRST_COMPUTERS:
        moment = max(moment, datetime.fromisoformat(newest).replace(tzinfo=UTC) - _ONE_DAY)
    taken = DELETED.select("WHERE deleted_at = ? LIMIT 1")
    while connection.execute(taken, (_text(moment),)).fetchone():
        moment += timedelta(microseconds=1)
    return _text(moment)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
