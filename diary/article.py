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

from diary.field import Catalogue, Field
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
)
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
    """A heading and the Markdown under it, up to the next one; `anchor` may be a field's key."""

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
        return [catalogue[part.anchor] for part in self.parts if part.anchor in catalogue]

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


@cache
def _read(slug: str, language: str) -> Section:
    file = FOLDER / language / f"{slug}.md"
    if not file.is_file():
        file = FOLDER / FALLBACK / f"{slug}.md"
    text = file.read_text("utf-8")
    parts = tuple(_parts(text))
    known = references()
    cited = dict.fromkeys(CITATION.findall(text))
    return Section(slug, parts[0].heading, parts, tuple(known[key] for key in cited))


@cache
def references() -> dict[str, Reference]:
    """Everything that may be cited, by key."""
    given = tomllib.loads((FOLDER / "references.toml").read_text("utf-8"))
    return {key: Reference(key, entry["text"], entry["url"]) for key, entry in given.items()}


def _parts(text: str) -> Iterator[Part]:
    """Split at headings; each heading loses its marks and its anchor."""
    for block in re.split(r"^(?=#{1,3} )", text, flags=re.MULTILINE):
        if not block.strip():
            continue
        first, _, rest = block.partition("\n")
        heading = first.lstrip("# ")
        found = ANCHOR.search(heading)
        yield Part(ANCHOR.sub("", heading), found[1] if found else "", rest.strip())
