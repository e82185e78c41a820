"""Which field another program's name probably means: only by its words, and only to be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.mapping import LEFT_OUT, NOTE, Take, own_key
from diary.exchange.foreign.meaning import fits, usual
from diary.exchange.foreign.scale import SCALED, Scale, same
from diary.exchange.foreign.survey import MOST_WORDS, Facts, Thing
from diary.field import Field, Kind
from diary.kinds import WORDED

WORD = re.compile(r"[^\W_]+")
RANGE = re.compile(r"\b([0-9]{1,3})\s?(?:-|–|/|to)\s?([0-9]{1,3})\b")
"""A scale in a name, as in “Pain (0-4)”."""
ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "did",
        "for",
        "how",
        "in",
        "is",
        "it",
        "my",
        "of",
        "on",
        "or",
        "s",
        "the",
        "to",
        "was",
        "what",
        "your",
    ]
)
ALSO: dict[str, tuple[str, ...]] = {
    "general.fatigue": ("fatigue", "tired", "exhaustion"),
    "general.pain": ("pain level", "overall pain"),
    "general.sleep": ("poor sleep",),
    "digestion.heartburn": ("reflux", "acid reflux", "gerd", "gord"),
    "digestion.nausea": ("nausea", "nauseous"),
    "digestion.swallowing": ("swallowing", "dysphagia", "trouble swallowing"),
    "digestion.diarrhoea": ("diarrhea",),
    "digestion.motions": ("bowel movements", "stools"),
    "digestion.stool_form": ("bristol", "bristol scale", "stool type"),
    "skin.tightness": ("tight skin", "skin thickening"),
    "skin.itch": ("itching", "itchiness", "pruritus"),
    "raynaud.attack_count": ("raynaud attacks", "number of attacks"),
    "raynaud.impact": ("raynaud", "raynauds", "raynaud impact"),
    "raynaud.total_minutes": ("attack minutes", "minutes of attacks"),
    "organs.breathlessness": ("shortness of breath", "short of breath", "dyspnea", "dyspnoea"),
    "organs.ankle_swelling": ("ankle swelling",),
}
"""What other programs call our fields, in English; compared without capitals and signs."""
NOTES = frozenset({"note", "notes", "comment", "comments", "remarks", "journal", "diary"})


def guess(thing: Thing, facts: Facts, fields: Iterable[Field], sign: Sign) -> Take:
    """What a thing probably is; left out where its name says nothing that is known."""
    if bare(_last(str(thing))) in NOTES:
        return Take(NOTE)
    field = _named(str(thing), list(fields))
    if field is None or not can_be(field, facts) or not _all_fit(field, facts, sign):
        return LEFT_OUT
    return fitted(thing, field, facts, sign)


def can_be(field: Field, facts: Facts) -> bool:
    """Whether it can be this field: sentences are too many to give each of them a meaning."""
    if field.kind in WORDED:
        return not facts.free and len(texts(facts, field)) <= MOST_WORDS
    return not facts.free or facts.is_number


def fitted(thing: Thing, field: Field, facts: Facts, sign: Sign, new: Kind | None = None) -> Take:
    """The answer that a thing is this field, with what needs no asking."""
    told = {text: usual(text, field) for text in texts(facts, field)}
    words = {text: key for text, key in told.items() if key is not None}
    return Take(field.key, new, _scale(field, facts.read(sign), str(thing)), words)


def texts(facts: Facts, field: Field) -> list[str]:
    """The texts of a thing that need a meaning for this field, the most frequent first."""
    asked = facts.words + facts.numbers if field.kind in WORDED else facts.words
    return [text for text, _count in asked.most_common()]


def unanswered(take: Take, facts: Facts, field: Field) -> bool:
    """Whether something of a thing is still to be asked: its scale, or what a text means."""
    no_scale = field.kind in SCALED and take.scale is None and bool(facts.numbers)
    return no_scale or any(text not in take.words for text in texts(facts, field))


@lru_cache(maxsize=2048)
def bare(name: str) -> str:
    """The words of a name without what does not count."""
    plain = unicodedata.normalize(
        "NFKD", (ASIDE.sub("", name) or name).casefold().replace("'", "").replace("’", "")
    )
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(word for word in WORD.findall(letters) if word not in SMALL)


def _named(name: str, fields: list[Field]) -> Field | None:
    """The field that a name means: also one that an earlier import made, whatever it is called."""
    known = {words: field for field in fields for words in _names(field)}
    made = {field.key: field for field in fields}.get(own_key(name))
    return made or known.get(bare(name)) or known.get(bare(_last(name)))


def _last(name: str) -> str:
    """The name of a column without that of its group."""
    return name.rpartition(": ")[2]


def _names(field: Field) -> list[str]:
    own = (str(field.label), str(field.question), field.key)
    return [bare(name) for name in (*own, *ALSO.get(field.key, ()))]


def _all_fit(field: Field, facts: Facts, sign: Sign) -> bool:
    """Whether a field can hold the numbers of a thing; what a scale means is asked anyway."""
    if field.kind in SCALED | WORDED:
        return True
    return all(fits(number, field) for number in facts.read(sign))


def _scale(field: Field, numbers: list[Decimal], name: str) -> Scale | None:
    """The scale that the name says (“Pain (0-4)”), or the field's own where that leaves no doubt.

    Where no number is above the middle, 4 may well be the worst that the other program knows.
    """
    if field.kind not in SCALED or not numbers:
        return None
    told, scale = _told_scale(name), same(field)
    if told and all(map(told.holds, numbers)):
        return told
    sure = field.kind is Kind.GRADE or numbers[-1] > (scale.none + scale.worst) / 2
    return scale if sure and all(map(scale.holds, numbers)) else None


def _told_scale(name: str) -> Scale | None:
    found = RANGE.search(name)
    if found is None or int(found[1]) == int(found[2]):
        return None
    return Scale(Decimal(found[1]), Decimal(found[2]))
