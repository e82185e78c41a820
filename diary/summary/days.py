"""What a summary reads from the diary, once: the records of a period and of the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from db.records import Attack, Measurement, Note, Photo, Profile, Reading, SoreDay
from db.store import Reader
from diary.field import Catalogue, Field, Group
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES
from diary.logic.coverage import Entry
from diary.logic.drawn import REGIONS, TOTAL, check_totals, drawn_fields
from diary.logic.patterns import OUTDOOR_LOW
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
    others: tuple[Measurement | SoreDay | Photo, ...]

    @cached_property
    def numeric(self) -> tuple[Field, ...]:
        """The fields with numbers that have one in the period or in the one before.

        Of the skin check it is the total.
        """
        both = (self.period, self.period.previous)
        return tuple(
            field
            for field in drawn_fields(self.fields, self.values, ())
            if field.numeric and any(self.figures(field, period) for period in both)
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each field where room is short: what is on by default comes first.

        The weather comes last: it is no complaint.
        """
        first = sorted(self.numeric, key=lambda f: (f.key == OUTDOOR_LOW, not f.default_on))
        return {field.key: place for place, field in enumerate(first)}

    @cached_property
    def values(self) -> Mapping[str, dict[date, float]]:
        """The numbers of each field by day, in both periods; attacks by the rule of a day."""
        found = {field.key: numbers(self.readings, field.key) for field in self.fields}
        for key, daily in ((ATTACK_COUNT, daily_counts), (ATTACK_MINUTES, daily_minutes)):
            if key in found:
                found[key] = daily(self.readings, self.attacks)
        found[TOTAL.key] = dict(check_totals(found))
        return found

    @cached_property
    def late(self) -> Mapping[str, frozenset[date]]:
        """The days on which each field was recorded late."""
        found: defaultdict[str, set[date]] = defaultdict(set)
        for each in self.readings:
            if each.late:
                found[each.field].add(each.day)
        found[TOTAL.key] = set().union(*(found[field.key] for field in REGIONS))
        return {key: frozenset(days) for key, days in found.items()}

    def figures(self, field: Field, period: Period) -> Figures | None:
        """The figures of a field in a period."""
        known = self._figures
        if (field.key, period) not in known:
            known[field.key, period] = figures(self.values[field.key], period, field.cadence)
        return known[field.key, period]

    @cached_property
    def _figures(self) -> dict[tuple[str, Period], Figures | None]:
        """Those that were asked for: several pages tell the same."""
        return {}

    def shows(self, group: Group) -> bool:
        """Whether the patient chose to show a group of fields."""
        return any(field.group is group for field in self.fields)

    def entries(self) -> tuple[Entry, ...]:
        """Everything that makes a day a recorded day."""
        return (*self.readings, *self.notes, *self.attacks, *self.others)

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
        others=tuple(e for e in found.events if isinstance(e, Measurement | SoreDay | Photo)),
    )
