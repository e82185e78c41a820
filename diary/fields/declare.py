"""How fields are declared: one short call each. Used by the groups' files alone.

The group is the first part of the key; the group's article section explains the field.
"""

from __future__ import annotations

from typing import Required, TypedDict, Unpack

from diary.field import Cadence, Choice, Code, Direction, Field, Group, Kind, Recall
from diary.i18n import N_, Message

NONE = N_("none")
WORST = N_("worst imaginable")
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"

SECTIONS = {
    Group.SKIN: "skin",
    Group.RAYNAUD: "fingers-and-toes",
    Group.DIGESTION: "digestive-system",
    Group.ORGANS: "heart-lungs-kidneys",
    Group.GENERAL: "living-with-it",
}


class Rest(TypedDict, total=False):
    """What only some declarations give; each but the rank has its default in `Field`."""

    rank: Required[int]
    minimum: float
    maximum: int
    step: float
    choices: tuple[Choice, ...]
    unit: str
    unit_words: Message
    change: float
    codes: tuple[Code, ...]
    low: Message
    high: Message
    recall: Recall
    cadence: Cadence
    direction: Direction
    default_on: bool
    panel: str


def declare(key: str, kind: Kind, label: Message, question: Message, **rest: Unpack[Rest]) -> Field:
    """A field of any kind."""
    group = Group(key.partition(".")[0])
    return Field(
        key=key,
        group=group,
        kind=kind,
        label=label,
        question=question,
        section=SECTIONS[group],
        **rest,
    )


def scale(
    key: str,
    label: Message,
    question: Message,
    ends: tuple[Message, Message] = (NONE, WORST),
    **rest: Unpack[Rest],
) -> Field:
    """A scale from 0 to 10 with words at both ends."""
    rest["low"], rest["high"] = ends
    return declare(key, Kind.SCALE10, label, question, **rest)


def yes_no(key: str, label: Message, question: Message, **rest: Unpack[Rest]) -> Field:
    """A question that is answered with yes or no."""
    rest["unit"] = ""
    return declare(key, Kind.YES_NO, label, question, **rest)


def answers(*given: tuple[str, Message]) -> tuple[Choice, ...]:
    """The answers of a choice: keys and words."""
    return tuple(Choice(key, words) for key, words in given)


def grades(first: int, *words: Message) -> tuple[Choice, ...]:
    """The grades from `first` on, one for each of the words."""
    return tuple(Choice(str(number), each) for number, each in enumerate(words, first))


def snomed(code: str) -> tuple[Code, ...]:
    """A verified SNOMED CT code."""
    return (Code(SNOMED, code),)
