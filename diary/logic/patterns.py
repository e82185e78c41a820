"""When and with what Raynaud's attacks came in one period. Used by the patterns in Trends. Pure.

An attack is counted on the patient's day on which it began, and in the hour that the clocks of
its place showed then: a journey, a clock change or a later start of the day moves neither.
How many attacks a day had, and which days are known at all, is ruled in `diary.logic.raynaud`.

A picture of few attacks shows chance, so each needs a least number (choices of ours):

- `FEWEST_ATTACKS` attacks: with fewer, a single attack would be more than a tenth of them.
- `FEWEST_OF_A_WEEKDAY` known days of a weekday: one unusual day is at most a quarter of them.
- `FEWEST_TOGETHER` days with both attacks and temperature known: as few as a comparison takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.records import Attack, Reading
from diary.logic.comparison import FEWEST_DAYS
from diary.logic.periods import Period
from diary.logic.raynaud import by_hour, by_trigger, daily_counts
from diary.logic.statistics import numbers
from diary.logic.weeks import WEEK

OUTDOOR_LOW = "raynaud.outdoor_low"
FEWEST_ATTACKS = 10
FEWEST_OF_A_WEEKDAY = 4
FEWEST_TOGETHER = FEWEST_DAYS


@dataclass(frozen=True, slots=True)
class Hours:
    """The timed attacks by the hour in which they began, and those of unknown time.

    `counts` are of the hours from 0 to 23; `without` were counted in the evening, beyond those
    that were timed.
    """

    counts: tuple[int, ...]
    without: int

    @property
    def timed(self) -> int:
        """How many attacks have a time."""
        return sum(self.counts)

    @property
    def enough(self) -> bool:
        """Whether they can be shown."""
        return self.timed >= FEWEST_ATTACKS


@dataclass(frozen=True, slots=True)
class Weekday:
    """The attacks of one weekday (0 is Monday) and the days of it on which they are known."""

    weekday: int
    days: int
    attacks: int

    @property
    def rate(self) -> float | None:
        """Attacks for each known day; None where these are too few."""
        return self.attacks / self.days if self.days >= FEWEST_OF_A_WEEKDAY else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many attacks each answer was given for; an attack may have several answers.

    `told` attacks have at least one answer, `silent` have none.
    """

    counts: Mapping[str, int]
    told: int
    silent: int

    @property
    def enough(self) -> bool:
        """Whether they can be shown."""
        return self.told >= FEWEST_ATTACKS


@dataclass(frozen=True, slots=True)
class ColdDay:
    """A day with its coldest outdoor temperature, in degrees Celsius, and its attacks."""

    day: date
    temperature: float
    attacks: int


@dataclass(frozen=True, slots=True)
class Cold:
    """The days on which both are known, in order of time, and those on which one alone is."""

    days: tuple[ColdDay, ...]
    no_temperature: int
    no_attacks: int

    @property
    def enough(self) -> bool:
        """Whether they can be shown."""
        return len(self.days) >= FEWEST_TOGETHER


@dataclass(frozen=True, slots=True)
class Patterns:
    """All of it for one period; `known_days` are the days on which attacks are known."""

    period: Period
    known_days: int
    attacks: int
    hours: Hours
    weekdays: tuple[Weekday, ...]
    triggers: Tally
    places: Tally
    colours: Tally
    together: Counter[tuple[str, ...]]
    cold: Cold


def patterns(
    period: Period,
    readings: Iterable[Reading],
    attacks: Iterable[Attack],
    first_weekday: int,
) -> Patterns:
    """The patterns of a period; records outside it are left out. The week begins as chosen."""
    inside = [reading for reading in readings if reading.day in period]
    timed = [attack for attack in attacks if attack.day in period]
    known = {day: int(count) for day, count in daily_counts(inside, timed).items()}
    return Patterns(
        period=period,
        known_days=len(known),
        attacks=sum(known.values()),
        hours=hours(timed, known),
        weekdays=weekdays(known, first_weekday),
        triggers=_tally(by_trigger(timed), [attack.triggers for attack in timed]),
        places=tally([attack.places for attack in timed]),
        colours=tally([attack.colours for attack in timed]),
        together=together(timed),
        cold=cold(known, numbers(inside, OUTDOOR_LOW)),
    )


def hours(timed: Sequence[Attack], known: Mapping[date, int]) -> Hours:
    """By the hour of the clock; `known` are the attacks of each day, timed or not."""
    of_day = Counter(attack.day for attack in timed)
    without = sum(max(0, count - of_day[day]) for day, count in known.items())
    return Hours(tuple(by_hour(timed)), without)


def weekdays(known: Mapping[date, int], first: int) -> tuple[Weekday, ...]:
    """The weekdays in the order of a week that begins with `first` (0 is Monday)."""
    days = Counter(day.weekday() for day in known)
    attacks: Counter[int] = Counter()
    for day, count in known.items():
        attacks[day.weekday()] += count
    order = [(first + place) % WEEK for place in range(WEEK)]
    return tuple(Weekday(each, days[each], attacks[each]) for each in order)


def tally(answers: Sequence[Sequence[str]]) -> Tally:
    """How many attacks had each answer; the same answer twice in an attack counts once."""
    return _tally(Counter(key for keys in answers for key in set(keys)), answers)


def _tally(counts: Mapping[str, int], answers: Sequence[Sequence[str]]) -> Tally:
    told = sum(bool(keys) for keys in answers)
    return Tally(counts, told, len(answers) - told)


def together(timed: Iterable[Attack]) -> Counter[tuple[str, ...]]:
    """How many attacks showed these colours together; their order is not recorded."""
    return Counter(tuple(dict.fromkeys(attack.colours)) for attack in timed if attack.colours)


def cold(known: Mapping[date, int], temperatures: Mapping[date, float]) -> Cold:
    """The attacks of each day beside its coldest outdoor temperature."""
    both = sorted(known.keys() & temperatures.keys())
    return Cold(
        tuple(ColdDay(day, temperatures[day], known[day]) for day in both),
        no_temperature=len(known.keys() - temperatures.keys()),
        no_attacks=len(temperatures.keys() - known.keys()),
    )
