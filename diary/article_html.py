"""A section of the article, or a chapter of the guide, as HTML for Qt's rich text.

Links are `diary:record/<field>`, `diary:trend/<field>`, `diary:section/<slug>` or an address of
the web. In Markdown, a link to another section is one to its file.
"""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt

from diary.article import CITATION, Part, Reference, Section
from diary.field import Catalogue, Field
from diary.i18n import _
from diary.languages import review_note

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
FILE = re.compile(r"\]\((?:[\w./]*/)?([\w-]+)\.md\)")
PICTURE = re.compile(r'<p><img src="([\w./-]+)" alt="([^"]*)" /></p>')


def html(section: Section, catalogue: Catalogue) -> str:
    """The whole section; `catalogue` says which fields can be recorded."""
    parts = [_part(section, part, catalogue) for part in section.parts]
    return "\n".join([*parts, _references(section.references)])


def _part(section: Section, part: Part, catalogue: Catalogue) -> str:
    anchor = f'<a name="{part.anchor}"></a>' if part.anchor else ""
    body = CITATION.sub(lambda found: _mark(section, found), part.text)
    body = FILE.sub(r"](diary:section/\1)", body)
    keys = [field.key for field in catalogue if _is_about(part, field)]
    links = _links(keys[0]) if keys else ""
    heading = f"<h{part.level}>{anchor}{escape(part.heading)}</h{part.level}>"
    rendered: str = _MARKDOWN.render(body)
    return heading + PICTURE.sub(_picture, rendered) + links


def _picture(found: re.Match[str]) -> str:
    """A picture, and below it, for everybody, the words that say what it shows."""
    return f'<p class="picture">{found[0][3:-4]}</p><p class="caption">{found[2]}</p>'


def _is_about(part: Part, field: Field) -> bool:
    """Whether a part explains a field; those of a panel are recorded together, by the first."""
    return bool(part.anchor) and part.anchor in {field.key, field.panel}


def _mark(section: Section, found: re.Match[str]) -> str:
    return rf"\[{section.number(found[1])}\]"


def _links(key: str) -> str:
    record, trend = escape(_("Record today")), escape(_("See the trend"))
    return (
        f'<p><a href="diary:record/{key}">{record}</a> &nbsp;·&nbsp; '
        f'<a href="diary:trend/{key}">{trend}</a></p>'
    )


def _references(references: tuple[Reference, ...]) -> str:
    if not references:
        return ""
    lines = "".join(f"<p>[{i}] {_entry(entry)}</p>" for i, entry in enumerate(references, 1))
    heading = escape(_("References"))
    return f'<h2>{heading}</h2><div class="references">{lines}</div>{_note()}'


def _note() -> str:
    note = review_note()
    return f"<p><i>{escape(note)}</i></p>" if note else ""


def _entry(reference: Reference) -> str:
    text = escape(reference.text)
    if not reference.url:
        return text
    return f'{text} <a href="{escape(reference.url)}">{escape(reference.url)}</a>'
