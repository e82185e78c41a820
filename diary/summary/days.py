"""What a summary reads from the diary, once: the records of a period and of the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from db.records import Attack, Note, Profile, Reading
from db.store import Reader
from diary.field import Catalogue, Field
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES
from diary.logic.periods import Period
from diary.logic.raynaud import daily_counts, daily_minutes
from diary.logic.statistics import Figures, figures, numbers
from diary.summary.options import Options


@dataclass(frozen=True)
class Days:
    """The records that a summary speaks of."""

    period: Period
    made: datetime
    profile: Profile
    fields: tuple[Field, ...]
    readings: tuple[Reading, ...]
    notes: tuple[Note, ...]
    attacks: tuple[Attack, ...]

    @cached_property
    def numeric(self) -> tuple[Field, ...]:
        """The fields with numbers that have one in the period or in the one before."""
        both = (self.period, self.period.previous)
        return tuple(
            field
            for field in self.fields
            if field.numeric and any(self.figures(field, period) for period in both)
        )

    @cached_property
    def values(self) -> Mapping[str, dict[date, float]]:
        """The numbers of each field by day, in both periods; attacks by the rule of a day."""
        found = {field.key: numbers(self.readings, field.key) for field in self.fields}
        for key, daily in ((ATTACK_COUNT, daily_counts), (ATTACK_MINUTES, daily_minutes)):
            if key in found:
                found[key] = daily(self.readings, self.attacks, self.made)
        return found

    @cached_property
    def late(self) -> Mapping[str, frozenset[date]]:
        """The days on which each field was recorded late."""
        return {
            field.key: frozenset(r.day for r in self.readings if r.field == field.key and r.late)
            for field in self.fields
        }

    def figures(self, field: Field, period: Period) -> Figures | None:
        """The figures of a field in a period."""
        return figures(self.values[field.key], period)

    def entries(self) -> tuple[Reading | Note | Attack, ...]:
        """Everything that makes a day a recorded day."""
        return (*self.readings, *self.notes, *self.attacks)

    def attacks_in(self, period: Period) -> tuple[Attack, ...]:
        """The attacks that began in a period."""
        return tuple(attack for attack in self.attacks if attack.day in period)


def read_days(reader: Reader, catalogue: Catalogue, period: Period, options: Options) -> Days:
    """Read what a summary needs; the fields in the order of the summary.

    The earlier period reaches back at least to the 14 days before the last 14.
    """
    first = min(period.previous.first, period.fortnight.previous.first)
    found = reader.everything(first, period.last)
    return Days(
        period=period,
        made=options.made,
        profile=found.profile,
        fields=tuple(field for field in catalogue.ranked() if field.group in options.sections),
        readings=found.readings,
        notes=found.notes,
        attacks=found.attacks,
    )
