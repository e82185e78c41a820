"""Finding words in the article: every word must occur; case and accents do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from diary.article import CITATION, Part, Section

AROUND = 60
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
    wanted = _plain(words).split()
    if not wanted:
        return []
    found = [(section, part) for section in sections for part in section.parts]
    hits = [(section, part) for section, part in found if _holds(part, wanted)]
    hits.sort(key=lambda pair: not any(word in _plain(pair[1].heading) for word in wanted))
    return [_hit(section, part, wanted[0]) for section, part in hits]


def _holds(part: Part, wanted: list[str]) -> bool:
    text = _plain(f"{part.heading} {part.text}")
    return all(word in text for word in wanted)


def _hit(section: Section, part: Part, word: str) -> Hit:
    heading = section.title if part is section.parts[0] else f"{section.title} › {part.heading}"
    return Hit(section.slug, part.anchor, heading, _snippet(part.text, word))


def _snippet(text: str, word: str) -> str:
    bare = " ".join(MARKS.sub("", CITATION.sub("", text)).split())
    place = max(_plain(bare).find(word), 0)
    start = max(place - AROUND, 0)
    cut = bare[start : place + 2 * AROUND]
    before, after = "…" if start else "", "…" if place + 2 * AROUND < len(bare) else ""
    return f"{before}{cut}{after}"


def _plain(text: str) -> str:
    """Lower case without accents; as long as the text, so that places in it agree."""
    return "".join(_letters(text))


def _letters(text: str) -> Iterator[str]:
    for letter in text:
        yield unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter
