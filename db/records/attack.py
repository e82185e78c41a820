"""A timed Raynaud's attack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One timed Raynaud's attack.

    `minutes` is None while it is `ongoing`, and where its length is unknown. `pain`,
    `numbness` and `tingling` run from 0 to 10, None where not recorded. The tuples hold keys of
    the catalogue's attack words. `counted_on` is the patient's day where that is not the date of
    the start: an attack at 01:30 can belong to the evening before.
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
    counted_on: date | None = None

    def __post_init__(self) -> None:
        if self.counted_on == self.started_at.date():
            object.__setattr__(self, "counted_on", None)

    @property
    def day(self) -> date:
        """The patient's day on which it began; an attack is counted on this day alone."""
        return self.counted_on or self.started_at.date()

    @property
    def ended_at(self) -> datetime | None:
        """When it ended, in the offset of its start; None while ongoing or unknown."""
        return None if self.minutes is None else self.started_at + timedelta(minutes=self.minutes)

    @property
    def recorded_at_the_time(self) -> bool:
        """Whether it was written down while it lasted, or within an hour of its start or end.

        A moment long before the start cannot be: the computer's clock was wrong then.
        """
        first, last = self.started_at - AN_HOUR, (self.ended_at or self.started_at) + AN_HOUR
        return first <= self.recorded_at <= last
