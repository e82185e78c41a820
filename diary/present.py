"""What the window shows: what is stored, with what is still on its way to the disk.

The reading half of the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from db.errors import DiaryError
from db.records import (
    Attack,
    CustomField,
    Event,
    Everything,
    Note,
    Preference,
    Put,
    Reading,
    Remove,
    Wish,
    in_order,
    key_of,
)
from db.store import Reader
from diary.clock import Clock
from diary.field import Catalogue, Field
from diary.known_fields import KnownFields
from diary.logic.day_start import KEY as DAY_START
from diary.logic.day_start import day_at, start_from, until_next_day
from diary.logic.weeks import KEY as WEEK_FIRST
from diary.logic.weeks import week_begins
from diary.pending import Pending, key_of_wish
from diary.shown import Choices, Shown

E = TypeVar("E", bound=Event)

LOOK_BACK = timedelta(days=400)
"""How far back the last reading of a field is looked for."""


class Gathered(NamedTuple):
    """All that can be read, with what is not saved; why nothing of what is saved could be read."""

    everything: Everything
    unread: DiaryError | None


class Present(QObject):
    """The diary as it is at this moment."""

    def __init__(
        self, read: Reader, catalogue: Catalogue, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.read = read
        self.clock = clock
        self._pending = Pending()
        self._known = KnownFields(
            catalogue, lambda: self.events(CustomField), lambda: self.events(Preference)
        )
        self._day_start: timedelta | None = None

    @property
    def read_only(self) -> DiaryError | None:
        """Why nothing can be written in this diary; None where it can."""
        return self.read.database.read_only

    def today(self) -> date:
        """The patient's present day."""
        return day_at(self.clock.now(), self.day_start())

    def date_here(self) -> date:
        """The date on the calendar, for moments: a day that begins at four does not move it."""
        return self.clock.now().date()

    def day_start(self) -> timedelta:
        """How long after midnight the patient's day begins."""
        if self._day_start is None:
            self._day_start = start_from(self.events(Preference))
        return self._day_start

    def week_begins(self) -> int:
        """The first day of the week as chosen or as usual here: 0 is Monday."""
        return week_begins(self.preference(WEEK_FIRST))

    def _left_of_day(self) -> timedelta:
        return until_next_day(self.clock.now(), self.day_start())

    @property
    def catalogue(self) -> Catalogue:
        """Every field in the patient's order: the program's and their own, also those put away."""
        return self._known.known().catalogue

    @property
    def in_use(self) -> Catalogue:
        """The fields that can be asked: every field but those that are put away."""
        return self._known.known().in_use

    @property
    def choices(self) -> Choices:
        """Which fields the patient switched on and off, and put in order."""
        return self._known.known().choices

    @property
    def shown(self) -> Shown:
        """The fields that are asked, in the patient's order."""
        return self._known.known().shown

    def gathering(self) -> Callable[[], Gathered]:
        """For a worker: gives all that can be read, with what is not saved."""
        pending = self._pending.snapshot()

        def gather() -> Gathered:
            try:
                stored, unread = self.read.everything(), None
            except DiaryError as error:  # such as a disk that has gone
                stored, unread = Everything(), error
            return Gathered(pending.over_all(stored), unread)

        return gather

    def day_readings(self, day: date) -> dict[str, Reading]:
        """The readings of a day by field, with those still being saved."""
        stored = self.read.readings(day, day)
        return {each.field: each for each in self._pending.over(Reading, stored, day, day)}

    def last_recorded(self, fields: Iterable[Field], day: date) -> dict[str, date]:
        """The last day up to `day` on which each field is recorded, if within 400 days."""
        keys = {field.key for field in fields}
        if not keys:
            return {}
        first = day - LOOK_BACK
        stored = self.read.readings(first, day, keys)
        both = self._pending.over(Reading, stored, first, day)
        return {
            each.field: each.day
            for each in sorted(both, key=lambda one: one.day)
            if each.field in keys
        }

    def note(self, day: date) -> str:
        """The day's note as typed; empty where there is none."""
        match self._pending.find((Note, day.isoformat(), "")):
            case Put(Note() as note):
                return note.text
            case Remove():
                return ""
        stored = self.read.note(day)
        return stored.text if stored else ""

    def events(self, kind: type[E], first: date | None = None, last: date | None = None) -> list[E]:
        """The events of a kind in their order, with those still being saved."""
        stored = self.read.events(kind, first, last)
        both = self._pending.over(kind, stored, first or date.min, last or date.max)
        return sorted(both, key=in_order)

    def preference(self, key: str, default: Any = None) -> Any:
        """How this diary is kept, as plain JSON values; `default` where nothing was chosen."""
        return self._known.preference(key, default)

    def running_attack(self) -> Attack | None:
        """The attack that is running, also when its start is still being saved."""
        stored = self.read.ongoing_attack()
        if stored is not None:
            match self._pending.find(key_of(stored)):
                case Put(Attack() as attack):
                    return attack if attack.ongoing else None
                case Remove():
                    return None
            return stored
        return next((each for each in self._pending.records(Attack) if each.ongoing), None)

    def _attack(self, attack_id: str) -> Attack | None:
        """The attack as it will be stored."""
        match self._pending.find((Attack, attack_id, "")):
            case Put(Attack() as attack):
                return attack
            case Remove():
                return None
        return self.read.attack(attack_id)

    def _look_anew(self) -> None:
        """Let go of everything that is remembered: another program may have changed it."""
        self._known.forget()
        self._day_start = None

    def _look(self, wishes: Iterable[Wish]) -> bool:
        """Let fields and the start of the day be as chosen; whether the start may be another."""
        looked = list(wishes)
        self._known.look(looked)
        start = any(key_of_wish(wish)[:2] == (Preference, DAY_START) for wish in looked)
        if start:
            self._day_start = None
        return start
