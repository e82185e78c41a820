from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from diary.field import Field, Group
from diary.fields import CATALOGUE
from diary.logic.day_plan import GroupPlan, periodic, plan_day
from diary.shown import Choices, shown_fields

DAY = date(2026, 11, 22)
LUMPS, GAP = "skin.lumps", "skin.palm_gap_right"
ON: dict[str, object] = {"fields.on": [LUMPS, GAP]}


def plan(
    group: Group = Group.SKIN,
    *,
    chosen: dict[str, object] | None = None,
    wanted: set[str] | None = None,
    last: dict[str, date] | None = None,
) -> GroupPlan | None:
    shown = shown_fields(CATALOGUE, Choices.of(ON if chosen is None else chosen))
    plans = plan_day(CATALOGUE, shown, wanted or set(), last or {}, DAY)
    return next((each for each in plans if each.group is group), None)


def keys(fields: Sequence[Field]) -> list[str]:
    return [field.key for field in fields]


def test_what_is_due_is_asked_by_its_cadence() -> None:
    skin = plan()
    assert skin is not None
    assert keys(skin.daily) == ["skin.tightness", "skin.movement", "skin.itch"]
    assert keys(skin.weekly) == [LUMPS]
    assert keys(skin.monthly) == [GAP]
    assert skin.later == ()


def test_what_is_not_due_is_one_step_away() -> None:
    skin = plan(last={LUMPS: DAY - timedelta(days=2), GAP: DAY - timedelta(days=40)})
    assert skin is not None
    assert keys(skin.later) == [LUMPS]
    assert keys(skin.monthly) == [GAP]
    assert LUMPS not in keys(skin.asked)


def test_the_regions_of_the_skin_check_are_no_rows() -> None:
    skin = plan(wanted={"skin.check_right_hand"})
    assert skin is not None
    everything = (*skin.asked, *skin.later, *skin.others)
    assert not [field for field in everything if field.panel]
    assert not [field for field in periodic(CATALOGUE) if field.panel]


def test_what_is_recorded_but_not_asked_is_there_though_its_group_is_off() -> None:
    chosen: dict[str, object] = {"groups.off": ["skin"]}

    assert plan(chosen=chosen) is None
    skin = plan(chosen=chosen, wanted={"skin.itch"})
    assert skin is not None
    assert skin.asked == ()
    assert keys(skin.others) == ["skin.itch"]
