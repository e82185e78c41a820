"""The table of changes: each field in this period beside the one before."""

from __future__ import annotations

from diary.field import Field, Kind
from diary.i18n import _, format_number, format_percent
from diary.logic.comparison import FEWEST_DAYS, LEAST_SHARE, Change, compare
from diary.logic.periods import other_season
from diary.logic.statistics import Figures
from diary.summary.content import ChangeRow, Changes
from diary.summary.days import Days
from diary.summary.series import series
from diary.summary.words import ABSENT, MARKS, amount, change_words, day_words, signed

USUAL_CHANGE = 1.0


def changes(days: Days) -> Changes:
    """The table, its rule in words, and a hint where the season differs."""
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
        rows=tuple(_row(days, field) for field in days.numeric),
        rules=tuple(_rules(days)),
        nothing=_("Nothing recorded in this period or the one before."),
    )


def _row(days: Days, field: Field) -> ChangeRow:
    now = days.figures(field, days.period)
    before = days.figures(field, days.period.previous)
    change = compare(field, now, before)
    return ChangeRow(
        now=_median(field, now),
        before=_median(field, before),
        mark=MARKS[change],
        change=change_words(change),
        by=_by(field, change, now, before),
        worst=amount(field, now.highest) if now else ABSENT,
        worst_on=day_words(now.highest_on, days.period) if now else "",
        days_now=format_number(now.recorded if now else 0),
        days_before=format_number(before.recorded if before else 0),
        series=series(days, field),
    )


def _by(field: Field, change: Change, now: Figures | None, before: Figures | None) -> str:
    """The difference of the means where it is called higher or lower: it may hide in medians."""
    if now is None or before is None or change not in {Change.HIGHER, Change.LOWER}:
        return ""
    return signed(field, now.mean - before.mean)


def _median(field: Field, found: Figures | None) -> str:
    return amount(field, found.median) if found else ABSENT


def _rules(days: Days) -> list[str]:
    limits = [
        _("{field}: {limit}").format(field=field.label, limit=format_number(field.change))
        for field in days.fields
        if field.kind is Kind.SCALE10 and field.change != USUAL_CHANGE
    ]
    other = _(" ({limits})").format(limits="; ".join(limits)) if limits else ""
    rules = [
        _("Higher is worse in every row."),
        _(
            "▲ higher or ▼ lower, by the figure beside it: the means of the two periods differ by "
            "{limit} or more{other}; counts and times by {share} and 1 or more. Too few days to "
            "compare: fewer than {fewest} days, or fewer than half of the days, recorded in "
            "either period."
        ).format(
            limit=format_number(USUAL_CHANGE),
            other=other,
            share=format_percent(float(LEAST_SHARE)),
            fewest=FEWEST_DAYS,
        ),
    ]
    if other_season(days.period, days.period.previous):
        rules.append(
            _("The two periods fall in different seasons; Raynaud’s varies with the season.")
        )
    return rules
