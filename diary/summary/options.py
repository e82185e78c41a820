"""What the patient chooses for a summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from diary.field import Group


class Paper(StrEnum):
    """The paper that it is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Options:
    """How the summary is made.

    `made` is the moment that it is made, aware: it is printed. `sections` are the groups of fields
    that are shown; what is left out is named.
    """

    made: datetime
    paper: Paper = Paper.A4
    appendix: bool = False
    sections: frozenset[Group] = frozenset(Group)
