"""The tables of events, made from their records; and of what was deleted. See `db.schema`."""

from __future__ import annotations

from dataclasses import fields
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


TABLES: dict[type, Table] = {
    Sore: _table(Sore, "sore", _in_order("noticed", "healed")),
    SoreDay: _table(
        SoreDay, "sore_day", is_scale("pain"), _belongs_to("sore", "sore"), Index(None, "day")
    ),
    Patch: _table(Patch, "patch", _in_order("noticed", "settled")),
    PatchCheck: _table(
        PatchCheck, "patch_check", _belongs_to("patch", "patch"), Index(None, "day")
    ),
    Measurement: _table(Measurement, "measurement", Index(None, "day")),
    Medicine: _table(Medicine, "medicine"),
    DosePeriod: _table(
        DosePeriod,
        "dose_period",
        _in_order("first", "last"),
        _belongs_to("medicine", "medicine"),
        Index(None, "medicine"),
    ),
    Appointment: _table(Appointment, "appointment"),
    Question: _table(Question, "question"),
    Photo: _table(Photo, "photo", Index(None, "about", "about_id"), Index(None, "day")),
    CustomField: _table(CustomField, "custom_field"),
    Preference: _table(Preference, "preference"),
}

deleted = Table(
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
"""Rows that were deleted, as they were; `kind` is the name of their table. Kept for a while."""
