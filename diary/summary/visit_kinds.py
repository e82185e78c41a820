"""The kinds of visit that a summary is made for: which groups each shows unless chosen otherwise.

What the patient leaves out for a kind is remembered in the diary, under `key_of`; the kind that
was chosen last under `KIND`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from diary.field import Group
from diary.i18n import N_, Message

KIND = "summary.for"
Preference = Callable[[str], object]


class VisitKind(StrEnum):
    """Whom the patient sees."""

    RHEUMATOLOGY = "rheumatology"
    GASTROENTEROLOGY = "gastroenterology"
    GP = "gp"


KIND_NAMES = {
    VisitKind.RHEUMATOLOGY: N_("Rheumatology"),
    VisitKind.GASTROENTEROLOGY: N_("Gastroenterology"),
    VisitKind.GP: N_("GP"),
}
LEFT_OUT = {
    VisitKind.RHEUMATOLOGY: frozenset[Group](),
    VisitKind.GASTROENTEROLOGY: frozenset({Group.SKIN, Group.RAYNAUD, Group.ORGANS}),
    VisitKind.GP: frozenset({Group.SKIN}),
}
STRIPS: dict[VisitKind, tuple[Message, tuple[str, ...]]] = {
    VisitKind.RHEUMATOLOGY: (
        N_("Raynaud’s and skin, day by day"),
        ("raynaud.attack_count", "raynaud.impact", "skin.tightness"),
    ),
    VisitKind.GASTROENTEROLOGY: (
        N_("Digestion, day by day"),
        ("digestion.heartburn", "digestion.swallowing", "digestion.bloating"),
    ),
    VisitKind.GP: (
        N_("Three signs, day by day"),
        ("raynaud.impact", "general.fatigue", "organs.breathlessness"),
    ),
}
"""The charts of page 1: the same three in every summary of a kind."""


def key_of(kind: VisitKind) -> str:
    """The preference that holds the groups left out for this kind."""
    return f"summary.left_out.{kind.value}"


def sections_for(kind: VisitKind, preference: Preference) -> frozenset[Group]:
    """The groups that this kind shows: as chosen, else as usual. Odd preferences are as none."""
    chosen = preference(key_of(kind))
    known = {group.value for group in Group}
    if isinstance(chosen, list) and all(isinstance(each, str) for each in chosen):
        return frozenset(Group) - {Group(each) for each in chosen if each in known}
    return frozenset(Group) - LEFT_OUT[kind]


def usual_kind(preference: Preference) -> VisitKind:
    """The kind that was chosen last."""
    chosen = preference(KIND)
    return next((kind for kind in VisitKind if kind == chosen), VisitKind.RHEUMATOLOGY)
