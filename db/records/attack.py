"""A timed Raynaud's attack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


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
