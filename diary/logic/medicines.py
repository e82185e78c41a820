"""Which medicines are taken on a day, at which dose, and what changed in a period. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from db.records import DosePeriod, Medicine
from diary.logic.names import in_reading_order
from diary.logic.periods import DAY, Period


@dataclass(frozen=True, slots=True)
class Course:
    """A medicine with its dose periods in the order of time; at least one, or it was emptied."""

    medicine: Medicine
    periods: tuple[DosePeriod, ...]

    def on(self, day: date) -> DosePeriod | None:
        """The dose taken on a day; where one ends and the next begins on it, the next."""
        return next((each for each in reversed(self.periods) if covers(each, day)), None)

    def going_on(self, day: date) -> DosePeriod | None:
        """The dose that is taken on a day and not for the last time."""
        dose = self.on(day)
        return dose if dose is not None and (dose.last is None or dose.last > day) else None

    @property
    def latest(self) -> DosePeriod | None:
        """The last of its dose periods."""
        return self.periods[-1] if self.periods else None


class ChangeKind(StrEnum):
    """What can happen to a medicine."""

    STARTED = "started"
    DOSE = "dose"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class MedicineChange:
    """Something that happened to a medicine on a day.

    `before` is the dose until then (None at a start), `after` the dose from then on (None where
    it was stopped; `day` is then the last day on which it was taken).
    """

    day: date
    kind: ChangeKind
    medicine: Medicine
    before: DosePeriod | None
    after: DosePeriod | None


def covers(period: DosePeriod, day: date) -> bool:
    """Whether a dose was taken on a day."""
    return (period.first or date.min) <= day <= (period.last or date.max)


def courses(medicines: Iterable[Medicine], periods: Iterable[DosePeriod]) -> list[Course]:
    """Each medicine with its periods, by name as a reader sorts names."""
    of: defaultdict[str, list[DosePeriod]] = defaultdict(list)
    for period in periods:
        of[period.medicine].append(period)
    found = [Course(each, tuple(sorted(of[each.id], key=_in_time))) for each in medicines]
    return sorted(found, key=lambda c: (in_reading_order(c.medicine.name), c.medicine.id))


def taken(all_courses: Iterable[Course], day: date) -> list[Course]:
    """Those that go on on a day; one that is taken for the last time counts as stopped."""
    return [course for course in all_courses if course.going_on(day) is not None]


def stopped(all_courses: Iterable[Course], day: date) -> list[Course]:
    """Those that do not go on on a day, the last stopped first."""
    others = [course for course in all_courses if course.going_on(day) is None]
    return sorted(others, key=_ended, reverse=True)


def changes(all_courses: Iterable[Course], period: Period) -> list[MedicineChange]:
    """What started, stopped or changed its dose in a period, in the order of time.

    A period that begins on the day on which another ends, or on the day after, is a change of
    dose (none where dose and times are the same); after a longer pause it is a new start.
    """
    found = [each for course in all_courses for each in _changes(course) if each.day in period]
    return sorted(found, key=lambda each: (each.day, in_reading_order(each.medicine.name)))


def _changes(course: Course) -> list[MedicineChange]:
    found = []
    before: DosePeriod | None = None
    for period in course.periods:
        follows = before is not None and _follows(before, period)
        if before is not None and before.last is not None and not follows:
            found.append(
                MedicineChange(before.last, ChangeKind.STOPPED, course.medicine, before, None)
            )
        if period.first is not None:
            kind = ChangeKind.DOSE if follows else ChangeKind.STARTED
            if not follows or before is None or not same_dose(before, period):
                old = before if follows else None
                found.append(MedicineChange(period.first, kind, course.medicine, old, period))
        before = period
    if before is not None and before.last is not None:
        found.append(MedicineChange(before.last, ChangeKind.STOPPED, course.medicine, before, None))
    return found


def same_dose(one: DosePeriod, other: DosePeriod) -> bool:
    """Whether two periods are of the same dose, as often."""
    return (one.dose.strip(), one.how_often.strip()) == (
        other.dose.strip(),
        other.how_often.strip(),
    )


def dose_change(
    now: DosePeriod, new: DosePeriod, today: date
) -> tuple[tuple[DosePeriod, ...], bool]:
    """The periods to keep for a change of dose in one step, and whether its day is possible.

    The present dose ends the day before the new one begins. Where the new one begins on the same
    first day as the present one, it takes its place: that day was written down wrongly.
    """
    begins = new.first or today
    if now.first == begins:
        return (replace(now, dose=new.dose, how_often=new.how_often),), True
    possible = now.first is None or now.first < begins
    return (replace(now, last=begins - DAY), replace(new, first=begins)), possible


def next_dose(now: DosePeriod | None, medicine: str, key: str, at: datetime) -> DosePeriod:
    """A new period to be filled in, with the words of the present one."""
    return DosePeriod(
        id=key,
        medicine=medicine,
        dose=now.dose if now else "",
        how_often=now.how_often if now else "",
        first=at.date(),
        recorded_at=at,
    )


def _follows(before: DosePeriod, after: DosePeriod) -> bool:
    """Whether there is no day without the medicine between two periods."""
    return before.last is None or after.first is None or after.first <= before.last + DAY


def _in_time(period: DosePeriod) -> tuple[date, date, str]:
    return period.first or date.min, period.last or date.max, period.id


def _ended(course: Course) -> date:
    latest = course.latest
    return (latest.last or date.max) if latest else date.min
