"""How each kind of event stands in a file: the name of its list, and what its parts may hold.

The types of the parts come from the record itself; only what a type does not say is written
here. Used by both writers, both readers and the comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date, datetime
from typing import Any

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
)
from diary.event_words import PATCH_REGIONS, PATCH_SHAPES, SORE_PLACES, SORE_SIGNS, SORE_SPOTS
from diary.field import Cadence, Choice, Kind
from diary.i18n import ngettext
from diary.measures import MEASURES, OXYGEN_PLACES

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One list of an export.

    `words` are the keys that a part may hold; `parent` names the part with the id of an entry
    of another list, which must be in the diary or in the file.
    """

    kind: type[Event]
    name: str
    counted: Callable[[int], str]
    words: Words = field(default_factory=dict)
    parent: str = ""

    @property
    def parts(self) -> tuple[Field[Any], ...]:
        """The parts of the record, in their order."""
        return fields(self.kind)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(part.name for part in self.parts)

    @property
    def needed(self) -> frozenset[str]:
        """The parts that an entry cannot leave out."""
        return frozenset(part.name for part in self.parts if part.default is MISSING)


def _keys(choices: Iterable[Choice]) -> tuple[str, ...]:
    return tuple(choice.key for choice in choices)


def _sores(n: int) -> str:
    return ngettext("{n} sore", "{n} sores", n)


def _sore_days(n: int) -> str:
    return ngettext("{n} day of a sore", "{n} days of sores", n)


def _patches(n: int) -> str:
    return ngettext("{n} patch", "{n} patches", n)


def _patch_checks(n: int) -> str:
    return ngettext("{n} size of a patch", "{n} sizes of patches", n)


def _measurements(n: int) -> str:
    return ngettext("{n} measurement", "{n} measurements", n)


def _medicines(n: int) -> str:
    return ngettext("{n} medicine", "{n} medicines", n)


def _dose_periods(n: int) -> str:
    return ngettext("{n} dose period", "{n} dose periods", n)


def _appointments(n: int) -> str:
    return ngettext("{n} visit", "{n} visits", n)


def _questions(n: int) -> str:
    return ngettext("{n} question", "{n} questions", n)


def _custom_fields(n: int) -> str:
    return ngettext("{n} field of your own", "{n} fields of your own", n)


def _preferences(n: int) -> str:
    return ngettext("{n} setting of the diary", "{n} settings of the diary", n)


def _photos(n: int) -> str:
    return ngettext("{n} photo", "{n} photos", n)


SHAPES = (
    Shape(
        Sore,
        "sores",
        _sores,
        {"place": _keys(SORE_PLACES), "spot": ("", *_keys(SORE_SPOTS))},
    ),
    Shape(SoreDay, "sore_days", _sore_days, {"signs": _keys(SORE_SIGNS)}, "sore"),
    Shape(
        Patch,
        "patches",
        _patches,
        {"region": _keys(PATCH_REGIONS), "shape": _keys(PATCH_SHAPES)},
    ),
    Shape(PatchCheck, "patch_checks", _patch_checks, parent="patch"),
    Shape(
        Measurement,
        "measurements",
        _measurements,
        {"measure": tuple(MEASURES), "place": ("", *_keys(OXYGEN_PLACES))},
    ),
    Shape(Medicine, "medicines", _medicines),
    Shape(DosePeriod, "dose_periods", _dose_periods, parent="medicine"),
    Shape(Appointment, "appointments", _appointments),
    Shape(Question, "questions", _questions),
    Shape(
        CustomField,
        "custom_fields",
        _custom_fields,
        {"kind": tuple(Kind), "cadence": tuple(Cadence)},
    ),
    Shape(Preference, "preferences", _preferences),
)

PHOTOS = Shape(Photo, "photos", _photos, {"about": ("sore", "patch", "attack", "day")})
IN_ZIP = (*SHAPES, PHOTOS)
"""A zip holds photos too; JSON has no place for pictures."""

BY_NAME = {shape.name: shape for shape in IN_ZIP}
BY_KIND: dict[type, Shape] = {shape.kind: shape for shape in IN_ZIP}


def plain(record: Event) -> dict[str, object]:
    """An event as plain values, as JSON holds it."""
    return {part.name: _plain(getattr(record, part.name)) for part in fields(record)}


def _plain(value: Any) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return list(value)
    return value
