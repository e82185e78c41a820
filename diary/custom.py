"""Fields of the patient's own: how a stored one becomes a field like any other.

Used wherever the catalogue is: `CATALOGUE.with_own(own_fields(custom))`.
"""

from __future__ import annotations

from collections.abc import Iterable

from db.records import CustomField
from diary.field import Cadence, Choice, Direction, Field, Group, Kind, Recall
from diary.i18n import N_, Message, OwnWords

SECTION = "how-this-diary-counts"
"""The article section that explains fields of one's own."""

FIRST_RANK = 1000
PARTS = 0.1
"""The step of a measure of one's own."""

RECALLS = {
    Cadence.DAILY: Recall.DAY,
    Cadence.WEEKLY: Recall.WEEK,
    Cadence.MONTHLY: Recall.MONTH,
}
NONE = Choice("none", N_("None of these"), alone=True)
UCUM = {Kind.MINUTES: "min", Kind.SCALE10: "{score}", Kind.GRADE: "{score}"}


def field_of(custom: CustomField) -> Field:
    """The field that a patient described; its words are never translated.

    Whether more of it is better or worse, nobody but the patient knows.
    """
    kind, cadence = Kind(custom.kind), Cadence(custom.cadence)
    name = OwnWords(custom.name)
    return Field(
        key=custom.key,
        group=Group.OWN,
        kind=kind,
        label=name,
        question=name,
        section=SECTION,
        rank=FIRST_RANK + custom.rank,
        low=_words(custom.low) or _end(kind, N_("none")),
        high=_words(custom.high) or _end(kind, N_("worst imaginable")),
        maximum=10 if kind is Kind.SCALE10 else custom.maximum,
        step=PARTS if kind is Kind.MEASURE else 1,
        choices=_choices(kind, custom.choices),
        unit=UCUM.get(kind, ""),
        unit_words=_words(custom.unit),
        recall=RECALLS[cadence],
        cadence=cadence,
        direction=Direction.NEUTRAL,
    )


def own_fields(stored: Iterable[CustomField]) -> list[Field]:
    """All of them in their order, the archived ones too: their readings stay."""
    return [field_of(one) for one in sorted(stored, key=lambda one: (one.rank, one.key))]


def _words(text: str) -> Message | None:
    return OwnWords(text) if text else None


def _end(kind: Kind, words: Message) -> Message | None:
    return words if kind is Kind.SCALE10 else None


def _choices(kind: Kind, texts: tuple[str, ...]) -> tuple[Choice, ...]:
    """The answers by their place: one may be reworded, and new ones come last.

    A grade's keys are its numbers; those of other answers begin with a letter, so that no table
    program takes them for numbers.
    """
    match kind:
        case Kind.GRADE:
            return tuple(Choice(str(n), OwnWords(text)) for n, text in enumerate(texts))
        case Kind.CHOICE:
            return _lettered(texts)
        case Kind.SEVERAL:
            return (NONE, *_lettered(texts))
    return ()


def _lettered(texts: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{n}", OwnWords(text)) for n, text in enumerate(texts, 1))
