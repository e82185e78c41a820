"""The table of changes: each field in this period beside the one before."""

from __future__ import annotations

from dataclasses import replace

from diary.field import Cadence, Direction, Field, Group, Kind
from diary.i18n import _, format_list, format_number, format_percent, ngettext
from diary.logic.cadence import FEWEST
from diary.logic.comparison import FEWEST_DAYS, LEAST_SHARE, Change, compare
from diary.logic.periods import other_season
from diary.logic.statistics import Figures
from diary.summary.content import ChangeRow, Changes
from diary.summary.days import Days
from diary.summary.series import series
from diary.summary.words import (
    ABSENT,
    MARKS,
    amount,
    change_words,
    day_words,
    of_days,
    on_page,
    signed,
    spans_words,
)

USUAL_CHANGE = 1.0


def changes(days: Days) -> Changes:
    """The table, its rule in words, and a hint where the season differs."""
    rows = tuple(_row(days, field) for field in days.numeric)
    return Changes(
        heading=_("What changed"),
        columns=(
            _("0 to 10 unless said"),
            _("median\nnow"),
            _("median\nbefore"),
            _("change"),
            _("highest, on"),
            _("days\nnow"),
            _("days\nbefore"),
            _("day by day"),
        ),
        rows=rows,
        too_few=_too_few(rows),
        other_heading=_("What changed: other fields"),
        elsewhere=tuple(_elsewhere(count) for count in range(1, len(days.numeric) + 1)),
        rules=tuple(_rules(days)),
        nothing=_("Nothing recorded in this period or the one before."),
    )


def _too_few(rows: tuple[ChangeRow, ...]) -> str:
    """The verdict of all rows, to be said once, where there are too few days for any other."""
    verdicts = {row.change for row in rows}
    alike = len(rows) > 1 and verdicts == {change_words(Change.TOO_FEW)}
    return _("too few days to compare") if alike else ""


def _row(days: Days, field: Field) -> ChangeRow:
    now = days.figures(field, days.period)
    before = days.figures(field, days.period.previous)
    change = compare(field, now, before)
    has_highest = field.kind is not Kind.YES_NO
    return ChangeRow(
        place=days.places[field.key],
        now=_median(field, now),
        before=_median(field, before),
        mark=MARKS[change],
        change=change_words(change),
        by=_by(field, change, now, before),
        worst=amount(field, now.highest) if now and has_highest else ABSENT,
        worst_on=day_words(now.highest_on, days.period) if now and has_highest else "",
        days_now=spans_words(field, now.recorded if now else 0),
        days_before=spans_words(field, before.recorded if before else 0),
        series=replace(series(days, field), medians=()),
    )


def _by(field: Field, change: Change, now: Figures | None, before: Figures | None) -> str:
    """The difference of the means where it is called higher or lower: it may hide in medians."""
    told = change in {Change.HIGHER, Change.LOWER} and field.kind is not Kind.YES_NO
    if now is None or before is None or not told:
        return ""
    return signed(field, float(now.exact_mean - before.exact_mean))


def _median(field: Field, found: Figures | None) -> str:
    """The middle value; of yes and no, how many were yes."""
    if found is None:
        return ABSENT
    if field.kind is Kind.YES_NO:
        return of_days(found.present, found.entries)
    return amount(field, found.median)


def _rules(days: Days) -> list[str]:
    limits = [
        _("{field}: {limit}").format(field=field.label, limit=format_number(field.change))
        for field in days.numeric
        if field.kind in {Kind.SCALE10, Kind.MEASURE} and field.change != USUAL_CHANGE
    ]
    other = _(" ({limits})").format(limits="; ".join(limits)) if limits else ""
    rules = [
        _higher(days),
        _(
            "▲ higher or ▼ lower, by the figure beside it: the means of the two periods differ by "
            "{limit} or more{other}; counts and times by 1 or more and by {share} or more of the "
            "larger mean. Too few days to compare: fewer than {fewest} days, or fewer than half "
            "of the days, recorded in either period."
        ).format(
            limit=format_number(USUAL_CHANGE),
            other=other,
            share=format_percent(float(LEAST_SHARE)),
            fewest=FEWEST_DAYS,
        ),
    ]
    if any(field.cadence is not Cadence.DAILY for field in days.numeric):
        rules.append(
            _(
                "What is asked weekly is counted in weeks (wk), what is asked monthly in months "
                "of 28 days (mo); a comparison needs {weeks} weeks or {months} months."
            ).format(weeks=FEWEST[Cadence.WEEKLY], months=FEWEST[Cadence.MONTHLY])
        )
    if other_season(days.period, days.period.previous):
        rules.append(
            _("The two periods fall in different seasons; Raynaud’s varies with the season.")
        )
    return rules


def _higher(days: Days) -> str:
    """Which way a higher value points in the rows of the table."""
    neither = [field for field in days.numeric if field.direction is Direction.NEUTRAL]
    if not neither:
        return _("Higher is worse in every row.")
    neutral = [str(field.label) for field in neither if field.group is not Group.OWN]
    if len(neutral) < len(neither):
        neutral.append(_("the patient’s own fields"))
    return _("Higher is worse in every row but these, where it is neither: {fields}.").format(
        fields=format_list(neutral)
    )


def _elsewhere(count: int) -> str:
    """That some fields have no room here."""
    return on_page(ngettext("{n} more field", "{n} more fields", count)) + "."
