"""The top of page 1: who, when, how much was recorded."""

from __future__ import annotations

from diary import __version__
from diary.i18n import _, format_day, format_days, format_number
from diary.logic.coverage import coverage
from diary.summary.care import CareRecords, begins_with_visit, for_visit
from diary.summary.content import Coverage, Head
from diary.summary.days import Days
from diary.summary.visit_kinds import KIND_NAMES, VisitKind
from diary.summary.words import (
    LONGEST_ID,
    LONGEST_IN_FOOTER,
    LONGEST_NAME,
    day_count,
    of_days,
    shortened,
)

NOT_RECORDED, RECORDED, LATE = "0", "1", "2"


def head(days: Days, cared: CareRecords, visit: VisitKind) -> Head:
    """Who the summary is about, its period, and what it is not."""
    period = days.period
    return Head(
        name=shortened(days.profile.name, LONGEST_NAME),
        short_name=shortened(days.profile.name, LONGEST_IN_FOOTER),
        name_label=_("Name"),
        about=_about(days),
        kind=_kind(for_visit(cared, days.made.date()), visit),
        period=format_days(period.first, period.last),
        compared=_("{days}, compared with {before}").format(
            days=_("{days} since the visit").format(days=day_count(len(period)))
            if begins_with_visit(cared, period)
            else day_count(len(period)),
            before=format_days(period.previous.first, period.previous.last),
        ),
        disclaimer=_("Recorded by the patient. Not a clinical assessment."),
        made=_("Made on {day} with Scleroderma Diary {version}").format(
            day=format_day(days.made.date()), version=__version__
        ),
        page=_("page {page} of {pages}"),
    )


def _kind(coming: str, visit: VisitKind) -> str:
    """What this is and for which visit: "Scleroderma diary for the visit on ... · GP"."""
    title = " ".join(filter(None, (_("Scleroderma diary"), coming)))
    return f"{title} · {KIND_NAMES[visit]}"


def _about(days: Days) -> str:
    born, patient_id = days.profile.born, days.profile.patient_id.strip()
    parts = [
        _("Born {day}").format(day=format_day(born)) if born else "",
        _("ID {id}").format(id=shortened(patient_id, LONGEST_ID)) if patient_id else "",
    ]
    return "   ".join(part for part in parts if part)


def recorded(days: Days) -> Coverage:
    """How much of the period was recorded."""
    found = coverage(days.period, days.entries())
    gap = found.gap
    total = of_days(len(found.recorded), found.days)
    entered_late = format_number(len(found.late))
    length = day_count(len(gap)) if gap else _("none")
    gap_days = format_days(gap.first, gap.last, year=False) if gap else ""
    strip = "".join(
        LATE if day in found.late else RECORDED if day in found.recorded else NOT_RECORDED
        for day in days.period
    )
    return Coverage(
        facts=(
            (total, _("days recorded")),
            (entered_late, _("with late entries")),
            (length, _("longest gap: {days}").format(days=gap_days) if gap else _("longest gap")),
        ),
        strip=strip,
        alt=_(
            "Days recorded, {period}: {total} days, {late} of them with entries made more than a "
            "day late. "
            "Longest gap: {gap}."
        ).format(
            period=format_days(days.period.first, days.period.last),
            total=total,
            late=entered_late,
            gap=f"{length} {gap_days}".strip(),
        ),
        legend=(
            (RECORDED, _("recorded")),
            (LATE, _("more than a day late")),
            (NOT_RECORDED, _("not recorded")),
        ),
    )
