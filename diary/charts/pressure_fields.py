"""Measures as fields of one number each: a blood pressure is two of them. No matplotlib."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diary.charts.measured import PRESSURE_KEY, Pressure, measured_fields
from diary.charts.series import Series
from diary.field import Cadence, Field
from diary.i18n import N_
from diary.logic.units import Units

UPPER, LOWER = f"{PRESSURE_KEY}.upper", f"{PRESSURE_KEY}.lower"


def measures(units: Units) -> Iterator[Field]:
    """A field for each measure, counted by weeks: nobody is asked for one every day."""
    for field in measured_fields(units):
        weekly = replace(field, cadence=Cadence.WEEKLY)
        if field.key == PRESSURE_KEY:
            yield replace(weekly, key=UPPER, label=N_("Blood pressure, upper"))
            yield replace(weekly, key=LOWER, label=N_("Blood pressure, lower"))
        else:
            yield weekly


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
