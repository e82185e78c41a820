"""What is on its way to the disk, or could not be saved: shown as typed until then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from db.records import (
    EVENTS,
    Attack,
    Everything,
    Key,
    Note,
    Profile,
    Put,
    Reading,
    Record,
    Remove,
    Wish,
    days_of,
    key_of,
)

R = TypeVar("R", bound=Record)


def key_of_wish(wish: Wish) -> Key:
    """What a wish is about."""
    return key_of(wish.record) if isinstance(wish, Put) else wish.key


class Pending:
    """The last wish for each key that is not settled yet."""

    def __init__(self) -> None:
        self._wishes: dict[Key, Wish] = {}

    def add(self, wishes: Iterable[Wish]) -> None:
        """Take wishes on; each takes the place of an earlier one about the same."""
        for wish in wishes:
            self._wishes[key_of_wish(wish)] = wish

    def settle(self, wishes: Iterable[Wish]) -> None:
        """Let go of wishes that are saved, unless newer ones took their place."""
        for wish in wishes:
            if self.holds(wish):
                del self._wishes[key_of_wish(wish)]

    @property
    def is_empty(self) -> bool:
        """Whether all is saved."""
        return not self._wishes

    def holds(self, wish: Wish) -> bool:
        """Whether this very wish is still the last one about its key."""
        return self._wishes.get(key_of_wish(wish)) is wish

    def find(self, key: Key) -> Wish | None:
        """The wish about a key."""
        return self._wishes.get(key)

    def snapshot(self) -> Pending:
        """As it is now, for a worker."""
        made = Pending()
        made._wishes = dict(self._wishes)
        return made

    def over_all(self, diary: Everything) -> Everything:
        """A whole diary as it will be."""

        def over(kind: type[R], stored: Iterable[R]) -> tuple[R, ...]:
            return tuple(self.over(kind, stored, date.min, date.max))

        profile = over(Profile, [diary.profile])
        return Everything(
            profile=profile[0] if profile else Profile(),
            readings=over(Reading, diary.readings),
            notes=over(Note, diary.notes),
            attacks=over(Attack, diary.attacks),
            events=tuple(each for kind in EVENTS for each in over(kind, diary.of(kind))),
        )

    def records(self, kind: type[R]) -> Iterator[R]:
        """The records of a kind that shall be stored."""
        for wish in self._wishes.values():
            if isinstance(wish, Put) and isinstance(wish.record, kind):
                yield wish.record

    def over(self, kind: type[R], stored: Iterable[R], first: date, last: date) -> list[R]:
        """Stored records of a kind as they will be; what is new in a stretch of days comes last.

        A record without a day is in every stretch.
        """
        found = {key_of(record): record for record in stored}
        for key, wish in self._wishes.items():
            match wish:
                case Remove():
                    found.pop(key, None)
                case Put(record) if isinstance(record, kind) and _within(record, first, last):
                    found[key] = record
        return list(found.values())


def _within(record: Record, first: date, last: date) -> bool:
    days = days_of(record)
    return not days or any(first <= day <= last for day in days)
