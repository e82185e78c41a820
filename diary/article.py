"""The article: its sections, what they cite, and the links between fields and sections.

The sections are Markdown files under `resources/articles/<language>`; English stands in where a
language lacks one. A heading may end in `{#key}`: there the field with that key is explained.
`[@name]` cites an entry of `references.toml`. Used by the Learn page and the article panel.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diary.field import Catalogue, Field, Group
from diary.i18n import locale

SLUGS = (
    "what-it-is",
    "skin",
    "fingers-and-toes",
    "digestive-system",
    "heart-lungs-kidneys",
    "living-with-it",
    "causes",
    "who-gets-it",
    "preparing",
    "when-to-call",
    "how-this-diary-counts",
    "keeping-it-safe",
)
OWN = "own"
"""The anchor of what is said about fields of the patient's own."""
FALLBACK = "en"
FOLDER = files("resources") / "articles"

CITATION = re.compile(r"\[@([\w-]+)\]")
ANCHOR = re.compile(r"\s*\{#([\w.-]+)\}\s*$")


@dataclass(frozen=True, slots=True)
class Reference:
    """Something cited; `url` is empty where there is no page to open."""

    key: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the Markdown under it, up to the next one; `anchor` may be a field's key.

    `level` is 1 for the title, 2 or 3 for what stands below it.
    """

    level: int
    heading: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its parts (the first holds the text under the title) and what it cites."""

    slug: str
    title: str
    parts: tuple[Part, ...]
    references: tuple[Reference, ...]

    @property
    def anchors(self) -> set[str]:
        """The anchors of its parts."""
        return {part.anchor for part in self.parts if part.anchor}

    def fields(self, catalogue: Catalogue) -> list[Field]:
        """The fields that it explains, in the order of its parts."""
        return [
            field
            for part in self.parts
            for field in catalogue.in_section(self.slug)
            if part.anchor == anchor_of(field)
        ]

    def number(self, key: str) -> int:
        """The number of a reference in this section, from 1."""
        return 1 + [reference.key for reference in self.references].index(key)


def sections() -> tuple[Section, ...]:
    """All sections in their order, in the reader's language."""
    return tuple(section(slug) for slug in SLUGS)


def section(slug: str) -> Section:
    """One section by its slug. Raises KeyError for an unknown one."""
    if slug not in SLUGS:
        raise KeyError(slug)
    return _read(slug, locale().language)


def section_of(field: Field) -> Section:
    """The section that explains a field."""
    return section(field.section)


def anchor_of(field: Field) -> str:
    """Where in its section a field is explained: those of a panel, and one's own, together."""
    return OWN if field.group is Group.OWN else field.panel or field.key


def find(what: str) -> tuple[Section, str]:
    """A section by its slug, or the one with this anchor ("sore", "weight"), and the anchor.

    Raises:
        KeyError: Neither is there.
    """
    if what in SLUGS:
        return section(what), ""
    found = next((each for each in sections() if what in each.anchors), None)
    if found is None:
        raise KeyError(what)
    return found, what


@cache
def _read(slug: str, language: str) -> Section:
    text = _file(language, f"{slug}.md").read_text("utf-8")
    parts = parts_of(text)
    known = references()
    cited = dict.fromkeys(CITATION.findall(text))
    return Section(slug, parts[0].heading, parts, tuple(known[key] for key in cited))


@cache
def references() -> dict[str, Reference]:
    """Everything that may be cited, by key."""
    given = tomllib.loads((FOLDER / "references.toml").read_text("utf-8"))
    return {key: Reference(key, entry["text"], entry["url"]) for key, entry in given.items()}


def synonyms() -> dict[str, list[str]]:
    """Words that people search for, each with the article's words for the same."""
    return _synonyms(locale().language)


@cache
def _synonyms(language: str) -> dict[str, list[str]]:
    return tomllib.loads(_file(language, "synonyms.toml").read_text("utf-8"))


def _file(language: str, name: str) -> Traversable:
    """A file in a language; in English where it lacks there."""
    file = FOLDER / language / name
    return file if file.is_file() else FOLDER / FALLBACK / name


def parts_of(text: str) -> tuple[Part, ...]:
    """Split Markdown at its headings."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[Part]:
    """Each heading loses its marks and its anchor."""
    for block in re.split(r"^(?=#{1,3} )", text, flags=re.MULTILINE):
        if not block.strip():
            continue
        first, _, rest = block.partition("\n")
        marks, _space, heading = first.partition(" ")
        found = ANCHOR.search(heading)
        anchor = found[1] if found else ""
        yield Part(len(marks), ANCHOR.sub("", heading), anchor, rest.strip())
