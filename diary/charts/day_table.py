"""The days of a stretch as text, tab-separated: what a spreadsheet takes without another word.

Days are ISO dates, a value that is not recorded is empty, none is 0. No matplotlib.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from db.records import Value
from diary.charts.measured import Pressure
from diary.charts.series import Series
from diary.field import Field, Kind
from diary.i18n import _, format_number

Line = tuple[date, Series]
UNTIDY = str.maketrans("\t\n\r", "   ")


def heading(fields: Iterable[Field]) -> str:
    """The first line: the fields with their units."""
    return "\t".join((_("Day"), *map(_title, fields)))


def _title(field: Field) -> str:
    unit = _("min") if field.kind is Kind.MINUTES else str(field.unit_words or "")
    label = str(field.label).translate(UNTIDY)
    return f"{label} ({unit})" if unit else label


def line(fields: Iterable[Field], day: date, series: Series) -> str:
    """A day."""
    values = (series.shown.get(field.key, {}).get(day) for field in fields)
    cells = (_cell(field, value) for field, value in zip(fields, values, strict=True))
    return "\t".join((day.isoformat(), *cells))


def _cell(field: Field, value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str) or field.kind is Kind.YES_NO:
        return field.words(value).translate(UNTIDY)
    return value.words if isinstance(value, Pressure) else format_number(value)


def as_text(fields: Sequence[Field], series: Series) -> str:
    """Every day that is shown, the earliest first."""
    days = (series.first + timedelta(days=number) for number in range(series.days))
    return "\n".join((heading(fields), *(line(fields, day, series) for day in days)))
