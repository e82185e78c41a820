"""Which fields a day asks, and in which order: the catalogue as one person keeps it.

Pure. What was chosen stands in the diary's preferences; whatever else stands there (a file can
bring anything) counts as not chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from diary.field import Catalogue, Field, Group

FIELDS_ON, FIELDS_OFF, FIELDS_ORDER = "fields.on", "fields.off", "fields.order"
GROUPS_OFF, GROUPS_ORDER = "groups.off", "groups.order"
KEYS = (FIELDS_ON, FIELDS_OFF, FIELDS_ORDER, GROUPS_OFF, GROUPS_ORDER)

T = TypeVar("T", bound=str)


class Arranged(Catalogue):
    """Fields in the person's order, by groups in theirs."""

    def __init__(self, fields: Iterable[Field], order: Sequence[Group]) -> None:
        super().__init__(fields)
        self._order = tuple(order)

    def groups(self) -> list[Group]:
        """The groups that have a field, in the person's order."""
        used = {field.group for field in self}
        return [group for group in self._order if group in used]


class Shown(Arranged):
    """The fields that are switched on.

    `groups_on` are all groups that are switched on, also those without a field.
    """

    def __init__(self, fields: Iterable[Field], groups_on: Sequence[Group]) -> None:
        super().__init__(fields, groups_on)
        self.groups_on = tuple(groups_on)


@dataclass(frozen=True, slots=True)
class Choices:
    """What was switched on and off, and put in order."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    order: Mapping[str, tuple[str, ...]] | None = None
    groups_off: tuple[str, ...] = ()
    groups_order: tuple[str, ...] = ()

    @classmethod
    def of(cls, preferences: Mapping[str, object]) -> Choices:
        """What the preferences say, by their keys."""
        orders = preferences.get(FIELDS_ORDER)
        orders = orders if isinstance(orders, dict) else {}
        return cls(
            on=_words(preferences.get(FIELDS_ON)),
            off=_words(preferences.get(FIELDS_OFF)),
            order={group: _words(keys) for group, keys in orders.items()},
            groups_off=_words(preferences.get(GROUPS_OFF)),
            groups_order=_words(preferences.get(GROUPS_ORDER)),
        )

    # What follows from them.

    def is_on(self, field: Field) -> bool:
        """Whether a field is switched on, whatever its group is."""
        return field.key not in self.off if field.default_on else field.key in self.on

    def is_group_on(self, group: Group) -> bool:
        """Whether a group is switched on."""
        return group.value not in self.groups_off

    def groups(self) -> list[Group]:
        """All groups in the person's order."""
        return _arranged(list(Group), self.groups_order)

    def fields(self, catalogue: Catalogue, group: Group) -> list[Field]:
        """All fields of a group in the person's order, also those that are off."""
        by_key = {field.key: field for field in catalogue.in_group(group)}
        order = (self.order or {}).get(group.value, ())
        return [by_key[key] for key in _arranged(list(by_key), order)]

    # What a change of them writes: preferences by their keys.

    def switch(self, *fields: Field, on: bool) -> dict[str, object]:
        """Switch fields on or off together. Only what differs from its default is kept."""
        kept = {FIELDS_ON: list(self.on), FIELDS_OFF: list(self.off)}
        for field in fields:
            key = FIELDS_OFF if field.default_on else FIELDS_ON
            kept[key] = _with(kept[key], field.key, wanted=on is not field.default_on)
        was = {FIELDS_ON: list(self.on), FIELDS_OFF: list(self.off)}
        return {key: words for key, words in kept.items() if words != was[key]}

    def switch_group(self, group: Group, *, on: bool) -> dict[str, object]:
        """Switch a whole group on or off; its fields keep what they were."""
        return {GROUPS_OFF: _with(self.groups_off, group.value, wanted=not on)}

    def move(self, group: Group, keys: Sequence[str], key: str, step: int) -> dict[str, object]:
        """Move a field up (negative) or down among those of its group that are seen (`keys`)."""
        orders = {name: list(order) for name, order in (self.order or {}).items()}
        return {FIELDS_ORDER: orders | {group.value: _moved(list(keys), key, step)}}

    def move_group(self, groups: Sequence[Group], group: Group, step: int) -> dict[str, object]:
        """Move a group up or down among the `groups` that are seen."""
        order = _moved(list(groups), group, step)
        return {GROUPS_ORDER: [each.value for each in order]}


def arranged_fields(catalogue: Catalogue, choices: Choices) -> Arranged:
    """All fields, also those that are off."""
    groups = choices.groups()
    return Arranged([f for group in groups for f in choices.fields(catalogue, group)], groups)


def shown_fields(catalogue: Catalogue, choices: Choices) -> Shown:
    """The fields that are on, of groups that are on."""
    groups = [group for group in choices.groups() if choices.is_group_on(group)]
    fields = [field for group in groups for field in choices.fields(catalogue, group)]
    return Shown([field for field in fields if choices.is_on(field)], groups)


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(word for word in words if isinstance(word, str)))


def _arranged(all_of_them: list[T], order: Sequence[str]) -> list[T]:
    """In the order chosen; what was never put in order keeps its place after its neighbour."""
    known = {str(each): each for each in all_of_them}
    arranged = [known[word] for word in order if word in known]
    for place, each in enumerate(all_of_them):
        if each not in arranged:
            before = all_of_them[place - 1] if place else None
            arranged.insert(arranged.index(before) + 1 if before is not None else 0, each)
    return arranged


def _with(kept: Sequence[str], word: str, *, wanted: bool) -> list[str]:
    rest = [each for each in kept if each != word]
    return [*rest, word] if wanted else rest


def _moved(words: list[T], word: T, step: int) -> list[T]:
    here = words.index(word)
    there = min(max(here + step, 0), len(words) - 1)
    rest = [each for each in words if each != word]
    return [*rest[:there], word, *rest[there:]]
