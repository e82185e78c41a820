"""The user guide: how to use the diary, in chapters by what one wants to do.

The chapters are Markdown files under `resources/guide/<language>`, with the pictures beside them;
English stands in where a language lacks one, and says so. A chapter is a section that cites
nothing. Used by the Learn page, the article panel and the list of what can be wanted.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diary import article
from diary.article import FALLBACK, Section, parts_of
from diary.i18n import _, locale

SLUGS = (
    "your-first-day",
    "an-attack",
    "skin-sores-photos",
    "medicines-and-visits",
    "reading-trends",
    "the-summary",
    "passphrase-and-lock",
    "backups",
    "another-computer",
    "another-app",
    "sore-hands",
    "when-something-goes-wrong",
    "erase-everything",
)
FOLDER = files("resources") / "guide"


def chapters() -> tuple[Section, ...]:
    """All chapters in their order."""
    return tuple(chapter(slug) for slug in SLUGS)


def chapter(slug: str) -> Section:
    """One chapter by its slug. Raises KeyError for an unknown one."""
    if slug not in SLUGS:
        raise KeyError(slug)
    language = locale().language
    if _file(language, f"{slug}.md").is_file():
        return _read(slug, language)
    return _in_english(_read(slug, FALLBACK))


def everything() -> tuple[Section, ...]:
    """All that there is to read: the article, then the guide."""
    return (*article.sections(), *chapters())


def find(what: str) -> tuple[Section, str]:
    """A chapter by its slug, or a section of the article as `article.find` gives it."""
    return (chapter(what), "") if what in SLUGS else article.find(what)


def picture(name: str) -> bytes:
    """A picture of the guide, in the language where it has one; empty if there is none."""
    for language in (locale().language, FALLBACK):
        file = _file(language, "pictures") / name
        if file.is_file():
            return file.read_bytes()
    return b""


@cache
def _read(slug: str, language: str) -> Section:
    parts = parts_of(_file(language, f"{slug}.md").read_text("utf-8"))
    named = tuple(replace(part, anchor=_anchor(part.heading)) for part in parts[1:])
    return Section(slug, parts[0].heading, (parts[0], *named), ())


def _in_english(chapter: Section) -> Section:
    """A chapter that says first why it is in another language."""
    first, *rest = chapter.parts
    note = _("This guide is not translated yet. It is in English.")
    said = replace(first, text=f"*{note}*\n\n{first.text}")
    return replace(chapter, parts=(said, *rest))


def _anchor(heading: str) -> str:
    """A heading’s own anchor: what a search that found it opens."""
    return heading.lower().replace(" ", "-")


def _file(language: str, name: str) -> Traversable:
    return FOLDER / language / name
