"""THE CATALOGUE: everything that can be recorded, declared once.

Today, Trends, the article's links, the export and the summary all follow this file. To add a
field, add its declaration here and name it in no other code; its `section` must exist in the
article. Facts of scales and ranges: the clinical notes in `docs/decisions/`.
"""

from __future__ import annotations

from typing import TypedDict, Unpack

from diary.field import Catalogue, Choice, Code, Field, Group, Kind
from diary.i18n import N_, Message

NONE = N_("none")
WORST = N_("worst imaginable")
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"

DAY_PATTERNS = (
    Choice("none", N_("No attacks")),
    Choice("attacks", N_("Attacks that came and went")),
    Choice("most", N_("Cold or discoloured most of the day")),
)

SECTIONS = {
    Group.SKIN: "skin",
    Group.RAYNAUD: "fingers-and-toes",
    Group.DIGESTION: "digestive-system",
    Group.ORGANS: "heart-lungs-kidneys",
    Group.GENERAL: "living-with-it",
}


class _Rest(TypedDict, total=False):
    """What only some declarations give."""

    maximum: int
    choices: tuple[Choice, ...]
    unit: str
    change: float
    codes: tuple[Code, ...]
    low: Message
    high: Message


def _field(
    key: str, kind: Kind, label: Message, question: Message, *, rank: int, **rest: Unpack[_Rest]
) -> Field:
    """A field whose group is the first part of its key, explained by its group's section."""
    group = Group(key.partition(".")[0])
    return Field(
        key=key,
        group=group,
        kind=kind,
        label=label,
        question=question,
        section=SECTIONS[group],
        rank=rank,
        **rest,
    )


def _scale(  # noqa: PLR0913 - a scale is its two end words and its change too
    key: str,
    label: Message,
    question: Message,
    *,
    rank: int,
    ends: tuple[Message, Message] = (NONE, WORST),
    change: float = 1.0,
    codes: tuple[Code, ...] = (),
) -> Field:
    low, high = ends
    return _field(
        key,
        Kind.SCALE10,
        label,
        question,
        rank=rank,
        low=low,
        high=high,
        change=change,
        codes=codes,
    )


CATALOGUE = Catalogue(
    (
        _scale(
            "skin.tightness",
            N_("Skin tightness"),
            N_("How tight did your skin feel?"),
            ends=(N_("not tight"), WORST),
            rank=110,
        ),
        _scale(
            "skin.movement",
            N_("Movement held back by tight skin"),
            N_("How much did tight skin hold back your movement?"),
            ends=(N_("not at all"), N_("completely")),
            rank=111,
        ),
        _scale(
            "skin.itch",
            N_("Itch"),
            N_("How bad was your worst itch?"),
            rank=112,
            codes=(Code(SNOMED, "418363000"),),
        ),
        _field(
            "raynaud.day_pattern",
            Kind.CHOICE,
            N_("Raynaud’s over the day"),
            N_("What was the day like?"),
            choices=DAY_PATTERNS,
            unit="",
            rank=12,
        ),
        _field(
            "raynaud.attack_count",
            Kind.COUNT,
            N_("Raynaud’s attacks"),
            N_("How many attacks did you have?"),
            maximum=99,
            unit="{attacks}",
            rank=10,
        ),
        _field(
            "raynaud.total_minutes",
            Kind.MINUTES,
            N_("Total time of attacks"),
            N_("How long did they last, all together?"),
            maximum=1440,
            unit="min",
            rank=11,
        ),
        _scale(
            "raynaud.impact",
            N_("Difficulty caused by Raynaud’s"),
            N_("How much difficulty did Raynaud’s cause you?"),
            ends=(N_("no difficulty"), N_("extreme difficulty")),
            rank=13,
            change=1.4,
        ),
        _scale(
            "digestion.heartburn",
            N_("Heartburn"),
            N_("Heartburn, at its worst"),
            rank=60,
            codes=(Code(SNOMED, "16331000"),),
        ),
        _scale(
            "digestion.swallowing",
            N_("Difficulty swallowing"),
            N_("Difficulty swallowing, at its worst"),
            ends=(NONE, N_("could not swallow")),
            rank=61,
            codes=(Code(SNOMED, "40739000"),),
        ),
        _scale(
            "digestion.bloating",
            N_("Bloating"),
            N_("Bloating, at its worst"),
            rank=80,
            codes=(Code(SNOMED, "116289008"),),
        ),
        _scale(
            "digestion.cramps",
            N_("Cramps"),
            N_("Cramps in your belly, at their worst"),
            rank=81,
            codes=(Code(SNOMED, "51197009"),),
        ),
        _scale(
            "digestion.constipation",
            N_("Constipation"),
            N_("Constipation (hard or missing motions), at its worst"),
            rank=82,
            codes=(Code(SNOMED, "14760008"),),
        ),
        _scale(
            "digestion.diarrhoea",
            N_("Diarrhoea"),
            N_("Diarrhoea (loose or watery motions), at its worst"),
            rank=83,
            codes=(Code(SNOMED, "62315008"),),
        ),
        _scale(
            "organs.breathlessness",
            N_("Breathlessness"),
            N_("Short of breath, at its worst"),
            rank=90,
            codes=(Code(SNOMED, "267036007"),),
        ),
        _scale(
            "general.fatigue",
            N_("Tiredness"),
            N_("How tired were you?"),
            ends=(N_("not tired"), WORST),
            rank=20,
            codes=(Code(SNOMED, "84229001"),),
        ),
        _scale(
            "general.pain",
            N_("Pain"),
            N_("How bad was your pain?"),
            ends=(N_("no pain"), WORST),
            rank=40,
            codes=(Code(LOINC, "72514-3"),),
        ),
        _scale(
            "general.hands",
            N_("Difficulty using the hands"),
            N_("How hard was it to use your hands?"),
            ends=(N_("not hard"), N_("could not use them")),
            rank=30,
        ),
        _scale(
            "general.overall",
            N_("The day as a whole"),
            N_("How much did your illness trouble you, all in all?"),
            ends=(N_("not at all"), N_("as much as imaginable")),
            rank=50,
        ),
    )
)

ATTACK_COUNT = "raynaud.attack_count"
ATTACK_MINUTES = "raynaud.total_minutes"
DAY_PATTERN = "raynaud.day_pattern"
