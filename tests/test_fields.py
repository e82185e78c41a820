from __future__ import annotations

import pytest

from diary.field import Catalogue, Field, Group, InvalidValueError, Kind
from diary.fields import CATALOGUE

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


def test_the_catalogue_holds_the_daily_fields_that_are_on() -> None:
    assert {field.key for field in CATALOGUE} == DAILY_AND_ON


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
    if field.kind is Kind.CHOICE:
        assert len(field.choice_keys) >= 2


def test_ranks_are_distinct_and_follow_the_domains() -> None:
    ranks = [field.rank for field in CATALOGUE]
    assert len(set(ranks)) == len(ranks)
    groups = [field.group for field in CATALOGUE.ranked()]
    assert groups[0] is Group.RAYNAUD
    assert groups[-1] is Group.SKIN


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
@pytest.mark.parametrize("value", [-1, 1.5, True, None, "", "three", 10**9, float("nan"), [1]])
def test_a_value_that_does_not_fit_gets_a_sentence(field: Field, value: object) -> None:
    with pytest.raises(InvalidValueError) as refused:
        field.check(value)
    assert str(field.label) in str(refused.value)


def test_zero_fits_every_number() -> None:
    for field in CATALOGUE:
        if field.numeric:
            assert field.check(0) == 0
            assert field.check(field.top) == field.top


def test_codes_are_the_verified_ones_only() -> None:
    without = {"skin.tightness", "skin.movement", "raynaud.impact", "general.hands"}
    for field in CATALOGUE:
        if field.key in without:
            assert field.codes == ()


def test_a_catalogue_finds_by_group_and_section() -> None:
    itch = CATALOGUE["skin.itch"]
    small = Catalogue([itch])
    assert small.groups() == [Group.SKIN]
    assert small.in_section("skin") == [itch]
    assert "skin.tightness" not in small
