"""The tables of events, made from their records; and of what was deleted. See `db.schema`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from threading import RLock
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

from db import codec
from db.records import (
    Appointment,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Question,
    Sore,
    SoreDay,
    has_two_keys,
)
from db.schema import is_day, is_list, is_scale, metadata


def _table(kind: type[Event], name: str, *more: SchemaItem) -> Table:
    """A STRICT table with the key, the checks that follow from types, and some more."""
    columns = codec.columns(kind)
    keys = [column.name for column in columns[: 1 + has_two_keys(kind)]]
    checks = [check for part in fields(kind) for check in _checks(part)]
    return Table(
        name,
        metadata,
        *columns,
        PrimaryKeyConstraint(*keys),
        CheckConstraint(f"{keys[0]} <> ''", keys[0]),
        *checks,
        *more,
        sqlite_strict=True,
    )


def _checks(part: Any) -> list[CheckConstraint]:
    match codec.type_of(part)[0]:
        case "date":
            return [is_day(part.name)]
        case "tuple[str, ...]":
            return [is_list(part.name)]
        case "bool":
            return [CheckConstraint(f"{part.name} BETWEEN 0 AND 1", part.name)]
    return []


def _belongs_to(column: str, parent: str) -> ForeignKeyConstraint:
    """Checked when all wishes of one write are done, so that their order does not matter."""
    return ForeignKeyConstraint([column], [f"{parent}.id"], deferrable=True, initially="DEFERRED")


def _in_order(first: str, last: str) -> CheckConstraint:
    return CheckConstraint(f"{last} >= {first}", f"{first}_{last}")


NAMES: dict[type, str] = {
    Sore: "sore",
    SoreDay: "sore_day",
    Patch: "patch",
    PatchCheck: "patch_check",
    Measurement: "measurement",
    Medicine: "medicine",
    DosePeriod: "dose_period",
    Appointment: "appointment",
    Question: "question",
    Photo: "photo",
    CustomField: "custom_field",
    Preference: "preference",
}
"""The table of each kind."""


_MORE: dict[type, Callable[[], list[SchemaItem]]] = {
    Sore: lambda: [_in_order("noticed", "healed")],
    SoreDay: lambda: [is_scale("pain"), _belongs_to("sore", "sore"), Index(None, "day")],
    Patch: lambda: [_in_order("noticed", "settled")],
    PatchCheck: lambda: [_belongs_to("patch", "patch"), Index(None, "day")],
    Measurement: lambda: [Index(None, "day")],
    DosePeriod: lambda: [
        _in_order("first", "last"),
        _belongs_to("medicine", "medicine"),
        Index(None, "medicine"),
    ],
    Photo: lambda: [Index(None, "about", "about_id"), Index(None, "day")],
}
"""What does not follow from the types of a kind's parts."""

_made: dict[type, Table] = {}
_making = RLock()


def table_of(kind: type) -> Table:
    """The table of a kind; made when it is first asked for, since making it takes a while."""
    with _making:
        if kind not in _made:
            more = _MORE.get(kind, list)()
            _made[kind] = _table(kind, NAMES[kind], *more)
        return _made[kind]


@cache
def deleted() -> Table:
    """Rows that were deleted, as they were, under the name of their table. Kept for a while."""
    return Table(
        "deleted",
        metadata,
        Column("kind", Text, nullable=False),
        Column("first", Text, nullable=False),
        Column("second", Text, nullable=False),
        Column("cells", Text, nullable=False),
        Column("deleted_at", Text, nullable=False),
        PrimaryKeyConstraint("kind", "first", "second"),
        is_list("cells"),
        Index(None, "deleted_at"),
        sqlite_strict=True,
    )


def all_tables() -> list[Table]:
    """Every table of this module, the parents before their children."""
    return [*map(table_of, NAMES), deleted()]
