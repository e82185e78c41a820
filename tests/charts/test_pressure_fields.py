"""A blood pressure as two rows of numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime

from db.records import Measurement
from diary.charts.around_words import sides_words, verdict
from diary.charts.measured import PRESSURE_KEY, late_days, measured_fields, measured_values
from diary.charts.pressure_fields import LOWER, UPPER, measures, with_pressures
from diary.charts.series import Series, series_of
from diary.logic.around_change import Sides, Window
from diary.logic.periods import Period
from diary.logic.units import Units

DAY = date(2026, 9, 1)


def measured(upper: float, lower: float, hour: int = 9, late: int = 0) -> Measurement:
    at = datetime(2026, 9, 1, hour, tzinfo=UTC)
    return Measurement(
        id=f"{hour}",
        measure="blood_pressure",
        day=DAY,
        measured_at=at,
        zone="UTC",
        value=upper,
        diastolic=lower,
        recorded_at=at.replace(day=1 + late),
    )


def of(*events: Measurement) -> Series:
    series = series_of([], [], DAY, DAY)
    late = {key: frozenset(days) for key, days in late_days(events).items()}
    return replace(series, shown=measured_values(events, Units()), late=late)


def test_both_numbers_have_a_row_of_their_own():
    series = with_pressures(of(measured(130, 85), measured(120, 75, 18)))

    assert series.shown[UPPER] == {DAY: 125}
    assert series.shown[LOWER] == {DAY: 80}
    assert PRESSURE_KEY in series.shown


def test_late_days_are_late_in_both():
    series = with_pressures(of(measured(130, 85, late=5)))

    assert series.late[UPPER] == series.late[LOWER] == {DAY}


def test_without_a_pressure_nothing_is_added():
    assert UPPER not in with_pressures(of()).shown


def test_two_fields_stand_where_the_pressure_stood():
    fields = measured_fields(Units())

    keys = [field.key for field in measures(Units())]

    place = [field.key for field in fields].index(PRESSURE_KEY)
    assert keys[place : place + 2] == [UPPER, LOWER]
    assert PRESSURE_KEY not in keys
    assert len(keys) == len(fields) + 1


def test_a_measurement_is_told_without_a_verdict():
    field = next(each for each in measures(Units()) if each.key == UPPER)
    side = Period(DAY, DAY)
    window = Window(DAY, None, side)

    sides = Sides.of(field, {DAY: 125.0}, window)

    assert verdict(sides) == ""
    assert sides_words(sides, window) == (
        "Blood pressure, upper: before, nothing recorded; "
        "after, median 125 mmHg, highest 125 mmHg on 1 Sept, 1 of 1 week."
    )
