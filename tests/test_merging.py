"""Merging is a matter of records alone: what is new, the same, in conflict; nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import (
    Attack,
    Event,
    Everything,
    Key,
    Measurement,
    Note,
    Photo,
    Preference,
    Profile,
    Record,
    Sore,
    SoreDay,
    key_of,
)
from diary.logic.belonging import parent_of
from diary.merging import Choices, Conflict, Plan, Rule, is_same, merged
from tests.exchange.diaries import diaries

AT = datetime(2026, 6, 1, 21, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
NOTE = Note(AT.date(), "Warm.", AT)
ATTACK = Attack(id="a", started_at=AT, zone="UTC", recorded_at=AT, ongoing=True)
SORE = Sore(id="s", place="left_index", noticed=AT.date(), recorded_at=AT)
SORE_DAY = SoreDay(sore="s", day=AT.date(), pain=3, recorded_at=AT)
PHOTO = Photo(
    id="p", day=AT.date(), about="sore", about_id="s", width=9, height=9, recorded_at=AT
)  # fmt: skip
Held = dict[Key, Record]


def held(diary: Everything) -> Held:
    return {key_of(one): one for one in diary.records()}


def plan_of(mine: Held, theirs: Held, gone: dict[Key, datetime] | None = None) -> Plan:
    return merged([(mine.values(), theirs.values())], gone or {})


def done(mine: Held, plan: Plan, choices: Choices) -> Held:
    return mine | {key_of(one): one for one in plan.brought(choices)}


def otherwise(record: Record, moved: timedelta) -> Record:
    """The same entry with another note, or only recorded at another moment."""
    if isinstance(record, Profile | Preference):
        return record
    again = replace(record, recorded_at=record.recorded_at + moved)
    return replace(again, note="x") if isinstance(again, Attack | Sore | Measurement) else again


@st.composite
def changed(draw: st.DrawFn, diary: Everything) -> Held:
    """The diary on another laptop: some entries less, some recorded otherwise, and more."""
    other = held(draw(diaries()))
    for key, record in held(diary).items():
        if draw(st.booleans()):
            other[key] = otherwise(record, draw(st.sampled_from([-1, 0, 1])) * timedelta(hours=1))
    return other


pairs = diaries().flatmap(lambda one: st.tuples(st.just(held(one)), changed(one)))
rules = st.sampled_from(Rule)


@settings(deadline=None)
@given(diary=diaries(), rule=rules)
def test_a_diary_brings_nothing_to_itself(diary: Everything, rule: Rule) -> None:
    mine = held(diary)

    plan = plan_of(mine, mine)

    assert plan == Plan(same=len(mine))
    assert plan.brought(Choices(rule)) == []


@settings(deadline=None)
@given(pair=pairs, rule=rules)
def test_twice_is_once(pair: tuple[Held, Held], rule: Rule) -> None:
    mine, theirs = pair
    once = done(mine, plan_of(mine, theirs), Choices(rule))

    again = plan_of(once, theirs)

    assert again.new == ()
    assert again.brought(Choices(rule)) == []


@settings(deadline=None)
@given(pair=pairs)
def test_mine_from_here_is_theirs_from_there(pair: tuple[Held, Held]) -> None:
    mine, theirs = pair
    here = done(mine, plan_of(mine, theirs), Choices(Rule.MINE))
    there = done(theirs, plan_of(theirs, mine), Choices(Rule.THEIRS))

    assert here.keys() == there.keys()
    assert all(is_same(here[key], there[key]) or key[0] is Preference for key in here)


@settings(deadline=None)
@given(pair=pairs, rule=rules)
def test_nothing_that_is_not_listed_is_changed(pair: tuple[Held, Held], rule: Rule) -> None:
    mine, theirs = pair
    plan = plan_of(mine, theirs)
    listed = {key_of(one) for one in plan.new} | {each.key for each in plan.conflicts}

    after = done(mine, plan, Choices(rule))

    assert {key for key in after if after[key] != mine.get(key)} <= listed
    assert mine.keys() <= after.keys()
    assert len(plan.new) + plan.same + len(plan.conflicts) + len(plan.kept) == len(theirs)
    assert all(mine[key] == one for key, one in plan.before(Choices(rule)).items())


@settings(deadline=None)
@given(pair=pairs)
def test_it_does_not_matter_how_the_records_are_parted(pair: tuple[Held, Held]) -> None:
    mine, theirs = pair

    kinds = list(dict.fromkeys(map(type, theirs.values())))

    def of(some: Held, kind: type) -> list[Record]:
        return [one for one in some.values() if type(one) is kind]

    whole = merged([(mine.values(), [one for kind in kinds for one in of(theirs, kind)])], {})

    assert merged([(of(mine, kind), of(theirs, kind)) for kind in kinds], {}) == whole


@settings(deadline=None)
@given(pair=pairs, rule=rules, data=st.data())
def test_no_child_comes_without_its_parent(
    pair: tuple[Held, Held], rule: Rule, data: st.DataObject
) -> None:
    mine, theirs = pair
    keys = sorted(mine.keys() | theirs.keys(), key=repr)
    gone = dict.fromkeys(data.draw(st.sets(st.sampled_from(keys))) if keys else (), LATER)
    mine = {
        key: one
        for key, one in mine.items()
        if key not in gone and parent_of(one) not in gone
    }  # fmt: skip
    theirs = {
        key: one
        for key, one in theirs.items()
        if (parent := parent_of(one)) is None or parent in theirs
    }
    plan = plan_of(mine, theirs, gone)

    brought = plan.brought(Choices(rule))

    written: set[Key | None] = set(mine)
    for record in brought:
        assert parent_of(record) in written | {None}
        written.add(key_of(record))


# One conflict.


def conflict(mine: Record, theirs: Record) -> Conflict:
    (found,) = plan_of({key_of(mine): mine}, {key_of(theirs): theirs}).conflicts
    return found


@pytest.mark.parametrize(
    ("mine", "theirs", "newest"),
    [
        (NOTE, replace(NOTE, text="Cold.", recorded_at=LATER), Rule.THEIRS),
        (replace(NOTE, text="Cold.", recorded_at=LATER), NOTE, Rule.MINE),
        (NOTE, replace(NOTE, text="Cold."), Rule.MINE),
        (ATTACK, replace(ATTACK, ongoing=False, minutes=20), Rule.THEIRS),
        (replace(ATTACK, ongoing=False, minutes=20), ATTACK, Rule.MINE),
        (ATTACK, replace(ATTACK, note="x"), Rule.MINE),
        (Profile("A"), Profile("B"), Rule.MINE),
    ],
)
def test_the_one_recorded_last_counts(mine: Record, theirs: Record, newest: Rule) -> None:
    found = conflict(mine, theirs)

    assert Choices().of(found) is newest
    assert Choices(Rule.THEIRS).of(found) is Rule.THEIRS
    assert Choices(Rule.THEIRS, {found.key: Rule.MINE}).of(found) is Rule.MINE


def test_how_the_diary_is_kept_stays() -> None:
    mine, theirs = Preference("day.start", "2"), Preference("day.start", "3")

    plan = plan_of({key_of(mine): mine}, {key_of(theirs): theirs})

    assert plan == Plan(kept=(theirs,))
    assert plan.brought(Choices(Rule.THEIRS)) == []


# Deleted here.


@pytest.mark.parametrize(("after", "newest"), [(-1, Rule.THEIRS), (1, Rule.MINE)])
def test_what_was_deleted_here_stays_away_unless_it_was_recorded_later(
    after: int, newest: Rule
) -> None:
    deleted = AT + timedelta(minutes=after)

    (found,) = plan_of({}, {key_of(NOTE): NOTE}, {key_of(NOTE): deleted}).conflicts

    assert (found.mine, found.deleted_at) == (None, deleted)
    assert Choices().of(found) is newest


def test_what_belongs_to_something_deleted_comes_or_stays_away_with_it() -> None:
    theirs: list[Event] = [SORE, SORE_DAY, PHOTO]

    plan = plan_of({}, {key_of(one): one for one in theirs}, {key_of(SORE): LATER})

    (found,) = plan.conflicts
    assert found.along == (SORE_DAY, PHOTO)
    assert plan.brought(Choices()) == []
    assert plan.brought(Choices(Rule.THEIRS)) == theirs
