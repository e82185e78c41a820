"""Words of the charts of a year, and the titles of its two charts. No matplotlib."""

from __future__ import annotations

from diary.charts.describe import amount
from diary.field import Field
from diary.i18n import N_, _, format_number, ngettext
from diary.logic.seasons import Measure, Week

THE_DAYS = N_("Every day of the year")
THE_WEEKS = N_("Its weeks beside those of the year before")


def week_value(field: Field, measure: Measure, value: float) -> str:
    """What a week is told by: "5", "1.4 attacks a day", "3 of 7 days"."""
    match measure:
        case Measure.PER_DAY:
            return _("{number} a day").format(number=format_number(value))
        case Measure.IN_SEVEN:
            return _("{number} of 7 days").format(number=format_number(value))
    return amount(field, round(value, 2))


def week_words(field: Field, measure: Measure, week: Week) -> str:
    """A week with its recorded days; what has too few is not told."""
    days = ngettext("{n} day recorded", "{n} days recorded", week.recorded)
    if week.value is None:
        return _("too few days, {days}").format(days=days) if week.recorded else _("not recorded")
    return _("{value}, {days}").format(value=week_value(field, measure, week.value), days=days)


def measure_words(measure: Measure) -> str:
    """What the dots of the weeks are."""
    match measure:
        case Measure.PER_DAY:
            return _("A dot: the attacks of a week for each recorded day.")
        case Measure.IN_SEVEN:
            return _("A dot: on how many of 7 recorded days the answer was yes.")
    return _("A dot: the median of a week.")
