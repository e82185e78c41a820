"""Raynaud's over a period: attacks a day, their length, the worst, when and what set them off.

The rule of a day's attacks, in this order:

1. An evening total was recorded: that total, or the number of timed attacks if it is larger
   (an attack may have been added afterwards).
2. Else attacks were timed on that day: their number.
3. Else the patient answered "no attacks", or that there were 0 of them: 0.
4. Else the day is not recorded. It is never taken for 0.

A day's minutes follow the same rule with the total time of its attacks:

- An attack belongs whole to the day on which it began, also over midnight or for 40 hours.
- The common time of attacks of one day counts once.
- An attack of unknown length, or one that is still going, has no minutes. Where no length of a day
  is known, its minutes are not recorded.
- A day has at most 24 hours (and 99 attacks), which is what its evening totals can hold.

Trials count the same way and average over 14 days: Merkel 2002; Raynaud Diary, PMC10010488.
Merging, the treatment of unknown lengths and the limit are choices of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from statistics import median

from db.records import Attack, Reading
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, DAY_PATTERN
from diary.logic.attacks import Totals, evening_value, totals_by_day
from diary.logic.periods import Period
from diary.logic.statistics import Figures, figures, numbers

NO_ATTACKS = "none"
MOST_OF_THE_DAY = "most"
HOURS = 24
SAID_NONE = frozenset({(DAY_PATTERN, NO_ATTACKS), (ATTACK_COUNT, 0)})
"""The answers by which a day without a timed attack has none."""
_NEVER = datetime.min.replace(tzinfo=UTC)
"""A moment for rules that ask for "now" because of attacks that are still going: none is left."""


@dataclass(frozen=True, slots=True)
class Raynaud:
    """The figures of one period.

    `count` and `minutes` are figures a day (see the module's rule); `timed` the timed attacks,
    of which `at_the_time` were written down while they lasted or within an hour of their start or
    end; `median_minutes` the median of the `known_lengths` (none of an attack that is still going),
    None where there is none; `worst_pain` is (0-10, day), the latest of equal ones;
    `pattern_days` the days on which the day's pattern was answered, `most_days` those of them
    that were cold or discoloured most of the day.
    """

    count: Figures | None
    minutes: Figures | None
    timed: int
    at_the_time: int
    known_lengths: int
    median_minutes: float | None
    worst_pain: tuple[int, date] | None
    pattern_days: int
    most_days: int

    @property
    def nothing(self) -> bool:
        """Whether nothing at all was recorded of Raynaud's attacks."""
        return self.count is None and not self.timed and not self.pattern_days


def daily_counts(readings: Iterable[Reading], attacks: Iterable[Attack]) -> dict[date, float]:
    """The attacks of each day of which they are known, by the rule of this module."""
    return _daily(ATTACK_COUNT, list(readings), timed_by_day(attacks))


def daily_minutes(readings: Iterable[Reading], attacks: Iterable[Attack]) -> dict[date, float]:
    """The minutes of attacks of each day of which they are known."""
    return _daily(ATTACK_MINUTES, list(readings), timed_by_day(attacks))


def timed_by_day(attacks: Iterable[Attack]) -> dict[date, Totals]:
    """The totals of each day for figures: one that is still going has no length yet."""
    known = [replace(attack, ongoing=False) if attack.ongoing else attack for attack in attacks]
    return totals_by_day(known, _NEVER)


def _daily(field: str, readings: Sequence[Reading], timed: dict[date, Totals]) -> dict[date, float]:
    none = {reading.day for reading in readings if _says_none(reading)}
    return by_rule(field, numbers(readings, field), none, timed)


def by_rule(
    field: str,
    recorded: Mapping[date, float],
    none: AbstractSet[date],
    timed: Mapping[date, Totals],
) -> dict[date, float]:
    """One evening total by the rule of this module; `none` are the days answered "no attacks"."""
    answered_none: dict[date, float] = dict.fromkeys(none - timed.keys(), 0)
    days = answered_none | dict(recorded)
    for day, those in timed.items():
        value = evening_value(field, _whole(recorded.get(day)), those)
        if value is not None:
            days[day] = value
    return days


def _says_none(reading: Reading) -> bool:
    return (reading.field, reading.value) in SAID_NONE


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def raynaud(period: Period, readings: Iterable[Reading], attacks: Iterable[Attack]) -> Raynaud:
    """The Raynaud's figures of a period; records outside it are left out."""
    those = [reading for reading in readings if reading.day in period]
    timed = [attack for attack in attacks if attack.day in period]
    lengths = [attack.minutes for attack in timed if attack.minutes is not None]
    patterns = [reading.value for reading in those if reading.field == DAY_PATTERN]
    return Raynaud(
        count=figures(daily_counts(those, timed), period),
        minutes=figures(daily_minutes(those, timed), period),
        timed=len(timed),
        at_the_time=sum(attack.recorded_at_the_time for attack in timed),
        known_lengths=len(lengths),
        median_minutes=median(lengths) if lengths else None,
        worst_pain=_worst_pain(timed),
        pattern_days=len(patterns),
        most_days=patterns.count(MOST_OF_THE_DAY),
    )


def _worst_pain(attacks: Iterable[Attack]) -> tuple[int, date] | None:
    pains = [(attack.pain, attack.day) for attack in attacks if attack.pain is not None]
    return max(pains, default=None)


def by_hour(attacks: Iterable[Attack]) -> list[int]:
    """How many attacks began in each hour of the patient's clock, from 0 to 23."""
    hours = Counter(attack.started_at.hour for attack in attacks)
    return [hours[hour] for hour in range(HOURS)]


def by_trigger(attacks: Iterable[Attack]) -> Counter[str]:
    """How many attacks each trigger was named for; an attack may name several, or none."""
    return Counter(key for attack in attacks for key in set(attack.triggers))
