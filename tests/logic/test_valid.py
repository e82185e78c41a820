"""Events that cannot be so get a sentence beside the part that does not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from db.records import (
    Appointment,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Question,
    Sore,
    SoreDay,
)
from diary.custom import field_of
from diary.fields import CATALOGUE
from diary.logic.valid import custom_problems, dose_problems, problems

TODAY = date(2026, 11, 22)
BEFORE, TOMORROW = TODAY - timedelta(days=9), TODAY + timedelta(days=1)
AT = datetime(2026, 11, 22, 8, tzinfo=UTC)
SORE = Sore(id="s", place="left_index", noticed=TODAY, recorded_at=AT)
PATCH = Patch(id="p", region="chest", shape="oval", noticed=TODAY, recorded_at=AT)
CHECK = PatchCheck(patch="p", day=TODAY, recorded_at=AT)
PRESSURE = Measurement(
    id="m", measure="blood_pressure", day=TODAY, measured_at=AT, zone="UTC", value=130,
    diastolic=80, recorded_at=AT,
)  # fmt: skip
WEIGHT = replace(PRESSURE, measure="weight", value=70.5, diastolic=None)
OXYGEN = replace(WEIGHT, measure="oxygen", value=95, place="ear")
DOSE = DosePeriod(id="d", medicine="m", dose="10 mg", first=BEFORE, recorded_at=AT)
VISIT = Appointment(id="a", day=TOMORROW, time="09:30", recorded_at=AT)
QUESTION = Question(id="q", text="May I swim?", written=TODAY, recorded_at=AT)
FIELD = CustomField(key="custom.1", name="Jaw", kind="scale10", recorded_at=AT)

GOOD = [
    SORE, PATCH, CHECK, PRESSURE, WEIGHT, OXYGEN, DOSE, VISIT, QUESTION, FIELD,
    replace(SORE, healed=TODAY), replace(VISIT, time=""), replace(CHECK, length_cm=0.5),
    Medicine(id="m", name="Nifedipine", recorded_at=AT),
    SoreDay(sore="s", day=TODAY, recorded_at=AT),
]  # fmt: skip


@pytest.mark.parametrize("event", GOOD, ids=lambda event: type(event).__name__)
def test_what_can_be_has_no_problem(event: Event) -> None:
    assert problems(event, TODAY) == {}


@pytest.mark.parametrize(
    ("event", "part", "wrong"),
    [
        (SORE, "healed", BEFORE),
        (SORE, "noticed", TOMORROW),
        (SORE, "healed", TOMORROW),
        (PATCH, "settled", BEFORE),
        (CHECK, "length_cm", 0),
        (CHECK, "width_cm", 201),
        (PRESSURE, "diastolic", 130),
        (PRESSURE, "diastolic", None),
        (PRESSURE, "diastolic", 19),
        (PRESSURE, "value", 301),
        (PRESSURE, "pulse", 251),
        (PRESSURE, "day", TOMORROW),
        (WEIGHT, "value", 7),
        (WEIGHT, "value", 700),
        (OXYGEN, "place", ""),
        (OXYGEN, "value", 49),
        (WEIGHT, "measure", "height"),
        (DOSE, "last", BEFORE - timedelta(days=1)),
        (VISIT, "time", "25:00"),
        (VISIT, "time", "9.30"),
        (QUESTION, "text", " \n"),
        (FIELD, "name", " "),
    ],
)
def test_what_cannot_be_is_named_at_its_part(event: Any, part: str, wrong: object) -> None:
    found = problems(replace(event, **{part: wrong}), TODAY)

    assert list(found) == [part]
    assert found[part].endswith(".")


@pytest.mark.parametrize(
    ("first", "last", "overlaps"),
    [
        (BEFORE, TODAY, True),
        (None, BEFORE, False),
        (None, TODAY, True),
        (TODAY, None, True),
        (BEFORE - timedelta(days=9), BEFORE - timedelta(days=1), False),
    ],
)
def test_two_doses_of_a_medicine_do_not_overlap(
    first: date | None, last: date | None, *, overlaps: bool
) -> None:
    other = replace(DOSE, id="other", first=first, last=last)

    assert bool(dose_problems(DOSE, [other], TODAY)) is overlaps
    assert dose_problems(DOSE, [replace(other, medicine="another")], TODAY) == {}
    assert dose_problems(DOSE, [DOSE], TODAY) == {}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" iTCH", "There is a field with this name already."),
        ("Skin  tightness", "There is a field with this name already."),
        ("how tight did your skin feel", "The field “Skin tightness” asks this already."),
        ("How tight did your skin feel ?", "The field “Skin tightness” asks this already."),
        ("Cafe\u0301", "There is a field with this name already."),
    ],
)
def test_a_name_and_a_question_are_taken_once(name: str, said: str) -> None:
    known = [*CATALOGUE, field_of(replace(FIELD, key="custom.0000000f", name="CAFÉ"))]

    assert custom_problems(replace(FIELD, name=name), known, TODAY) == {"name": said}


def test_a_field_may_keep_its_own_name() -> None:
    assert custom_problems(FIELD, [*CATALOGUE, field_of(FIELD)], TODAY) == {}
