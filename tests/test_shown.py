from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.field import Catalogue, Field, Group, Kind
from diary.i18n import N_
from diary.shown import KEYS, Choices, shown_fields


def field(key: str, *, on: bool = True) -> Field:
    words = N_("Words")
    return Field(
        key=key,
        group=Group(key.partition(".")[0]),
        kind=Kind.SCALE10,
        label=words,
        question=words,
        section="skin",
        rank=1,
        default_on=on,
    )


CATALOGUE = Catalogue(
    [
        field("skin.a"),
        field("skin.b"),
        field("skin.rare", on=False),
        field("skin.c"),
        field("general.d"),
    ]
)


def shown(preferences: dict[str, object]) -> list[str]:
    return [each.key for each in shown_fields(CATALOGUE, Choices.of(preferences))]


def test_where_nothing_was_chosen_the_defaults_are_shown() -> None:
    assert shown({}) == ["skin.a", "skin.b", "skin.c", "general.d"]


def test_a_field_is_switched_on_or_off() -> None:
    assert shown({"fields.on": ["skin.rare"], "fields.off": ["skin.b"]}) == [
        "skin.a",
        "skin.rare",
        "skin.c",
        "general.d",
    ]


def test_a_group_that_is_off_takes_its_fields_away_and_they_come_back_with_it() -> None:
    off = shown_fields(CATALOGUE, Choices.of({"groups.off": ["skin"]}))

    assert [each.key for each in off] == ["general.d"]
    assert Group.SKIN not in off.groups_on
    assert Group.DIGESTION in off.groups_on


def test_groups_and_fields_come_in_the_order_chosen() -> None:
    preferences: dict[str, object] = {
        "groups.order": ["general", "skin"],
        "fields.order": {"skin": ["skin.c", "skin.b", "skin.a"]},
    }
    made = shown_fields(CATALOGUE, Choices.of(preferences))

    assert [each.key for each in made] == ["general.d", "skin.c", "skin.b", "skin.a"]
    assert made.groups() == [Group.GENERAL, Group.SKIN]


def test_a_field_that_came_later_stands_after_its_neighbour() -> None:
    order = {"fields.on": ["skin.rare"], "fields.order": {"skin": ["skin.c", "skin.b", "skin.a"]}}

    assert shown(dict(order))[:4] == ["skin.c", "skin.b", "skin.rare", "skin.a"]


def test_only_what_differs_from_the_default_is_kept() -> None:
    choices = Choices.of({"fields.off": ["skin.b"]})

    assert choices.switch(CATALOGUE["skin.b"], on=True) == {"fields.off": []}
    assert choices.switch(CATALOGUE["skin.a"], on=False) == {"fields.off": ["skin.b", "skin.a"]}
    assert choices.switch(CATALOGUE["skin.rare"], on=True) == {"fields.on": ["skin.rare"]}
    assert choices.switch_group(Group.SKIN, on=False) == {"groups.off": ["skin"]}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (-1, ["skin.b", "skin.a", "skin.rare", "skin.c"]),
        (1, ["skin.a", "skin.rare", "skin.b", "skin.c"]),
        (-9, ["skin.b", "skin.a", "skin.rare", "skin.c"]),
    ],
)
def test_a_field_moves_among_its_group(step: int, expected: list[str]) -> None:
    keys = [each.key for each in Choices().fields(CATALOGUE, Group.SKIN)]
    wanted = Choices().move(Group.SKIN, keys, "skin.b", step)
    assert wanted == {"fields.order": {"skin": expected}}


def test_a_group_moves_among_those_that_are_seen() -> None:
    seen = [Group.SKIN, Group.DIGESTION, Group.GENERAL]
    wanted = Choices().move_group(seen, Group.GENERAL, -1)

    assert wanted == {"groups.order": ["skin", "general", "digestion"]}
    assert Choices.of(wanted).groups() == [
        Group.SKIN,
        Group.RAYNAUD,
        Group.GENERAL,
        Group.OWN,
        Group.DIGESTION,
        Group.ORGANS,
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["skin", "skin.a"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("skin"), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING))
def test_whatever_a_file_brought_as_preferences_no_field_is_twice_or_strange(
    preferences: dict[str, object],
) -> None:
    keys = shown(preferences)
    assert len(keys) == len(set(keys))
    assert set(keys) <= {each.key for each in CATALOGUE}
    assert sorted(Choices.of(preferences).groups()) == sorted(Group)
