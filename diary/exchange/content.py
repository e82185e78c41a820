"""What a file holds, read and checked: what every reader gives, and what a dry run takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from db.errors import DiaryError
from db.records import (
    Attack,
    CustomField,
    Event,
    Everything,
    Note,
    Profile,
    Reading,
    in_order,
)

Pictures = Callable[[Iterable[str]], Iterable[tuple[str, bytes]]]
"""Gives the pictures of photos by their ids; those that it does not have are left out."""

Follow = Callable[[int], None]
"""Told now and then how many entries were read so far; it may raise to cancel."""


class BadFileError(DiaryError):
    """A file that cannot be imported at all; the reason is a translated sentence."""

    sentence = "{reason}"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that cannot be taken: its place in the file, and why, without a full stop."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}."


def no_pictures(_ids: Iterable[str]) -> tuple[()]:
    """Of a file that holds none."""
    return ()


def nobody_follows(_count: int) -> None:
    """Nobody waits beside the work."""


@dataclass(slots=True)
class Content:
    """What a file holds, each kind in the file's order.

    `refusals` stop an import: the file is not what it claims to be. `left_out` do not: it was
    decided, and is said, that these entries stay behind. `notices` are sentences for the user.
    """

    profile: Profile | None = None
    readings: list[Reading] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    attacks: list[Attack] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    left_out: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    pictures: Pictures = no_pictures

    def everything(self) -> Everything:
        """The records in the order of an export."""
        return Everything(
            profile=self.profile or Profile(),
            readings=tuple(sorted(self.readings, key=lambda one: (one.day, one.field))),
            notes=tuple(sorted(self.notes, key=lambda one: one.day)),
            attacks=tuple(sorted(self.attacks, key=lambda one: (one.started_at, one.id))),
            events=tuple(sorted(self.events, key=in_order)),
        )

    def own_fields(self) -> list[CustomField]:
        """The fields of the patient's own that the file brings."""
        return [one for one in self.events if isinstance(one, CustomField)]
