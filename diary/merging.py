"""Merging what a file holds into a diary: records in, a plan out. Nothing is read or written here.

The rules, which the dry run prints:

- What only the file has is new. What both have with the same content is the same, whenever it was
  recorded.
- What both have with another content is a conflict. The one recorded last counts; of two recorded
  at the same moment the one in the diary stays, unless it is an attack that has ended in the file.
- What was deleted in the diary is a conflict as well: it stays deleted unless the file's was
  recorded after that. What belongs to it (the days of a sore) comes or stays away with it.
- Nothing is ever deleted: what only the diary has stays, whatever was deleted elsewhere.
- How the diary is kept (its preferences) stays as it is here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import chain

from db.records import EVENTS, Attack, Key, Note, Preference, Profile, Reading, Record, key_of
from diary.logic.belonging import parent_of

_RANKS = {kind: rank for rank, kind in enumerate((Profile, Reading, Note, Attack, *EVENTS))}

Batch = tuple[Iterable[Record], Iterable[Record]]
"""Records of the diary, and those of the file that can be the same."""


class Rule(StrEnum):
    """Which of two entries counts."""

    NEWEST = "newest"
    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry of the file, and what the diary has in its place.

    `mine` is None where it was deleted in the diary, at `deleted_at`; `along` are those entries of
    the file that belong to it.
    """

    theirs: Record
    mine: Record | None = None
    deleted_at: datetime | None = None
    along: tuple[Record, ...] = ()

    @property
    def key(self) -> Key:
        """What it is about."""
        return key_of(self.theirs)

    @property
    def newest(self) -> Rule:
        """Which of both was recorded last."""
        if isinstance(self.mine, Attack) and isinstance(self.theirs, Attack):
            ended = self.mine.ongoing and not self.theirs.ongoing
            if ended and self.mine.recorded_at == self.theirs.recorded_at:
                return Rule.THEIRS
        here, there = self.deleted_at or recorded_at(self.mine), recorded_at(self.theirs)
        later = here is not None and there is not None and there > here
        return Rule.THEIRS if later else Rule.MINE


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: one rule for all conflicts, and another answer for some."""

    rule: Rule = Rule.NEWEST
    single: Mapping[Key, Rule] = field(default_factory=dict)

    def of(self, conflict: Conflict) -> Rule:
        """Mine or theirs."""
        chosen = self.single.get(conflict.key, self.rule)
        return conflict.newest if chosen is Rule.NEWEST else chosen

    def takes(self, conflict: Conflict) -> bool:
        """Whether the file’s entry counts."""
        return self.of(conflict) is Rule.THEIRS


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file would bring. `kept` are preferences that the diary has otherwise."""

    new: tuple[Record, ...] = ()
    same: int = 0
    conflicts: tuple[Conflict, ...] = ()
    kept: tuple[Preference, ...] = ()

    def brought(self, choices: Choices) -> list[Record]:
        """The records that are to be written, parents before their children."""
        chosen = [(each.theirs, *each.along) for each in self.taken(choices)]
        return sorted((*self.new, *chain.from_iterable(chosen)), key=_rank)

    def taken(self, choices: Choices) -> list[Conflict]:
        """The conflicts that end with the file's entry."""
        return [each for each in self.conflicts if choices.takes(each)]

    def before(self, choices: Choices) -> dict[Key, Record]:
        """What the diary must still hold in the place of what is written; elsewhere nothing."""
        return {each.key: each.mine for each in self.taken(choices) if each.mine is not None}


def merged(batches: Iterable[Batch], gone: Mapping[Key, datetime]) -> Plan:
    """The plan of a file; `gone` says what was deleted in the diary, and when.

    Parents come before their children, whatever the batch.
    """
    new: list[Record] = []
    kept: list[Preference] = []
    conflicts: dict[Key, Conflict] = {}
    along: defaultdict[Key, list[Record]] = defaultdict(list)
    same = 0
    for mine, theirs in batches:
        known = {key_of(record): record for record in mine}
        for record in theirs:
            key, parent = key_of(record), parent_of(record)
            here = known.get(key)
            if here is not None and is_same(here, record):
                same += 1
            elif isinstance(record, Preference) and here is not None:
                kept.append(record)
            elif here is not None:
                conflicts[key] = Conflict(record, here)
            elif parent in conflicts and conflicts[parent].mine is None:
                along[parent].append(record)
            elif key in gone:
                conflicts[key] = Conflict(record, deleted_at=gone[key])
            else:
                new.append(record)
    found = [replace(each, along=tuple(along[key])) for key, each in conflicts.items()]
    return Plan(tuple(new), same, tuple(found), tuple(kept))


def _rank(record: Record) -> int:
    return _RANKS[type(record)]


def is_same(one: Record, other: Record) -> bool:
    """Whether two records of one key say the same, whenever they were recorded."""
    match one, other:
        case Reading(), Reading():
            return one.value == other.value
        case Note(), Note():
            return one.text == other.text
    moment = recorded_at(one)
    if moment is None or isinstance(other, Profile | Preference):
        return one == other
    return one == replace(other, recorded_at=moment)


def recorded_at(record: Record | None) -> datetime | None:
    """When it was recorded; None where nobody wrote that down."""
    return getattr(record, "recorded_at", None)
