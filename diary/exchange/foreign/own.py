"""The fields of the patient's own that are made for things that no field is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from db.records import CustomField
from diary.custom import FIRST_RANK, field_of
from diary.exchange.foreign.mapping import NOTE, Take, own_key
from diary.exchange.foreign.survey import Thing
from diary.field import Catalogue, Field, Group, Kind
from diary.i18n import N_

KINDS = {
    Kind.SCALE10: N_("a scale from 0 to 10"),
    Kind.YES_NO: N_("yes or no"),
    Kind.COUNT: N_("a count"),
    Kind.MEASURE: N_("a number with decimals"),
}
"""What a new field can be; one with answers of its own is made in the settings first."""
HIGHEST = {Kind.COUNT: 999, Kind.MEASURE: 9999}
LONGEST_NAME = 80
LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""The moment of a field that is only thought of."""


def field_for(thing: Thing, take: Take, catalogue: Catalogue) -> Field | None:
    """The field that a thing becomes: of the diary, or new; None where there is none such."""
    if take.to in catalogue:
        return catalogue[take.to]
    return new_field(thing, take.new) if take.new else None


def is_possible(thing: Thing, take: Take, catalogue: Catalogue) -> bool:
    """Whether an answer makes sense in this diary; a field may be gone since it was given."""
    return take.to in {"", NOTE} or field_for(thing, take, catalogue) is not None


def new_field(thing: Thing, kind: Kind) -> Field:
    """The field that would be made for a thing."""
    return field_of(_made(thing, kind, 0, LONG_AGO))


def new_fields(
    takes: Mapping[Thing, Take], catalogue: Catalogue, now: datetime
) -> dict[str, CustomField]:
    """The fields to be made, by their keys; what is there already is not made again."""
    rank = _last_rank(catalogue)
    made: dict[str, CustomField] = {}
    for thing, take in takes.items():
        if take.new and take.to not in catalogue and take.to not in made:
            made[take.to] = _made(thing, take.new, rank + 1 + len(made), now)
    return made


def with_new(takes: Mapping[Thing, Take], catalogue: Catalogue, now: datetime) -> Catalogue:
    """All fields that things can become."""
    return catalogue.with_own(field_of(own) for own in new_fields(takes, catalogue, now).values())


def _made(thing: Thing, kind: Kind, rank: int, now: datetime) -> CustomField:
    return CustomField(
        key=own_key(str(thing)),
        name=str(thing)[:LONGEST_NAME],
        kind=kind.value,
        maximum=HIGHEST.get(kind, 10),
        rank=rank,
        recorded_at=now,
    )


def _last_rank(fields: Iterable[Field]) -> int:
    return max((one.rank - FIRST_RANK for one in fields if one.group is Group.OWN), default=-1)
