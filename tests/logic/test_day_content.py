"""What one day holds, as headings with lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.records import (
    Appointment,
    Attack,
    DosePeriod,
    Event,
    Photo,
    Question,
    Reading,
    SoreDay,
)
from diary.field import Kind
from diary.fields import CATALOGUE
from diary.logic.day_content import DayRecords, Section, as_text, day_content
from diary.logic.units import Units
from tests.db.examples import ALL, AT, ATTACK, BELONGING, DAY, MEDICINE, NOTE, OTHERS, PATCH, SORE

ONE_DAY = timedelta(days=1)
EVENTS = [each for each in (*ALL, *BELONGING) if not isinstance(each, Reading | Attack)]


def content(**known: object) -> dict[str, list[str]]:
    given = {"day": DAY, "readings": {}, **known}
    sections = day_content(DayRecords(**given), CATALOGUE, Units(), AT)  # type: ignore[arg-type]
    return {section.title: list(section.lines) for section in sections}


def reading(key: str, value: float | str, *, late: bool = False) -> Reading:
    return Reading(DAY, key, value, AT + timedelta(days=3) if late else AT)


def with_readings(*readings: Reading) -> dict[str, list[str]]:
    return content(readings={each.field: each for each in readings})


def test_an_empty_day_has_no_sections() -> None:
    assert content() == {}
    assert as_text(DAY, []) == "Sunday 22 November 2026\n\nNothing is recorded."


def test_readings_stand_under_their_groups_with_units() -> None:
    minutes = next(field for field in CATALOGUE if field.kind is Kind.MINUTES)

    assert with_readings(
        reading("general.pain", 0),
        reading("skin.tightness", 4, late=True),
        reading(minutes.key, 80),
    ) == {
        "Skin": ["Skin tightness: 4 of 10, entered late"],
        "Raynaud’s": [f"{minutes.label}: 1 h 20 min"],
        "General": ["Pain: 0 of 10"],
    }


def test_a_field_of_another_version_is_shown_too() -> None:
    assert with_readings(reading("from.later", "x")) == {
        "Fields of another version": ["from.later: x"]
    }


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_every_field_has_words(field) -> None:
    values = {Kind.CHOICE: field.choice_keys[:1], Kind.SEVERAL: field.choice_keys[:1]}
    value = (values.get(field.kind) or [field.top])[0]

    (lines,) = with_readings(reading(field.key, value)).values()

    assert str(field.label) in lines[0]


def test_everything_of_a_day() -> None:
    found = content(note=NOTE.text, attacks=[ATTACK], events=EVENTS)

    assert found["Sores"] == ["Left index finger, tip, first noticed, pain 0, pus and swelling"]
    assert found["Patches"] == ["Chest, an oval, first noticed, settled, 3.5 cm, not shiny"]
    assert found["Measurements"] == ["21:15: Blood pressure 141/88 mmHg"]
    assert found["Visit"] == ["09:30, Dr Ärmel"]
    assert found["Questions"] == ["Written: “May I swim?”"]
    assert found["Photos"] == ["1 photo"]
    assert found["Note"] == [NOTE.text]
    assert len(found["Attacks"]) == 1


@pytest.mark.parametrize(
    ("day", "healed", "there"),
    [
        (DAY - ONE_DAY, None, False),
        (DAY, None, True),
        (DAY + ONE_DAY, None, True),
        (DAY + ONE_DAY, DAY + ONE_DAY, True),
        (DAY + 2 * ONE_DAY, DAY + ONE_DAY, False),
    ],
)
def test_a_sore_is_there_from_noticed_to_healed(
    day: date, healed: date | None, *, there: bool
) -> None:
    found = content(day=day, events=[replace(SORE, healed=healed)])

    assert ("Sores" in found) is there


def test_a_patch_is_named_only_where_something_happened() -> None:
    patch = replace(PATCH, settled=None)

    assert "Patches" in content(events=[patch])
    assert "Patches" not in content(day=DAY + ONE_DAY, events=[patch])


def test_entries_of_other_days_are_left_out() -> None:
    events: list[Event] = [each for each in EVENTS if not isinstance(each, type(NOTE))]  # type: ignore[misc]
    for kept in (SORE, PATCH):
        events.remove(kept)
    assert content(day=DAY + 5 * ONE_DAY, events=events) == {}


def test_medicines_that_changed() -> None:
    dose = BELONGING[2]
    assert isinstance(dose, DosePeriod)
    events = [MEDICINE, replace(dose, first=DAY)]

    (line,) = content(events=events)["Medicines"]

    assert line.startswith("Nifedipine: started 10 mg")
    assert "Medicines" not in content(day=DAY + ONE_DAY, events=events)


def test_a_question_is_told_on_the_day_of_its_answer() -> None:
    question = next(each for each in OTHERS if isinstance(each, Question))
    later = DAY + ONE_DAY
    answered = replace(question, answered=later, answer="Yes")

    assert content(day=later, events=[answered]) == {"Questions": ["Answered: “May I swim?”, Yes"]}


def test_what_was_agreed_and_captions_are_shown() -> None:
    visit = next(each for each in OTHERS if isinstance(each, Appointment))
    photo = next(each for each in OTHERS if isinstance(each, Photo))

    found = content(
        events=[replace(visit, agreed="More often\nLess salt"), replace(photo, caption="thumb")]
    )

    assert found["Visit"] == ["09:30, Dr Ärmel", "More often", "Less salt"]
    assert found["Photos"] == ["1 photo", "“thumb”"]


def test_a_healed_sore_with_an_entry_after_is_still_told() -> None:
    said = SoreDay(sore=SORE.id, day=DAY, pain=2, recorded_at=AT)
    sore = replace(SORE, noticed=DAY - 9 * ONE_DAY, healed=DAY - ONE_DAY)

    assert content(events=[sore, said])["Sores"] == ["Left index finger, tip, pain 2"]


def test_as_plain_text() -> None:
    text = as_text(DAY, [Section("Skin", ("a", "b")), Section("Note", ("c",))])

    assert text == "Sunday 22 November 2026\n\nSkin\na\nb\n\nNote\nc"
