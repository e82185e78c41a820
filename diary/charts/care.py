"""Medicines as lanes of bars, and the days of visits and changes, for a stretch of days. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.records import Appointment, DosePeriod
from diary.i18n import _, format_list
from diary.logic.medicine_phrases import change_words, dose_words, span_words
from diary.logic.medicines import Course, MedicineChange, changes
from diary.logic.periods import Period
from diary.logic.visit_phrases import with_whom
from diary.logic.visits import in_time


@dataclass(frozen=True, slots=True)
class Span:
    """One dose or one sore within the stretch; `words` stand on it, `said` is all about it.

    Open ends go on outside of the stretch, or nobody knows them.
    """

    first: date
    last: date
    words: str
    open_start: bool
    open_end: bool
    said: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One medicine: its spans, and all of it in words."""

    name: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CareMarks:
    """What is drawn of medicines and visits."""

    lanes: tuple[Lane, ...] = ()
    visits: tuple[tuple[date, str], ...] = ()
    changes: tuple[tuple[date, str], ...] = ()


def care_marks(
    courses: Iterable[Course], visits: Iterable[Appointment], first: date, last: date
) -> CareMarks:
    """What to draw from `first` to `last`; medicines with a change in it come first."""
    period = Period(first, last)
    all_courses = list(courses)
    happened = changes(all_courses, period)
    changed = {each.medicine.id for each in happened}
    all_courses.sort(key=lambda course: course.medicine.id not in changed)
    lanes = (_lane(course, period) for course in all_courses)
    inside = sorted((each for each in visits if each.day in period), key=in_time)
    return CareMarks(
        lanes=tuple(lane for lane in lanes if lane.spans),
        visits=tuple((each.day, _visit(each)) for each in inside),
        changes=tuple((each.day, _change(each)) for each in happened),
    )


def _visit(visit: Appointment) -> str:
    who = with_whom(visit)
    return _("visit: {who}").format(who=who) if who else _("visit")


def _change(change: MedicineChange) -> str:
    return f"{change.medicine.name.strip()}: {change_words(change)}"


def _lane(course: Course, period: Period) -> Lane:
    name = course.medicine.name.strip()
    doses = [each for each in course.periods if _touches(each, period)]
    spans = (_span(name, each, period) for each in doses)
    return Lane(name, tuple(spans), f"{name}: {format_list(list(map(_told, doses)))}")


def _told(dose: DosePeriod) -> str:
    return f"{dose_words(dose)} {span_words(dose)}".strip()


def _touches(dose: DosePeriod, period: Period) -> bool:
    begins, ends = dose.first or period.first, dose.last or period.last
    return begins <= period.last and ends >= period.first


def _span(name: str, dose: DosePeriod, period: Period) -> Span:
    return Span(
        first=max(dose.first or period.first, period.first),
        last=min(dose.last or period.last, period.last),
        words=dose_words(dose),
        open_start=dose.first is None or dose.first < period.first,
        open_end=dose.last is None or dose.last > period.last,
        said=f"{name}: {_told(dose)}",
    )
