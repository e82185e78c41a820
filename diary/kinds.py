"""The closed sets that fields are made of: groups, kinds, cadences, and answers.

Part of `diary.field`, from which everything else imports them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diary.i18n import N_, Message


class Group(StrEnum):
    """The cards of a day, in the order in which they are shown."""

    SKIN = "skin"
    RAYNAUD = "raynaud"
    DIGESTION = "digestion"
    ORGANS = "organs"
    GENERAL = "general"
    OWN = "own"


GROUP_NAMES = {
    Group.SKIN: N_("Skin"),
    Group.RAYNAUD: N_("Raynaud’s"),
    Group.DIGESTION: N_("Digestion"),
    Group.ORGANS: N_("Heart, lungs, kidneys"),
    Group.GENERAL: N_("General"),
    Group.OWN: N_("My own"),
}


class Kind(StrEnum):
    """What sort of value a field takes.

    A grade is a whole number with a label each (the choices, whose keys are the numbers). A
    measure is a number on the grid of the field's step. Several choices are stored as one text:
    their keys in the order of the choices, with spaces between.
    """

    SCALE10 = "scale10"
    COUNT = "count"
    MINUTES = "minutes"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MEASURE = "measure"
    GRADE = "grade"
    SEVERAL = "several"


class Cadence(StrEnum):
    """How often a field is asked."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"

    @property
    def days(self) -> int:
        """The days from one reading to the next; a month is four weeks."""
        return {Cadence.DAILY: 1, Cadence.WEEKLY: 7, Cadence.MONTHLY: 28}[self]


class Recall(StrEnum):
    """The time that a question looks back on."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    NOW = "now"


class Direction(StrEnum):
    """Which way a higher value points."""

    HIGHER_IS_WORSE = "higher_is_worse"
    NEUTRAL = "neutral"


RECALL_WORDS = {
    Recall.DAY: N_("the last 24 hours"),
    Recall.WEEK: N_("the last 7 days"),
    Recall.MONTH: N_("the last 4 weeks"),
    Recall.NOW: N_("as it is now"),
}

WORDED = frozenset({Kind.CHOICE, Kind.SEVERAL})
"""The kinds whose values are words, not numbers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its stored key and its words. `alone`: it goes with no other answer."""

    key: str
    label: Message
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A term of a public code system that means the same; only verified ones are given."""

    system: str
    code: str
