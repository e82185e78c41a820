"""Any record has words, with and without what it belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.records import EVENTS, Measurement, Photo, Question, Record
from diary.logic.record_words import RANKS, Teller, counted, told
from diary.logic.units import Units
from tests.db.examples import ALL, ATTACK, BELONGING, MEDICINE, OTHERS, PATCH, READING, SORE

PHOTO = next(each for each in OTHERS if isinstance(each, Photo))
PRESSURE = next(each for each in OTHERS if isinstance(each, Measurement))
QUESTION = next(each for each in OTHERS if isinstance(each, Question))
DAY_OF_SORE, SIZE, DOSE = BELONGING


@pytest.mark.parametrize("record", [*ALL, *BELONGING], ids=lambda one: type(one).__name__)
def test_each_kind_has_words_of_its_own(record: Record) -> None:
    words = told(record)

    assert words
    assert "{" not in words
    assert words not in [told(other) for other in (*ALL, *BELONGING) if other is not record]


def test_every_kind_is_ranked() -> None:
    assert set(EVENTS) <= set(RANKS)
    assert {type(record) for record in ALL} <= set(RANKS)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (SORE, "Sore: Left index finger, tip, noticed 22 Nov 2026"),
        (PATCH, "Patch: Chest, an oval, noticed 22 Nov 2026"),
        (ATTACK, "Attack on 22 Nov 2026, 21:15, 12 min"),
        (READING, "Skin tightness on 22 Nov 2026: 4"),
        (OTHERS[0], "Blood pressure 141/88 mmHg, 22 Nov 2026, 21:15"),
        (DOSE, "Dose: 10 mg, twice"),
        (replace(PRESSURE, measure="from.later"), "from.later 141, 22 Nov 2026, 21:15"),
        (replace(READING, field="from.later"), "from.later on 22 Nov 2026: 4"),
        (
            replace(QUESTION, text="May I swim in the sea?\n" * 5),
            "Question: “May I swim in the sea? May I swim in the sea? May I swim in…”",
        ),
    ],
)
def test_in_words(record: Record, words: str) -> None:
    assert told(record) == words


def test_what_belongs_to_another_names_it() -> None:
    parents: dict[str, Record] = {SORE.id: SORE, PATCH.id: PATCH, MEDICINE.id: MEDICINE}
    teller = Teller(find=lambda _kind, key: parents.get(key))

    assert teller.told(DAY_OF_SORE) == "Sore on 22 Nov 2026: Left index finger, tip"
    assert teller.told(SIZE) == "Patch on 22 Nov 2026: Chest, an oval"
    assert teller.told(DOSE) == "Dose: Nifedipine, 10 mg, twice"


def test_a_weight_is_told_in_the_chosen_unit() -> None:
    weight = replace(PRESSURE, measure="weight", value=70.0, diastolic=None)

    assert Teller(units=Units(weight="lb")).told(weight).startswith("Weight 154.3 lb")


def test_a_step_is_named_by_its_chief_record() -> None:
    teller = Teller()

    assert teller.step((DAY_OF_SORE, PHOTO, PHOTO, SORE)) == (
        "Sore: Left index finger, tip, noticed 22 Nov 2026, with 1 day of a sore and 2 photos"
    )
    assert teller.step((DOSE, MEDICINE)) == "Medicine: Nifedipine, with 1 dose"
    assert teller.step((DOSE,)) == "Dose: 10 mg, twice"
    assert teller.step(()) == ""


def test_what_came_along_is_counted_by_kind() -> None:
    assert counted([SIZE, SIZE, DOSE, READING]) == ("1 dose, 2 sizes of a patch and 1 more entry")


def test_nothing_is_asked_for_where_nothing_is_needed() -> None:
    def never(kind: type, key: str) -> Record | None:
        raise AssertionError(kind, key)

    assert Teller(find=never).told(SORE) == told(SORE)
