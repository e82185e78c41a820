"""Measurements are rows of the charts and columns of their table."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection

from db.records import Measurement, Preference, Put
from db.store import Store
from diary.charts.days import GroupChart
from diary.charts.describe import amount, describe, figures
from diary.charts.measured import (
    PRESSURE_KEY,
    Pressure,
    late_days,
    measured_fields,
    measured_values,
)
from diary.charts.series import load, numbers
from diary.charts.style import Style
from diary.field import Field, Group
from diary.logic.units import Units

HERE = timezone(timedelta(hours=1))
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 20)
FIELDS = {field.key: field for field in measured_fields(Units())}


def at(day: int, hour: int, value: float, measure="blood_pressure", **more: Any) -> Measurement:
    moment = datetime(2026, 11, day, hour, tzinfo=HERE)
    given: dict[str, Any] = {"recorded_at": moment, "day": moment.date()}
    return Measurement(
        id=f"{measure}{day}-{hour}",
        measure=measure,
        measured_at=moment,
        zone="Europe/Berlin",
        value=value,
        **(given | more),
    )


@pytest.fixture
def filled(store: Store) -> Store:
    """Blood pressures of three days, two of them on one; two weights."""
    store.write(
        [
            Put(at(2, 8, 130, diastolic=80.0)),
            Put(at(2, 20, 140, diastolic=90.0)),
            Put(at(5, 8, 120, diastolic=70.0)),
            Put(at(9, 8, 150, diastolic=95.0)),
            Put(at(3, 8, 68.2, "weight")),
            Put(at(10, 8, 67.6, "weight")),
        ]
    )
    return store


def test_each_measure_has_a_field_of_its_group():
    assert FIELDS["measure.weight"].group is Group.DIGESTION
    assert FIELDS[PRESSURE_KEY].group is Group.ORGANS
    assert not any(field.default_on for field in FIELDS.values())


def test_several_of_a_day_are_their_median():
    values = measured_values(
        [at(2, 8, 130, diastolic=80.0), at(2, 20, 141, diastolic=91.0)], Units()
    )

    assert amount(FIELDS[PRESSURE_KEY], values[PRESSURE_KEY][date(2026, 11, 2)]) == "136/86 mmHg"


def test_values_are_in_the_chosen_unit():
    units = Units("lb")
    [weight] = [each for each in measured_fields(units) if each.key == "measure.weight"]
    values = measured_values([at(2, 8, 70, "weight")], units)

    assert amount(weight, values["measure.weight"][date(2026, 11, 2)]) == "154.3 lb"


def test_a_measurement_written_down_later_is_late():
    late = at(2, 8, 70, "weight", recorded_at=datetime(2026, 11, 6, 8, tzinfo=HERE))

    assert late_days([late, at(3, 8, 70, "weight")]) == {"measure.weight": {late.day}}


def test_a_stretch_of_the_diary_has_them(filled):
    series = load(filled, FIRST, LAST)

    assert numbers(series.shown["measure.weight"]) == {
        date(2026, 11, 3): 68.2,
        date(2026, 11, 10): 67.6,
    }
    assert [amount(FIELDS[PRESSURE_KEY], each) for each in series.shown[PRESSURE_KEY].values()] == [
        "135/85 mmHg",
        "120/70 mmHg",
        "150/95 mmHg",
    ]


def test_a_long_stretch_has_them_in_the_chosen_unit(filled):
    filled.write([Put(Preference("unit.weight", '"lb"'))])

    series = load(filled, date(2024, 1, 1), LAST)

    assert numbers(series.shown["measure.weight"])[date(2026, 11, 3)] == pytest.approx(
        150.355, abs=0.01
    )


def test_what_is_said_of_blood_pressures(filled):
    series = load(filled, FIRST, LAST)

    assert figures(FIELDS[PRESSURE_KEY], series) == [
        "median 135/85 mmHg",
        "upper 120 to 150, lower 70 to 95",
        "3 of 20 days",
    ]
    assert "median 135/85 mmHg" in describe(FIELDS[PRESSURE_KEY], series)
    assert figures(FIELDS["measure.weight"], series)[0] == "median 67.9 kg"


def _drawn(fields: list[Field], series: Any) -> list[LineCollection]:
    figure = GroupChart(Group.ORGANS, fields, series)(Style()).figure
    FigureCanvasAgg(figure).draw()
    return [each for each in figure.findobj(LineCollection) if each.get_gid() == "range"]


def test_a_blood_pressure_is_a_bar_between_its_numbers(filled):
    [bars] = _drawn([FIELDS[PRESSURE_KEY]], load(filled, FIRST, LAST))

    ends = [[tuple(point) for point in segment] for segment in bars.get_segments()]
    assert ends == [
        [(1.0, 85.0), (1.0, 135.0)],
        [(4.0, 70.0), (4.0, 120.0)],
        [(8.0, 95.0), (8.0, 150.0)],
    ]


def test_in_a_long_stretch_a_bar_spans_its_bin(filled):
    [bars] = _drawn([FIELDS[PRESSURE_KEY]], load(filled, date(2016, 1, 1), LAST))

    heights = [segment[1][1] - segment[0][1] for segment in bars.get_segments()]
    assert max(heights) == 150 - 70


def test_a_pressure_is_its_upper_number():
    value = Pressure(132, 85)

    assert value > 131
    assert value.words == "132/85"
