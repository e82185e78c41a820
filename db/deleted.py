"""Keeps what a write deletes, so that it can be brought back for a while. Used by the store."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from db.codec import Row
from db.event_tables import NAMES, deleted
from db.records import Key
from db.rows import KEPT, KINDS


def keep(connection: Connection, gone: Mapping[Key, Row], at: datetime) -> None:
    """Keep rows that are about to go; those of one write share their moment."""
    lasting = [(key, row) for key, row in gone.items() if key[0] in KEPT]
    if not lasting:
        return
    release(connection, [key for key, _ in lasting])
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    cells = [
        {
            "kind": _name(key),
            "first": key[1],
            "second": key[2],
            "cells": json.dumps(row, ensure_ascii=False),
            "deleted_at": moment,
        }
        for key, row in lasting
    ]
    connection.execute(insert(deleted()), cells)


def release(connection: Connection, back: Collection[Key]) -> None:
    """Take what has come back out of the list."""
    lasting = [key for key in back if key[0] in KEPT]
    if not lasting or connection.execute(select(deleted().c.kind).limit(1)).first() is None:
        return
    keys = [{"of": _name(key), "one": key[1], "two": key[2]} for key in lasting]
    table = deleted()
    same = (
        table.c.kind == bindparam("of"),
        table.c.first == bindparam("one"),
        table.c.second == bindparam("two"),
    )
    connection.execute(delete(table).where(*same), keys)


def forget(connection: Connection, before: datetime) -> None:
    """Let go of what was deleted before a moment."""
    moment = before.astimezone(UTC).isoformat(timespec="microseconds")
    connection.execute(delete(deleted()).where(deleted().c.deleted_at < moment))


def _name(key: Key) -> str:
    return NAMES.get(key[0]) or KINDS[key[0]].table.name
