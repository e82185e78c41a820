"""Tables of other programs: how they are changed, and read by somebody who takes every offer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from diary.exchange.content import BadFileError, Content
from diary.exchange.foreign import reading
from diary.exchange.foreign.draft import Draft, opened
from diary.exchange.foreign.mapping import Take
from diary.fields import CATALOGUE
from tests.exchange.diaries import NOW
from tests.exchange.foreign.tables import AMERICAN, GERMAN, LONG_APP, MERGED, SLASHES
from tests.fuzz.changes import Bytes, by_chance, table

_MADE = [text.encode() for text in (LONG_APP, MERGED, GERMAN, AMERICAN, SLASHES)]
_UNKNOWN_CODING = "cp1252"


def begin() -> bytes:
    """A table that needs no answer."""
    return GERMAN.encode()


def changed(file: bytes, chance: Random, plain: Bytes | None = None) -> bytes:
    """The table, or another one, with cells, rows, signs or bytes changed."""
    by_bytes = plain or by_chance(chance)
    if chance.random() < 0.3:
        file = chance.choice(_MADE)
    change = chance.choice((by_bytes, *[lambda body: table(body, chance, by_bytes)] * 3))
    return change(file)


def read(file: Path) -> Content:
    """What is taken where each question is answered by what is offered first.

    Raises:
        BadFileError: It is no table that can be read.
    """
    draft = opened(file, CATALOGUE, {})
    if draft.table is None:
        draft = draft.coded(_UNKNOWN_CODING)
    if draft.table is None or draft.columns_problem():
        raise BadFileError(draft.columns_problem() or "No table.")
    answered = _answered(draft)
    assert answered.table
    return reading.read(answered.table, answered.plan(), CATALOGUE, NOW, "Europe/London")


def _answered(draft: Draft) -> Draft:
    """What fits no field stays behind."""
    draft = replace(
        draft,
        order=draft.order or draft.survey.days.options[0],
        sign=draft.sign or draft.survey.signs.options[0],
    )
    for thing in draft.unanswered():
        draft = draft.with_take(thing, Take())
    return draft
