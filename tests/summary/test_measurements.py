"""What the summary says of blood pressure, weight and sores."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from db.records import Measurement, Preference, Put, Sore
from db.store import Store
from diary.field import Group
from diary.logic.periods import Period
from diary.summary.measurements import measured_blocks

HERE = timezone(timedelta(hours=1))
PERIOD = Period(date(2026, 11, 1), date(2026, 11, 20))


def at(day: int, hour: int, value: float, measure="weight", **more: Any) -> Put:
    moment = datetime(2026, 11, day, hour, tzinfo=HERE)
    return Put(
        Measurement(
            id=f"{measure}{day}-{hour}",
            measure=measure,
            day=moment.date(),
            measured_at=moment,
            zone="Europe/Berlin",
            value=value,
            recorded_at=moment,
            **more,
        )
    )


def rows(store: Store, sections=tuple(Group)) -> dict[str, str]:
    return {
        row.label: row.cells[0]
        for block in measured_blocks(store, PERIOD, sections)
        for row in block.rows
    }


def test_nothing_is_said_of_nothing(store: Store):
    assert measured_blocks(store, PERIOD, tuple(Group)) == ()


def test_weight_is_said_with_its_change_in_per_cent(store: Store):
    store.write([at(2, 8, 70), at(9, 8, 69), at(16, 8, 68.6), at(25, 8, 50)])

    assert rows(store)["Weight"] == (
        "median 69, 68.6 to 70 kg; first 70 on 2 Nov 2026; last 68.6 on 16 Nov 2026; on 3 days; "
        "changed by −2 % over the period"
    )


def test_blood_pressure_is_said_by_both_numbers(store: Store):
    pressure = "blood_pressure"
    store.write(
        [
            at(2, 8, 130, pressure, diastolic=80.0),
            at(2, 20, 150, pressure, diastolic=70.0),
            at(9, 8, 120, pressure, diastolic=90.0),
        ]
    )

    assert rows(store)["Blood pressure"] == (
        "median 130/80, upper 120–150, lower 70–90 mmHg; first 130/80 on 2 Nov 2026; "
        "last 120/90 on 9 Nov 2026; on 2 days"
    )


def test_weight_is_said_in_the_chosen_unit(store: Store):
    store.write([at(2, 8, 70), Put(Preference("unit.weight", '"lb"'))])

    assert rows(store)["Weight"] == "154.3 lb on 2 Nov 2026"


def test_sores_are_counted(store: Store):
    noticed = [date(2026, 10, 3), date(2026, 11, 5), date(2026, 10, 9)]
    healed = [None, None, date(2026, 11, 9)]
    now = datetime(2026, 11, 20, 8, tzinfo=HERE)
    places = [("left_index", ""), ("left_little", ""), ("left_thumb", "tip")]
    store.write(
        Put(Sore(id=place, place=place, spot=spot, noticed=day, healed=end, recorded_at=now))
        for (place, spot), day, end in zip(places, noticed, healed, strict=True)
    )

    assert rows(store) == {
        "Finger and toe sores": "1 new, 2 open, 1 healed",
        "Left index finger": "since 3 Oct, 48 days",
        "Left thumb, tip": "noticed 9 Oct, healed 9 Nov, 31 days",
        "Left little finger": "since 5 Nov, 15 days",
    }


def test_what_was_written_of_a_sore_is_said_with_it(store: Store):
    now = datetime(2026, 11, 20, 8, tzinfo=HERE)
    store.write(
        [
            Put(
                Sore(
                    id="s",
                    place="left_index",
                    noticed=date(2026, 11, 5),
                    note=" From the oven. ",
                    recorded_at=now,
                )
            )
        ]
    )

    assert rows(store)["Left index finger"] == "since 5 Nov, 15 days. From the oven."


def test_a_section_that_is_left_out_is_left_out(store: Store):
    store.write([at(2, 8, 70)])

    assert rows(store, (Group.SKIN,)) == {}
