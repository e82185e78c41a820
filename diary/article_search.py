"""Finding words in the article: every word must occur, or another word for the same.

Where no part holds all of them, those with the most of them can be asked for. Case and accents
do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from diary.article import CITATION, Part, Section, synonyms

AROUND = 60
FEWEST_LETTERS = 4
"""So many letters of a word find the words for the same."""
FEWEST_MARKED = 3
"""Fewer letters of a word occur in most lines, and would be marked everywhere."""
MOST_PARTS = 12
"""So many parts are given where none holds every word."""
MARKS = re.compile(r"[*_#]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a section in which all the words occur, with some text around the first."""

    slug: str
    anchor: str
    heading: str
    snippet: str


def search(sections: tuple[Section, ...], words: str) -> list[Hit]:
    """The parts that hold every word, those with a word in the heading first."""
    wanted = [_ways(word) for word in plain(words).split()]
    if not wanted:
        return []
    found = [(section, part) for section in sections for part in section.parts]
    hits = [(section, part) for section, part in found if _holds(part, wanted)]
    hits.sort(key=lambda pair: not any(_says(pair[1].heading, ways) for ways in wanted))
    return [_hit(section, part, wanted[0]) for section, part in hits]


def search_some(sections: tuple[Section, ...], words: str) -> list[Hit]:
    """The parts that hold some of the words, those that hold the most of them first."""
    long = [word for word in plain(words).split() if len(word) >= FEWEST_LETTERS]
    wanted = [_ways(word) for word in long]
    found = [(section, part, _held(part, wanted)) for section in sections for part in section.parts]
    hits = [hit for hit in found if hit[2]]
    hits.sort(key=lambda hit: (len(hit[2]), _in_heading(hit[1], hit[2])), reverse=True)
    return [_hit(section, part, held[0]) for section, part, held in hits[:MOST_PARTS]]


def all_ways(words: str) -> set[str]:
    """What to mark in a text where these words were found, in plain letters."""
    ways = (way for word in plain(words).split() for way in _ways(word))
    return {way for way in ways if len(way) >= FEWEST_MARKED}


def _ways(word: str) -> list[str]:
    """The ways to say a word: itself, and the article's words for it."""
    same = [
        plain(other)
        for synonym, others in synonyms().items()
        if word in {synonym, f"{synonym}s"}
        or (len(word) >= FEWEST_LETTERS and synonym.startswith(word))
        for other in others
    ]
    return [word, *same]


def _says(text: str, ways: list[str]) -> bool:
    said = plain(text)
    return any(way in said for way in ways)


def _holds(part: Part, wanted: list[list[str]]) -> bool:
    text = f"{part.heading} {part.text}"
    return all(_says(text, ways) for ways in wanted)


def _held(part: Part, wanted: list[list[str]]) -> list[list[str]]:
    """Those of the words that a part holds."""
    text = plain(f"{part.heading} {part.text}")
    return [ways for ways in wanted if any(way in text for way in ways)]


def _in_heading(part: Part, held: list[list[str]]) -> bool:
    return any(_says(part.heading, ways) for ways in held)


def _hit(section: Section, part: Part, ways: list[str]) -> Hit:
    heading = section.title if part is section.parts[0] else f"{section.title} › {part.heading}"
    return Hit(section.slug, part.anchor, heading, _snippet(part.text, ways))


def _snippet(text: str, ways: list[str]) -> str:
    bare = " ".join(MARKS.sub("", CITATION.sub("", text)).split())
    said = plain(bare)
    place = next((said.find(way) for way in ways if way in said), 0)
    start = max(place - AROUND, 0)
    cut = bare[start : place + 2 * AROUND]
    before, after = "…" if start else "", "…" if place + 2 * AROUND < len(bare) else ""
    return f"{before}{cut}{after}"


def plain(text: str) -> str:
    """Lower case without accents; as long as the text, so that places in it agree."""
    return "".join(_letters(text))


def _letters(text: str) -> Iterator[str]:
    for letter in text:
        yield unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter
