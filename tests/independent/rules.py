"""The rules of the statistics, written a second time: from their text, on the JSON export alone.

Standard library only; nothing of the program is used, and where there is another way it is taken:
minutes are counted one by one, weeks are laid out as days, means are exact fractions. The rules
are those of docs/statistics.md. A period is the list of its days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from statistics import median
from typing import Any

ONE, HOUR, NIGHT = timedelta(days=1), timedelta(hours=1), timedelta(hours=4)
WHOLE_DAY = 24 * 60
SPAN = {"day": 1, "week": 7, "month": 28}
FEWEST = {"day": 7, "week": 4, "month": 3}
HIGHER, LOWER, SAME, TOO_FEW = "▲ higher", "▼ lower", "= about the same", "too few days"

Values = Mapping[date, Fraction]
Entry = Mapping[str, Any]
Export = Mapping[str, Any]
Period = list[date]


def period(first: date, last: date) -> Period:
    """The days from the first to the last."""
    return [first + ONE * n for n in range((last - first).days + 1)]


def before(days: Period) -> Period:
    """As many days just before."""
    return period(days[0] - ONE * len(days), days[0] - ONE)


def fortnight(days: Period) -> Period:
    """The 14 days that end with the last one."""
    return period(days[-1] - ONE * 13, days[-1])


def other_season(days: Period) -> bool:
    """Whether a period and the one before lie more than two months apart in the year."""
    apart = len(days) % 365.25
    return min(apart, 365.25 - apart) > 61


# What was recorded.


def values(export: Export, field: str) -> dict[date, Fraction]:
    """The numbers of a field by day."""
    return {
        date.fromisoformat(each["day"]): Fraction(str(each["value"]))
        for each in export["readings"]
        if each["field"] == field
    }


def day_of(attack: Entry) -> date:
    """The day on which an attack counts: that of its start by the clock there, or the evening's."""
    return date.fromisoformat(attack.get("counted_on") or attack["started_at"][:10])


def attacks_on(export: Export, days: Period) -> list[Entry]:
    """The attacks that began on these days."""
    return [attack for attack in export["attacks"] if day_of(attack) in days]


def minutes_of(attacks: list[Entry]) -> int | None:
    """The minutes that lie in any of a day's attacks, counted one by one; at most 24 hours."""
    seen: set[int] = set()
    known = [attack for attack in attacks if attack["minutes"] is not None]
    for attack in known:
        start = int(datetime.fromisoformat(attack["started_at"]).timestamp()) // 60
        seen.update(range(start, start + attack["minutes"]))
    return min(len(seen), WHOLE_DAY) if known else None


def by_the_rule(export: Export, field: str) -> dict[date, Fraction]:
    """A day's attacks, or their minutes: the evening's total, what was timed, or "no attacks"."""
    evening, counts = values(export, field), values(export, "raynaud.attack_count")
    said_none = {
        date.fromisoformat(each["day"])
        for each in export["readings"]
        if (each["field"], each["value"]) == ("raynaud.day_pattern", "none")
    } | {day for day, count in counts.items() if count == 0}
    timed: dict[date, list[Entry]] = {}
    for attack in export["attacks"]:
        timed.setdefault(day_of(attack), []).append(attack)
    found: dict[date, Fraction] = {}
    for day in said_none | evening.keys() | timed.keys():
        those = timed.get(day, [])
        own = len(those) if field == "raynaud.attack_count" else minutes_of(those)
        said = [evening.get(day), Fraction(own) if those and own is not None else None]
        known = [each for each in said if each is not None]
        if known or not those:
            found[day] = max(known, default=Fraction(0))
    return found


def skin_check_total(export: Export) -> dict[date, Fraction]:
    """The sum of the eight regions, on days on which all of them were answered."""
    places = ("fingers", "hand", "forearm", "upper_arm")
    regions = [
        values(export, f"skin.check_{side}_{place}")
        for side in ("right", "left")
        for place in places
    ]
    return {
        day: sum((each[day] for each in regions), Fraction())
        for day in regions[0]
        if all(day in each for each in regions)
    }


def is_late(day: date, recorded_at: str) -> bool:
    """More than one day after its day; until four in the morning it is still the evening before."""
    return ((datetime.fromisoformat(recorded_at) - NIGHT).date() - day).days > 1


def at_the_time(attack: Entry) -> bool:
    """Written down while it lasted, or within an hour of its start or end."""
    start = datetime.fromisoformat(attack["started_at"])
    end = start + timedelta(minutes=attack["minutes"] or 0)
    return start - HOUR <= datetime.fromisoformat(attack["recorded_at"]) <= end + HOUR


# Figures and their comparison.


@dataclass(frozen=True)
class Figures:
    """What is said of a field in a period in which anything of it was recorded."""

    recorded: int
    possible: int
    entries: int
    mean: Fraction
    median: Fraction
    lowest: Fraction
    highest: Fraction
    highest_on: date
    present: int

    @property
    def in_seven(self) -> Fraction:
        """Days with it for each seven recorded days."""
        return Fraction(7 * self.present, self.entries)


def figures(found: Values, days: Period, every: str = "day") -> Figures | None:
    """The figures; None where nothing was recorded. `every` is how often a field is asked."""
    known = {day: found[day] for day in days if day in found}
    if not known:
        return None
    spans = _spans(days, SPAN[every])
    highest = max(known.values())
    return Figures(
        recorded=sum(any(day in known for day in span) for span in spans),
        possible=len(spans),
        entries=len(known),
        mean=sum(known.values(), Fraction()) / len(known),
        median=Fraction(median(known.values())),
        lowest=min(known.values()),
        highest=highest,
        highest_on=max(day for day, value in known.items() if value == highest),
        present=sum(value > 0 for value in known.values()),
    )


def _spans(days: Period, length: int) -> list[Period]:
    """Whole weeks or months back from the last day; what is left over belongs to the first."""
    ends = range(len(days), length - 1, -length)
    spans = [days[end - length : end] for end in ends] or [[]]
    return [*spans[:-1], days[: len(days) - length * (len(spans) - 1)]]


def least_change(kind: str, own: str, one: Fraction, other: Fraction) -> Fraction:
    """The least difference of two means that is called higher or lower."""
    if kind in {"count", "minutes"}:
        return max(Fraction(1), max(one, other) / 4)
    return Fraction(1, 7) if kind == "yes_no" else Fraction(own)


def verdict(
    now: Figures | None, then: Figures | None, *, kind: str, own: str = "1", every: str = "day"
) -> str:
    """Higher, lower, about the same, or too few days."""
    if now is None or then is None:
        return TOO_FEW
    if any(f.recorded < FEWEST[every] or f.recorded * 2 < f.possible for f in (now, then)):
        return TOO_FEW
    difference = now.mean - then.mean
    if not difference or abs(difference) < least_change(kind, own, now.mean, then.mean):
        return SAME
    return HIGHER if difference > 0 else LOWER
