"""From content to PDF. The template reads the content as JSON; no text is ever part of its code.

The typeface is one that the program brings along, so the summary looks the same everywhere. For
letters that it lacks (other scripts) the system's fonts are asked. What none of them can show
becomes a mark or its name in words, so that a summary can always be made.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache, partial
from importlib.resources import files
from typing import Any

import typst

from diary.summary.content import Content
from diary.summary.letters import clean, mapped, plain, unshown

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
TYPEFACE = "fontpkg_source_sans_3"
TRIES = 8


def render(content: Content, made: datetime) -> bytes:
    """The PDF of this content, tagged (PDF/UA-1) and archivable (PDF/A-2a).

    `made` becomes the file's date. The same content and moment give the same bytes.
    """
    data = mapped(asdict(content), clean)
    try:
        return _compile(data, made, fonts())
    except typst.TypstError as error:
        if not unshown(error.diagnostic):
            raise
    return _with_system_fonts(data, made)


def _with_system_fonts(data: Any, made: datetime) -> bytes:
    """Try the system's fonts; replace what they cannot show, until nothing is left of it."""
    for _attempt in range(TRIES):
        try:
            return _compile(data, made, system_fonts())
        except typst.TypstError as error:
            missing = unshown(error.diagnostic)
            if not missing:
                break
            data = mapped(data, partial(_replaced, missing))
    return _compile(mapped(data, plain), made, fonts())


@cache
def fonts() -> typst.Fonts:
    """The typeface that the program brings along."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(TYPEFACE) / "files")])


@cache
def system_fonts() -> typst.Fonts:
    """That typeface, and the system's for letters that it lacks. Slow to gather: once, if ever."""
    return typst.Fonts(include_system_fonts=True, font_paths=[str(files(TYPEFACE) / "files")])


def _replaced(missing: dict[str, str], text: str) -> str:
    for letters, instead in missing.items():
        text = text.replace(letters, instead)
    return text


def _compile(data: Any, made: datetime, typefaces: typst.Fonts) -> bytes:
    folder = files("resources") / "summary"
    pdf = typst.compile(
        str(folder / "summary.typ"),
        root=str(folder),
        font_paths=typefaces,
        sys_inputs={"content": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=made,
    )
    return bytes(pdf)
