"""What becomes of a table: the answers of the patient."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.scale import Scale
from diary.exchange.foreign.shape import Shape
from diary.exchange.foreign.survey import Thing
from diary.field import Kind

NOTE = "note"
KEY_LETTERS = 8


class Several(StrEnum):
    """Which value counts where a thing has several on one day."""

    HIGHEST = "highest"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Take:
    """What becomes of one thing.

    `to` is a field's key, `NOTE`, or empty: it is left out. `new` is the kind of the field of
    the patient's own that is made for it under that key. `words` give texts a meaning: a number
    or an answer's key; empty: not recorded.
    """

    to: str = ""
    new: Kind | None = None
    scale: Scale | None = None
    words: Mapping[str, str] = field(default_factory=dict)


LEFT_OUT = Take()


@dataclass(frozen=True, slots=True)
class Plan:
    """All answers about a table.

    `same_day`: it was written down on the day itself, so the summary does not call it late.
    `leave_unfit`: what cannot be read stays behind, and is listed; otherwise it stops the import.
    """

    shape: Shape
    order: Order
    sign: Sign
    takes: Mapping[Thing, Take]
    several: Several = Several.HIGHEST
    same_day: bool = True
    leave_unfit: bool = False


def own_key(name: str) -> str:
    """The key of a new field of the patient's own: the same name always gives the same one."""
    bare = " ".join(name.casefold().split())
    return f"custom.{hashlib.sha256(bare.encode()).hexdigest()[:KEY_LETTERS]}"
