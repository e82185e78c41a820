"""What is said around a change of a medicine: the change, its days, and both sides of a field.

No matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence

from diary.charts.describe import amount
from diary.charts.measured import PREFIX
from diary.field import Field, Kind
from diary.i18n import (
    N_,
    Message,
    _,
    format_day,
    format_days,
    format_number,
    format_short_day,
    ngettext,
)
from diary.logic.around_change import AROUND, Sides, Window
from diary.logic.cadence import coverage_words
from diary.logic.comparison import Change
from diary.logic.medicine_phrases import change_words
from diary.logic.medicines import ChangeKind, MedicineChange
from diary.logic.periods import Period
from diary.logic.statistics import Figures

COMPARED = N_("What is compared")
VERDICTS: dict[Change, Message] = {
    Change.HIGHER: N_("higher after"),
    Change.LOWER: N_("lower after"),
    Change.SAME: N_("about the same"),
    Change.TOO_FEW: N_("too few days to compare"),
}


def told_change(change: MedicineChange) -> str:
    """A change as it stands in the list: "1 Sept 2026 · Nifedipine: started 10 mg"."""
    day = format_short_day(change.day, year=True)
    return f"{day} · {_named(change)}"


def _named(change: MedicineChange) -> str:
    return f"{change.medicine.name.strip()}: {change_words(change)}"


def compared_words(change: MedicineChange, window: Window, also: Sequence[MedicineChange]) -> str:
    """Which days are compared, what else happened in them, and what this cannot show."""
    parts = (
        told_change(change),
        _sides(window),
        _stopped(change),
        _cut(window),
        _also(also),
        no_cause(),
    )
    return "\n".join(part for part in parts if part)


def caution(also: Sequence[MedicineChange]) -> str:
    """What has to be known before the charts are looked at; the rest is told at their end."""
    told = ngettext(
        "{n} other change in these days.", "{n} other changes in these days.", len(also)
    )
    cause = _("This does not show what caused a change.")
    return f"{told} {cause}" if also else cause


def no_cause() -> str:
    """What no comparison of two times can show."""
    return _("This does not show what caused a change: much else differs between two months.")


def key_words() -> str:
    """What dots, rings and lines mean, a line each, and what they cannot show."""
    marks = (
        _("Each dot is one day."),
        _("A ring is a day that was filled in more than a day late."),
        _("Each line is the median, the middle value, of the days before or after."),
    )
    return "\n".join((*marks, no_cause()))


def _sides(window: Window) -> str:
    return _("Before: {before}. After: {after}.").format(
        before=_days(window.before), after=_days(window.after)
    )


def _days(side: Period | None) -> str:
    if side is None:
        return _("no day in the diary")
    days = ngettext("{n} day", "{n} days", len(side))
    return _("{days}, {span}").format(days=days, span=format_days(side.first, side.last))


def _stopped(change: MedicineChange) -> str:
    if change.kind is not ChangeKind.STOPPED:
        return ""
    return _("The last day with the medicine, {day}, belongs to the days before.").format(
        day=format_day(change.day)
    )


def _cut(window: Window) -> str:
    if not window.cut:
        return ""
    return _("Each side has up to {days} days; this diary has fewer of them so far.").format(
        days=format_number(AROUND)
    )


def _also(also: Sequence[MedicineChange]) -> str:
    if not also:
        return ""
    told = "; ".join(told_change(each) for each in also)
    return _("Also in these days: {changes}.").format(changes=told)


def side_words(field: Field, found: Figures | None, side: Period | None) -> list[str]:
    """The figures of one side: "median 6", "highest 8 on 3 Oct", "26 of 28 days"."""
    if found is None or side is None:
        return [_("nothing recorded")]
    share = coverage_words(field.cadence, found.recorded, found.days)
    if field.kind is Kind.YES_NO:
        return [yes_words(found), share]
    highest = _("highest {highest} on {day}").format(
        highest=amount(field, found.highest), day=format_short_day(found.highest_on)
    )
    return [_("median {median}").format(median=amount(field, found.median)), highest, share]


def yes_words(found: Figures) -> str:
    """On how many of the recorded days the answer was yes."""
    days = ngettext("{n} day", "{n} days", found.entries)
    return _("yes on {number} of {days}").format(number=format_number(found.present), days=days)


def verdict(sides: Sides) -> str:
    """One of the four words; none of a measurement, for which there is no rule."""
    return "" if sides.field.key.startswith(PREFIX) else str(VERDICTS[sides.change])


def sides_words(sides: Sides, window: Window) -> str:
    """A field with both sides, for those who do not see the chart."""
    before = ", ".join(side_words(sides.field, sides.before, window.before))
    after = ", ".join(side_words(sides.field, sides.after, window.after))
    parts = [_("before, {figures}"), _("after, {figures}")]
    told = [part.format(figures=each) for part, each in zip(parts, (before, after), strict=True)]
    words = "; ".join(filter(None, (*told, verdict(sides))))
    return _("{field}: {figures}.").format(field=sides.field.label, figures=words)
