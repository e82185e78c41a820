"""The frozen records that every part of the program speaks in.

A **day** is a local calendar date. An instant is an aware `datetime` with a *fixed* UTC offset
(never a zone with clock changes), so that comparing and subtracting are exact; the zone's name
is kept beside it where it matters. A missing record means *not recorded*; the value 0 means
*none*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

Value = int | float | str
"""Scales, counts, minutes and yes/no (1/0) are `int`; measures `float`; choices are keys."""

LATE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one field on one day."""

    day: date
    field: str
    value: Value
    recorded_at: datetime

    @property
    def late(self) -> bool:
        """Whether it was recorded more than one day after its day."""
        return self.recorded_at.date() - self.day > LATE_AFTER


@dataclass(frozen=True, slots=True)
class Note:
    """The patient's own words about one day."""

    day: date
    text: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One timed Raynaud's attack.

    `minutes` is None while it is `ongoing`, and where its length is unknown. `pain`,
    `numbness` and `tingling` run from 0 to 10, None where not recorded. The tuples hold keys of
    the catalogue's attack words.
    """

    id: str
    started_at: datetime
    zone: str
    recorded_at: datetime
    minutes: int | None = None
    ongoing: bool = False
    colours: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    pain: int | None = None
    numbness: int | None = None
    tingling: int | None = None
    triggers: tuple[str, ...] = ()
    relief: tuple[str, ...] = ()
    note: str = ""

    @property
    def day(self) -> date:
        """The local day on which it began; an attack is counted on this day alone."""
        return self.started_at.date()

    @property
    def ended_at(self) -> datetime | None:
        """When it ended, in the offset of its start; None while ongoing or unknown."""
        return None if self.minutes is None else self.started_at + timedelta(minutes=self.minutes)

    @property
    def recorded_at_the_time(self) -> bool:
        """Whether it was written down within an hour of its start or of its end."""
        return self.recorded_at - (self.ended_at or self.started_at) <= timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the summary is about; every part may be empty."""

    name: str = ""
    born: date | None = None
    patient_id: str = ""


Record = Reading | Note | Attack | Profile
"""Everything that can be written. Each kind has a key: see `key_of`."""

Key = tuple[type, str, str]


def key_of(record: Record) -> Key:
    """What identifies a record among its kind: writing the same key again replaces it."""
    match record:
        case Reading():
            return Reading, record.day.isoformat(), record.field
        case Note():
            return Note, record.day.isoformat(), ""
        case Attack():
            return Attack, record.id, ""
        case Profile():
            return Profile, "", ""


@dataclass(frozen=True, slots=True)
class Put:
    """A wish to store a record, replacing the one with the same key."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """A wish that no record has this key."""

    key: Key


Wish = Put | Remove


@dataclass(frozen=True, slots=True)
class Edit:
    """What one wish did: the record before and after (None: there was none)."""

    before: Record | None
    after: Record | None

    def undone(self) -> Wish:
        """The wish that takes this edit back."""
        if self.before is not None:
            return Put(self.before)
        if self.after is None:
            message = "an edit of nothing has nothing to take back"
            raise ValueError(message)
        return Remove(key_of(self.after))


@dataclass(frozen=True, slots=True)
class Everything:
    """A whole diary in memory, as exported and imported. Ordered by day, field and start."""

    profile: Profile = Profile()
    readings: tuple[Reading, ...] = ()
    notes: tuple[Note, ...] = ()
    attacks: tuple[Attack, ...] = field(default=())
