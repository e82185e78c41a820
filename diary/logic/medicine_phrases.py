"""Medicines, doses and what changed, in words. Used by the window, the charts and the summary."""

from __future__ import annotations

from db.records import DosePeriod
from diary.i18n import _, format_days, format_short_day
from diary.logic.medicines import ChangeKind, MedicineChange


def dose_words(period: DosePeriod | None) -> str:
    """The dose and how often, as the patient wrote them: "20 mg, twice a day"."""
    if period is None:
        return ""
    return ", ".join(part.strip() for part in (period.dose, period.how_often) if part.strip())


def named(name: str, period: DosePeriod | None) -> str:
    """A medicine with its dose: "Nifedipine 20 mg, twice a day"."""
    return f"{name.strip()} {dose_words(period)}".strip()


def span_words(period: DosePeriod) -> str:
    """When it was taken: "since 3 Mar 2026", "3 Mar – 9 Sept 2026"."""
    if period.first and period.last:
        return format_days(period.first, period.last)
    if period.first:
        return _("since {day}").format(day=format_short_day(period.first, year=True))
    if period.last:
        return _("until {day}, start not known").format(
            day=format_short_day(period.last, year=True)
        )
    return _("since before this diary")


def change_words(change: MedicineChange) -> str:
    """What happened: "started 10 mg, once a day", "5 mg → 10 mg", "stopped (headache)"."""
    match change.kind:
        case ChangeKind.STARTED:
            return _("started {dose}").format(dose=dose_words(change.after)).strip()
        case ChangeKind.DOSE:
            return _dose_change(change)
    reason = change.before.why_stopped.strip() if change.before else ""
    return _("stopped ({reason})").format(reason=reason) if reason else _("stopped")


def _dose_change(change: MedicineChange) -> str:
    """What was another before, and what is now; the times once where they stay the same."""
    before, after = change.before, change.after
    was = before.dose.strip() if before else ""
    if before and after and (before.how_often != after.how_often or not was):
        was = dose_words(before)
    return _("{before} → {after}").format(before=was or "…", after=dose_words(after) or "…")


def noticed_words(period: DosePeriod) -> str:
    """Why it was stopped and which side effects were noticed; empty where nothing was written."""
    why, noticed = period.why_stopped.strip(), period.side_effects.strip()
    parts = (
        _("Stopped because: {reason}").format(reason=why) if why else "",
        _("Noticed: {effects}").format(effects=noticed) if noticed else "",
    )
    return " · ".join(part for part in parts if part)
