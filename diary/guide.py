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
from diary.languages import review_note

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
    if not _file(language, f"{slug}.md").is_file():
        note = _("This chapter is not translated yet. It is in English.")
        return _with_note(_read(slug, FALLBACK), note, at=0)
    return _with_note(_read(slug, language), review_note(language), at=-1)


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


def _with_note(chapter: Section, note: str, at: int) -> Section:
    """A chapter that says something of its language, in its first part (0) or its last (-1)."""
    if not note:
        return chapter
    parts, text = list(chapter.parts), chapter.parts[at].text
    both = (f"*{note}*", text) if at == 0 else (text.rstrip(), f"*{note}*")
    parts[at] = replace(parts[at], text="\n\n".join(both))
    return replace(chapter, parts=tuple(parts))


def _anchor(heading: str) -> str:
    """A heading’s own anchor: what a search that found it opens."""
    return heading.lower().replace(" ", "-")


def _file(language: str, name: str) -> Traversable:
    return FOLDER / language / name
