"""Which fields Trends shows, in the patient's order: those that are on, and those with readings."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator

from diary.charts.measured import measured_fields
from diary.field import Field, Group
from diary.logic.drawn import REGIONS, TOTAL, drawn_fields
from diary.logic.units import chosen_units
from diary.session import Session


def drawn_groups(session: Session, used: Container[str]) -> dict[Group, tuple[Field, ...]]:
    """The rows of each group's chart; groups without a row are left out."""
    units = chosen_units(session.preference)
    catalogue = session.catalogue.with_own(measured_fields(units))
    on = {field.key for field in session.shown}
    choices = session.choices
    groups = {
        group: drawn_fields(choices.fields(catalogue, group), used, on)
        for group in choices.groups()
    }
    return {group: fields for group, fields in groups.items() if fields}


def any_used(fields: Collection[Field], used: Container[str]) -> bool:
    """Whether there is anything to draw of these fields."""
    behind = REGIONS if TOTAL in fields else ()
    return any(field.key in used for field in (*fields, *behind))


def columns(session: Session, used: Container[str]) -> Iterator[Field]:
    """The columns of the table: the rows of the charts, and the regions behind a total."""
    for fields in drawn_groups(session, used).values():
        for field in fields:
            yield field
            if field is TOTAL:
                yield from (region for region in REGIONS if region.key in used)
