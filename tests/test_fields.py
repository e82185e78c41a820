from __future__ import annotations

import pytest

from diary.field import Cadence, Catalogue, Field, Group, InvalidValueError, Kind, Recall
from diary.fields import CATALOGUE, SKIN_CHECK

DAILY_AND_ON = {
    "skin.tightness",
    "skin.movement",
    "skin.itch",
    "raynaud.day_pattern",
    "raynaud.attack_count",
    "raynaud.total_minutes",
    "raynaud.impact",
    "digestion.heartburn",
    "digestion.swallowing",
    "digestion.bloating",
    "digestion.cramps",
    "digestion.constipation",
    "digestion.diarrhoea",
    "organs.breathlessness",
    "general.fatigue",
    "general.pain",
    "general.hands",
    "general.overall",
}


SIDES = ("right", "left")
REGIONS = {
    f"skin.check_{side}_{part}"
    for side in SIDES
    for part in ("fingers", "hand", "forearm", "upper_arm")
}
OFF = {
    *(f"skin.palm_gap_{side}" for side in SIDES),
    "skin.lumps",
    "skin.lump_opened",
    "raynaud.outdoor_low",
    "digestion.nausea",
    "digestion.fullness",
    "digestion.swallowing_what",
    "digestion.motions",
    "digestion.stool_form",
    "digestion.leakage",
    "digestion.urgency",
    "digestion.blood_or_black",
    "digestion.ate_less",
    "organs.breathless_grade",
    "organs.cough",
    "organs.palpitations",
    "organs.chest_pain",
    "organs.faint",
    "organs.ankle_swelling",
    "organs.blue_lips",
    "general.moving",
    "general.activities",
    "general.sleep",
}
WEEKLY = {"skin.lumps", "skin.lump_opened", "organs.breathless_grade"}
MONTHLY = REGIONS | {"skin.palm_gap_right", "skin.palm_gap_left"}


def test_the_catalogue_holds_what_clinics_ask() -> None:
    assert {field.key for field in CATALOGUE} == DAILY_AND_ON | REGIONS | OFF
    assert {field.key for field in CATALOGUE if not field.default_on} == OFF


def test_each_field_is_asked_as_often_as_it_can_change() -> None:
    asked = {cadence: {f.key for f in CATALOGUE if f.cadence is cadence} for cadence in Cadence}

    assert asked[Cadence.WEEKLY] == WEEKLY
    assert asked[Cadence.MONTHLY] == MONTHLY
    for field in CATALOGUE:
        daily = field.cadence is Cadence.DAILY
        assert (field.recall is Recall.DAY) is daily, "a question looks back as far as it is asked"
        assert (field.panel == SKIN_CHECK) is (field.key in REGIONS)


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_each_field_is_whole(field: Field) -> None:
    assert str(field.label)
    assert str(field.question)
    assert field.key.startswith(field.group.value + ".")
    assert field.section
    if field.kind is Kind.SCALE10:
        assert field.top == 10
        assert field.low is not None
        assert field.high is not None
    if field.kind in {Kind.CHOICE, Kind.SEVERAL, Kind.GRADE}:
        assert len(set(field.choice_keys)) == len(field.choices) >= 2
    if field.kind is Kind.GRADE:
        low, top = int(field.bottom), field.top
        assert [int(key) for key in field.choice_keys] == list(range(low, top + 1))
    if field.kind is Kind.MEASURE:
        assert field.unit_words is not None


def test_ranks_are_distinct_and_follow_the_domains() -> None:
    ranks = [field.rank for field in CATALOGUE]
    assert len(set(ranks)) == len(ranks)
    groups = [field.group for field in CATALOGUE.ranked()]
    assert groups[0] is Group.RAYNAUD
    assert groups[-1] is Group.SKIN


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
@pytest.mark.parametrize("value", [-41, 1.55, True, None, "", "three", 10**9, float("nan"), [1]])
def test_a_value_that_does_not_fit_gets_a_sentence(field: Field, value: object) -> None:
    with pytest.raises(InvalidValueError) as refused:
        field.check(value)
    assert str(field.label) in str(refused.value)


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_numbers_fit_from_end_to_end_and_not_beyond(field: Field) -> None:
    if field.numeric:
        for end, beyond in ((field.bottom, -field.step), (field.top, field.step)):
            assert field.check(end) == end
            with pytest.raises(InvalidValueError):
                field.check(end + beyond)


def test_a_measure_comes_onto_its_grid_as_a_decimal() -> None:
    frost, gap = CATALOGUE["raynaud.outdoor_low"], CATALOGUE["skin.palm_gap_left"]

    assert repr(frost.check(0.1 + 0.2)) == "0.3"
    assert repr(frost.check(-4)) == "-4.0"
    assert repr(gap.check(-0.0)) == "0.0"
    for wrong in (0.25, 15.5, -0.5, float("inf"), 10**400, "2"):
        with pytest.raises(InvalidValueError):
            gap.check(wrong)
    with pytest.raises(InvalidValueError, match=r"from 0 to 15 in steps of 0\.5"):
        gap.check(3.2)


def test_several_answers_come_into_their_order() -> None:
    what = CATALOGUE["digestion.swallowing_what"]

    assert what.check("tablets  solids") == "solids tablets"
    assert what.words("solids tablets") == "Solid food and Tablets"
    for wrong in ("nothing solids", "solids solids", "stones", "solids stones", " "):
        with pytest.raises(InvalidValueError):
            what.check(wrong)


def test_words_of_every_kind() -> None:
    assert CATALOGUE["organs.breathless_grade"].words(1) == "Hurrying, or walking up a slope"
    assert CATALOGUE["skin.palm_gap_left"].words(2.5) == "2.5"
    assert CATALOGUE["digestion.urgency"].words(1) == "yes"


VERIFIED = {
    "skin.itch": "418363000",
    "digestion.heartburn": "16331000",
    "digestion.swallowing": "40739000",
    "digestion.bloating": "116289008",
    "digestion.cramps": "51197009",
    "digestion.constipation": "14760008",
    "digestion.diarrhoea": "62315008",
    "digestion.nausea": "422587007",
    "organs.breathlessness": "267036007",
    "organs.cough": "49727002",
    "organs.palpitations": "80313002",
    "general.fatigue": "84229001",
    "general.pain": "72514-3",
}


def test_codes_are_the_verified_ones_only() -> None:
    given = {field.key: [code.code for code in field.codes] for field in CATALOGUE if field.codes}

    assert given == {key: [code] for key, code in VERIFIED.items()}


def test_a_catalogue_finds_by_group_and_section() -> None:
    itch = CATALOGUE["skin.itch"]
    small = Catalogue([itch])
    assert small.groups() == [Group.SKIN]
    assert small.in_section("skin") == [itch]
    assert "skin.tightness" not in small
