"""A blood pressure as two fields of numbers, where one chart shows one number. No matplotlib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diary.charts.measured import PRESSURE_KEY, Pressure
from diary.charts.series import Series
from diary.field import Field
from diary.i18n import N_

UPPER, LOWER = f"{PRESSURE_KEY}.upper", f"{PRESSURE_KEY}.lower"


def parted(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields, with two in the place of blood pressure."""
    for field in fields:
        if field.key == PRESSURE_KEY:
            yield replace(field, key=UPPER, label=N_("Blood pressure, upper"))
            yield replace(field, key=LOWER, label=N_("Blood pressure, lower"))
        else:
            yield field


def with_pressures(series: Series) -> Series:
    """The series, with both numbers of each blood pressure under keys of their own."""
    whole = series.shown.get(PRESSURE_KEY, {})
    known = {day: value for day, value in whole.items() if isinstance(value, Pressure)}
    if not known:
        return series
    both = {
        UPPER: {day: float(value) for day, value in known.items()},
        LOWER: {day: value.lower for day, value in known.items()},
    }
    late = dict.fromkeys(both, series.late.get(PRESSURE_KEY, frozenset()))
    return replace(series, shown={**series.shown, **both}, late={**series.late, **late})
