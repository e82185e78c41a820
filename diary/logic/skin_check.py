"""The skin check: eight regions of the arms, 0 to 3 each, on one day. Pure rules over records.

A region that was not answered counts for nothing, and how many were answered is always said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from db.records import Reading, Value
from diary.i18n import _, format_day, format_number
from diary.kinds import Cadence

PREFIX = "skin.check_"
REGIONS = (
    "right_fingers",
    "right_hand",
    "right_forearm",
    "right_upper_arm",
    "left_fingers",
    "left_hand",
    "left_forearm",
    "left_upper_arm",
)
FIELDS = tuple(PREFIX + region for region in REGIONS)
HIGHEST = 3
MOST = HIGHEST * len(REGIONS)


@dataclass(frozen=True, slots=True)
class SkinCheck:
    """One check: the grades of the regions that were answered."""

    day: date
    grades: Mapping[str, int]

    @property
    def total(self) -> int:
        """The sum of the grades, 0 to 24."""
        return sum(self.grades.values())

    @property
    def answered(self) -> int:
        """How many regions have a grade."""
        return len(self.grades)

    @property
    def is_whole(self) -> bool:
        """Whether every region was answered."""
        return self.answered == len(REGIONS)

    def next_open(self, region: str) -> str | None:
        """The first region after this one, round and round, that has no grade yet."""
        here = REGIONS.index(region)
        after = (*REGIONS[here + 1 :], *REGIONS[:here])
        return next((each for each in after if each not in self.grades), None)


def field_of(region: str) -> str:
    """The key of a region’s field."""
    return PREFIX + region


def check_of(day: date, values: Mapping[str, Value]) -> SkinCheck:
    """The check of a day from its values by field."""
    found = {region: values.get(field_of(region)) for region in REGIONS}
    grades = {region: int(value) for region, value in found.items() if value is not None}
    return SkinCheck(day, grades)


def checks(readings: Iterable[Reading]) -> list[SkinCheck]:
    """All checks in these readings, the newest first."""
    days: defaultdict[date, dict[str, Value]] = defaultdict(dict)
    for reading in readings:
        if reading.field in FIELDS:
            days[reading.day][reading.field] = reading.value
    return [check_of(day, days[day]) for day in sorted(days, reverse=True)]


def due_from(before: Iterable[SkinCheck]) -> date | None:
    """The day from which the next check is asked; None where none was ever made."""
    days = [check.day for check in before]
    return max(days) + timedelta(days=Cadence.MONTHLY.days) if days else None


# Words.


def total_words(check: SkinCheck) -> str:
    """The total and what it rests on: "9 of 24, 8 of 8 regions"."""
    return _("{total} of {most}, {answered} of {all} regions").format(
        total=format_number(check.total),
        most=format_number(MOST),
        answered=format_number(check.answered),
        all=format_number(len(REGIONS)),
    )


def last_words(last: SkinCheck | None) -> str:
    """The check before, with its day."""
    if last is None:
        return _("This is the first check.")
    return _("Last check, {day}: {total}").format(day=format_day(last.day), total=total_words(last))


def due_words(known: list[SkinCheck], today: date) -> str:
    """When the next check is asked. A check that was begun today is said as such."""
    start = due_from(check for check in known if check.day <= today)
    if start is None:
        return _("Eight places on your arms, once a month. It takes about five minutes.")
    if start <= today:
        return _("A check is due: the last one was on {day}.").format(
            day=format_day(max(check.day for check in known if check.day <= today))
        )
    return _("The next check is due from {day}.").format(day=format_day(start))
