"""What counts as recorded: days of a daily field, weeks of a weekly, months of a monthly one.

A period has so many whole weeks (or months of 28 days), counted back from its last day; the days
that are left over at its beginning belong to the first of them. One with at least one entry is
recorded. So twelve weekly entries in 91 days are 12 of 13 weeks, and never 12 of 91 days. The rule
is a choice of ours, and the article prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diary.field import Cadence
from diary.i18n import format_number, ngettext
from diary.logic.periods import Period

FEWEST = {Cadence.DAILY: 7, Cadence.WEEKLY: 4, Cadence.MONTHLY: 3}
"""So many recorded days, weeks or months a comparison needs in both periods."""


def spans(cadence: Cadence, period: Period) -> int:
    """How many days, weeks or months a field could be recorded in; at least 1."""
    return max(1, len(period) // cadence.days)


def recorded_spans(cadence: Cadence, days: Iterable[date], period: Period) -> int:
    """How many of them have an entry on one of these days."""
    last = spans(cadence, period) - 1
    back = ((period.last - day).days // cadence.days for day in days if day in period)
    return len({min(number, last) for number in back})


def coverage_words(cadence: Cadence, recorded: int, spans: int) -> str:
    """How many of how many: "70 of 81 days", "12 of 13 weeks"."""
    match cadence:
        case Cadence.DAILY:
            words = ngettext("{{recorded}} of {n} day", "{{recorded}} of {n} days", spans)
        case Cadence.WEEKLY:
            words = ngettext("{{recorded}} of {n} week", "{{recorded}} of {n} weeks", spans)
        case Cadence.MONTHLY:
            words = ngettext("{{recorded}} of {n} month", "{{recorded}} of {n} months", spans)
    return words.format(recorded=format_number(recorded))
