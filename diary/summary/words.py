"""Numbers and days as the summary prints them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from diary.field import Cadence, Field, Kind
from diary.i18n import _, format_minutes, format_number, format_short_day, ngettext
from diary.logic.comparison import Change
from diary.logic.periods import Period
from diary.logic.statistics import Figures

ABSENT = "–"
ELLIPSIS = "…"
PAGE = "{page}"
LONGEST_NAME, LONGEST_ID, LONGEST_WHO, LONGEST_IN_FOOTER = 100, 40, 40, 36
LONGEST_LABEL, LONGEST_UNIT = 60, 16
"""Letters that have room; what is longer is shortened there and stands in full elsewhere."""
YEAR = 365

MARKS = {Change.HIGHER: "▲", Change.LOWER: "▼", Change.SAME: "=", Change.TOO_FEW: ""}


def change_words(change: Change) -> str:
    """One of the only four verdicts, short; the rule below the table says them in full."""
    match change:
        case Change.HIGHER:
            return _("higher")
        case Change.LOWER:
            return _("lower")
        case Change.SAME:
            return _("about the same")
        case Change.TOO_FEW:
            return _("too few days")


def marked(change: Change) -> str:
    """A verdict with its arrow: "▲ higher"."""
    return f"{MARKS[change]} {change_words(change)}".strip()


def amount(field: Field, value: float) -> str:
    """A value, median or mean of a field: "3.5", "1 h 20 min"."""
    return format_minutes(value) if field.kind is Kind.MINUTES else format_number(value)


def signed(field: Field, difference: float) -> str:
    """A difference with its sign: "+1.1", "−12 min"."""
    return ("+" if difference > 0 else "−") + amount(field, abs(difference))


def unit(field: Field) -> str:
    """What a number of the field counts or means, where its label does not say; else empty."""
    ends = {"low": format_number(field.bottom), "high": format_number(field.top)}
    match field.kind:
        case Kind.COUNT | Kind.MINUTES if field.cadence is Cadence.DAILY:
            return _("a day")
        case Kind.YES_NO:
            return _("yes")
        case Kind.GRADE:
            return _("{low} to {high}").format(**ends)
        case Kind.MEASURE if field.unit_words is None:
            return _("of {high}").format(**ends)
    return str(field.unit_words or "")


def spans_words(field: Field, recorded: int) -> str:
    """How many days, weeks or months: "70", "12 wk", "3 mo"."""
    return _with_span(field, format_number(recorded))


def of_spans(field: Field, found: Figures) -> str:
    """How many of them: "70 of 81", "12 of 13 wk"."""
    return _with_span(field, of_days(found.recorded, found.days))


def _with_span(field: Field, number: str) -> str:
    words = {
        Cadence.DAILY: "{n}",
        Cadence.WEEKLY: _("{n} wk"),
        Cadence.MONTHLY: _("{n} mo"),
    }[field.cadence]
    return words.format(n=number)


def day_words(day: date, period: Period) -> str:
    """A day of the period, with its year only where it could be in doubt."""
    return format_short_day(day, year=len(period) > YEAR)


def of_days(recorded: int, days: int) -> str:
    """How many of the days: "70 of 81"."""
    return _("{recorded} of {days}").format(
        recorded=format_number(recorded), days=format_number(days)
    )


def day_count(days: int) -> str:
    """How many days: "1 day", "81 days"."""
    return ngettext("{n} day", "{n} days", days)


def span_words(found: Figures) -> str:
    """The lowest and highest value: "0–9"; one number where they are the same."""
    low, high = format_number(found.lowest), format_number(found.highest)
    return low if low == high else f"{low}–{high}"


def shortened(text: str, longest: int) -> str:
    """One line of at most so many letters; an ellipsis says that there is more.

    Wide letters (as of Chinese) count twice.
    """
    plain = " ".join(text.split())
    wide = 0
    for place, letter in enumerate(plain):
        wide += 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        if wide > longest:
            cut = plain[:place]
            at_word = cut.rpartition(" ")[0] if place < len(plain) and " " in cut[-30:] else cut
            return f"{at_word} {ELLIPSIS}"
    return plain


def on_page(words: str) -> str:
    """What has no room here, and where it stands; the template fills in the page."""
    return _("{words}, page {page}").format(words=words, page=PAGE)


def and_more(number: int, *, cut: bool = False) -> str:
    """How many have no room here; else that some are in full elsewhere, if any was cut."""
    if number > 0:
        return on_page(ngettext("and {n} more", "and {n} more", number))
    return on_page(_("in full")) if cut else ""


def was_cut(lines: Iterable[str]) -> bool:
    """Whether one of them was shortened."""
    return any(line.endswith(ELLIPSIS) for line in lines)
