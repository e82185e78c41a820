"""Which weekly and monthly fields are asked on a day.

A field is due when it was never recorded, or 7 (weekly) or 28 (monthly) days or more have passed
since. It stays due on the day on which it is recorded, so that it can be seen and corrected.
Daily fields are due on every day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from diary.field import Cadence, Field

LOOK_BACK = timedelta(days=Cadence.MONTHLY.days)
"""How far back a last reading matters: what is older, or was never, is due just the same."""


def next_due(field: Field, last: date | None) -> date | None:
    """The day from which a field is asked again; None where it is asked at once."""
    return None if last is None else last + timedelta(days=field.cadence.days)


def is_due(field: Field, day: date, last: date | None) -> bool:
    """Whether a field is asked on a day; `last` is the last day up to it with a reading."""
    start = next_due(field, last)
    return start is None or start <= day or last == day or field.cadence is Cadence.DAILY


def due_fields(
    fields: Iterable[Field], day: date, last_recorded: Mapping[str, date]
) -> list[Field]:
    """The weekly and monthly ones among the fields that are asked on a day."""
    return [
        field
        for field in fields
        if field.cadence is not Cadence.DAILY and is_due(field, day, last_recorded.get(field.key))
    ]


def due_panels(
    fields: Iterable[Field], day: date, last_recorded: Mapping[str, date]
) -> frozenset[str]:
    """The panels that are asked on a day: due together, by the last reading of any of them."""
    panels: dict[str, list[Field]] = {}
    for field in fields:
        if field.panel:
            panels.setdefault(field.panel, []).append(field)
    return frozenset(
        panel
        for panel, those in panels.items()
        if is_due(those[0], day, max(_days(those, last_recorded), default=None))
    )


def _days(fields: Iterable[Field], last_recorded: Mapping[str, date]) -> list[date]:
    return [last_recorded[field.key] for field in fields if field.key in last_recorded]
