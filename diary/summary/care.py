"""Medicines, visits and questions in the summary. What has no room is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.records import Appointment, DosePeriod, Medicine, Question
from db.store import Reader
from diary.i18n import _, format_list, format_number, ngettext
from diary.logic.medicine_phrases import change_words, dose_words, named, span_words
from diary.logic.medicines import Course, MedicineChange, changes, courses, covers, taken
from diary.logic.periods import Period
from diary.logic.visit_phrases import visit_words
from diary.logic.visits import ON_SUMMARY, for_next_visit, next_visit
from diary.summary.care_content import Bar, Care, Lines, MedicineBars
from diary.summary.content import Talk
from diary.summary.words import (
    LONGEST_WHO,
    and_more,
    day_words,
    on_page,
    shortened,
    was_cut,
)

ROOM, LEAST = 11, 5
"""Lines for medicines on page 1: in all, and at least for what changed where that is much."""
MOST_BARS = 7
LONGEST_LINE, LONGEST_BAR, LONGEST_QUESTION = 54, 34, 220
"""Letters (wide ones count twice) after which a line is shortened, and says so by an ellipsis."""
VISIT, DOSE = "visit", "dose"


@dataclass(frozen=True)
class CareRecords:
    """What the diary knows of medicines, visits and questions, whatever their days."""

    courses: tuple[Course, ...]
    visits: tuple[Appointment, ...]
    questions: tuple[Question, ...]


def read_care(reader: Reader) -> CareRecords:
    """All of it: a visit to come lies outside every period."""
    return CareRecords(
        courses=tuple(courses(reader.events(Medicine), reader.events(DosePeriod))),
        visits=tuple(reader.events(Appointment)),
        questions=tuple(reader.events(Question)),
    )


def care(records: CareRecords, period: Period) -> Care:
    """Medicines and visits of a period."""
    happened = changes(records.courses, period)
    those, more = _first_bars(records.courses, happened, period)
    bars = tuple(_bars(course, period) for course in those)
    return Care(
        heading=_("Medicines"),
        now=_now(records.courses, happened, period),
        changes=_changed(happened, period, len(taken(records.courses, period.last))),
        bars_heading=_("Medicines through the period"),
        bars=bars,
        bars_more=and_more(more, cut=was_cut(bar.name for bar in bars)),
        visits=tuple(
            sorted({period.index(each.day) for each in records.visits if each.day in period})
        ),
        doses=tuple(sorted({period.index(each.day) for each in happened})),
        legend=((VISIT, _("visit")), (DOSE, _("medicine changed"))),
    )


def talk(records: CareRecords) -> Talk:
    """The first questions for the next visit; ruled lines where there are fewer than three."""
    waiting = for_next_visit(records.questions)
    first = [shortened(each.text, LONGEST_QUESTION) for each in waiting[:ON_SUMMARY]]
    return Talk(
        heading=_("What I would like to talk about"),
        lines=ON_SUMMARY,
        questions=tuple(first),
        more=and_more(len(waiting) - len(first), cut=was_cut(first)),
    )


def for_visit(records: CareRecords, made: date) -> str:
    """The visit that the summary is for: "Visit on 8 December 2026, 10:30, Dr Adams"; or empty."""
    visit = next_visit(records.visits, made)
    if visit is None:
        return ""
    parts = (visit_words(visit, "d MMMM yyyy"), shortened(visit.who, LONGEST_WHO))
    return _("for the visit on {visit}").format(visit=", ".join(filter(None, parts)))


def begins_with_visit(records: CareRecords, period: Period) -> bool:
    """Whether the first day of the period is that of a visit."""
    return any(each.day == period.first for each in records.visits)


# Page 1.


def _now(all_courses: Iterable[Course], happened: list[MedicineChange], period: Period) -> Lines:
    """What is taken on the last day; what changed comes first, then by name."""
    changed = {each.medicine.id for each in happened}
    present = taken(all_courses, period.last)
    present.sort(key=lambda course: course.medicine.id not in changed)
    room = ROOM - min(len(happened), LEAST)
    lines, more = _fitting(
        [("", named(course.medicine.name, course.on(period.last))) for course in present], room
    )
    heading = _("Taken now ({n})").format(n=format_number(len(present)))
    return Lines(
        heading=heading if present else _("Taken now"),
        lines=lines,
        more=and_more(more, cut=was_cut(words for _when, words in lines)),
        nothing=_("Nothing recorded."),
    )


def _changed(happened: list[MedicineChange], period: Period, present: int) -> Lines:
    """The last changes of the period, in the order of time."""
    room = max(LEAST, ROOM - present)
    rows = [
        (day_words(each.day, period), f"{each.medicine.name.strip()}: {change_words(each)}")
        for each in happened
    ]
    lines, more = _fitting(rows[::-1], room)
    return Lines(
        heading=_("Changed in this period"),
        lines=lines[::-1],
        more=on_page(ngettext("and {n} earlier change", "and {n} earlier changes", more))
        if more
        else and_more(0, cut=was_cut(words for _when, words in lines)),
        nothing=_("No change recorded."),
    )


def _fitting(rows: list[tuple[str, str]], room: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The rows that fit, shortened; and how many do not. Counting them takes a line itself."""
    shown = rows if len(rows) <= room else rows[: room - 1]
    lines = tuple((when, shortened(words, LONGEST_LINE)) for when, words in shown)
    return lines, len(rows) - len(shown)


# Page 2.


def _first_bars(
    all_courses: Iterable[Course], happened: list[MedicineChange], period: Period
) -> tuple[list[Course], int]:
    """The medicines of the period, those with a change first; and how many have no room."""
    changed = {each.medicine.id for each in happened}
    of_period = [course for course in all_courses if _bars(course, period).bars]
    of_period.sort(key=lambda course: course.medicine.id not in changed)
    return of_period[:MOST_BARS], max(0, len(of_period) - MOST_BARS)


def _bars(course: Course, period: Period) -> MedicineBars:
    inside = [
        each
        for each in course.periods
        if (each.first or period.first) <= period.last
        and (each.last or period.last) >= period.first
    ]
    name = course.medicine.name.strip()
    doses = [f"{dose_words(each)} {span_words(each)}".strip() for each in inside]
    return MedicineBars(
        name=shortened(name, LONGEST_BAR),
        bars=tuple(_bar(each, period) for each in inside),
        alt=_("Days on which {medicine} was taken: {doses}.").format(
            medicine=name, doses=format_list(doses)
        ),
    )


def _bar(dose: DosePeriod, period: Period) -> Bar:
    first = max(dose.first or period.first, period.first)
    last = min(dose.last or period.last, period.last)
    assert covers(dose, first)  # noqa: S101 - only doses of the period come here
    return Bar(period.index(first), period.index(last), dose_words(dose))
