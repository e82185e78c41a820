"""The days as text for a spreadsheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from db.records import Measurement, Put
from db.store import Store
from diary.charts.day_table import as_text
from diary.charts.measured import PRESSURE_KEY, measured_fields
from diary.charts.series import load
from diary.fields import ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.logic.measurements import PRESSURE
from diary.logic.units import Units
from tests.charts.examples import FIRST, TIGHTNESS, reading

MEASURED = {field.key: field for field in measured_fields(Units())}


def test_not_recorded_is_empty_and_none_is_0(store: Store) -> None:
    at = datetime(2026, 9, 2, 8, tzinfo=UTC)
    pressure = Measurement(
        id="p",
        measure=PRESSURE,
        day=at.date(),
        measured_at=at,
        zone="UTC",
        value=118,
        diastolic=74,
        recorded_at=at,
    )
    readings = [
        reading(0, 0),
        reading(2, 7, late=9),
        reading(0, "none", DAY_PATTERN),
        reading(1, 80, ATTACK_MINUTES),
    ]
    store.write([*map(Put, readings), Put(pressure)])
    fields = [
        TIGHTNESS,
        CATALOGUE[DAY_PATTERN],
        CATALOGUE[ATTACK_MINUTES],
        MEASURED[PRESSURE_KEY],
    ]

    text = as_text(fields, load(store, FIRST, FIRST + timedelta(days=2)))

    head, *lines = text.splitlines()
    assert head.split("\t") == [
        "Day",
        "Skin tightness",
        "Raynaud’s over the day",
        "Total time of attacks (min)",
        "Blood pressure (mmHg)",
    ]
    assert [line.split("\t") for line in lines] == [
        ["2026-09-01", "0", "No attacks", "0", ""],
        ["2026-09-02", "", "", "80", "118/74"],
        ["2026-09-03", "7", "", "", ""],
    ]
    assert date.fromisoformat(lines[0].split("\t")[0]) == FIRST
