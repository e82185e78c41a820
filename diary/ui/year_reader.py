"""Reads a year as the calendar shows it: everything, a field, attacks, sores or notes."""

from __future__ import annotations

from datetime import date

from db.records import CustomField, Preference, Sore
from diary.logic.year import (
    View,
    Year,
    days_of_year,
    year_of_all,
    year_of_attacks,
    year_of_field,
    year_of_notes,
    year_of_sores,
)
from diary.session import Session

EVERYWHERE = {CustomField, Preference, Sore}
"""Kinds whose changes show in any year."""


def read_year(session: Session, year: int, view: str) -> Year:
    """The days of a year; `view` is a `View` or the key of a field."""
    period = days_of_year(year, session.today())
    first, last = period.first, period.last
    span = session.read.span()
    begun = span[0] if span else None
    match view:
        case View.ALL:
            return year_of_all(session.read.day_counts(first, last), period, begun)
        case View.ATTACKS:
            return year_of_attacks(session.read.day_counts(first, last))
        case View.SORES:
            return year_of_sores(session.events(Sore), period)
        case View.NOTES:
            return year_of_notes(session.read.notes(first, last))
    field = session.catalogue[view]
    return year_of_field(field, session.read.readings(first, last, [field.key]), period, begun)


def is_of(kinds: set[type], days: set[date], year: int) -> bool:
    """Whether a change of these kinds and days can be seen in a year."""
    return bool(kinds & EVERYWHERE) or any(day.year == year for day in days)
