"""What the patient chooses for a summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from diary.field import Group
from diary.i18n import home
from diary.languages import NAMES
from diary.summary.visit_kinds import Preference, VisitKind

LETTER_COUNTRIES = frozenset(
    {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "DO", "PR", "VE", "SV"}
)

LANGUAGE = "summary.language"
"""The preference with the language that was chosen last."""


class Paper(StrEnum):
    """The paper that it is printed on."""

    A4 = "a4"
    LETTER = "letter"


def usual_paper() -> Paper:
    """The paper of the reader's country."""
    return Paper.LETTER if home().territory in LETTER_COUNTRIES else Paper.A4


def usual_language(preference: Preference) -> str:
    """The language that was chosen last; empty is the window's."""
    chosen = preference(LANGUAGE)
    return str(chosen) if chosen in NAMES else ""


@dataclass(frozen=True, slots=True)
class Options:
    """How the summary is made.

    `made` is the moment that it is made, aware: it is printed. `sections` are the groups of fields
    that are shown; what is left out is named. `photos` are the ids of the chosen photos.
    `language` is one for a doctor who reads another than the window's.
    """

    made: datetime
    paper: Paper = Paper.A4
    appendix: bool = False
    sections: frozenset[Group] = frozenset(Group)
    visit: VisitKind = VisitKind.RHEUMATOLOGY
    photos: tuple[str, ...] = ()
    language: str = ""
