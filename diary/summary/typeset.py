"""Typst: from the data of a piece to its pages.

The template reads the data as JSON; no text is ever part of its code.

The typeface is one that the program brings along, so the summary looks the same everywhere. For
letters that it lacks (other scripts, pictures) further typefaces are asked that come along too,
then those of the system. What none of them shows becomes its name in words or a square, which a
line at the foot of each page explains: a summary can always be made.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache, partial
from importlib.resources import files
from typing import Any

import typst

from diary.i18n import _
from diary.languages import review_note
from diary.summary.letters import SQUARE, clean, mapped, plain, unshown

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
LATER: list[typst.PDFStandard] = ["a-2a"]
"""What later pieces are checked for: alone they have no heading of the first level."""
TYPEFACE, OTHER_SCRIPTS = "fontpkg_source_sans_3", "manimgx_fonts"
TRIES = 8
REMEMBERED = 11
"""Typst keeps what it laid out for so many compilations."""


def typeset(data: dict[str, Any], made: datetime) -> bytes:
    """The pages of a piece as a PDF. The same data and moment give the same bytes."""
    data = _noticed(mapped(data, clean))
    for typefaces in (fonts, other_scripts):
        try:
            return _compile(data, made, typefaces())
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
            data = _noticed(mapped(data, partial(_replaced, missing)))
    return _compile(_noticed(mapped(data, plain)), made, fonts())


def forget() -> None:
    """Let go of what earlier pieces left in memory."""
    for _time in range(REMEMBERED):
        typst.compile(b"", font_paths=fonts())


@cache
def fonts() -> typst.Fonts:
    """The typeface that the program brings along."""
    return _fonts(TYPEFACE)


@cache
def other_scripts() -> typst.Fonts:
    """That typeface, and those for the letters of other scripts and for pictures."""
    return _fonts(TYPEFACE, OTHER_SCRIPTS)


@cache
def system_fonts() -> typst.Fonts:
    """All of them, and the system's. Slow to gather: once, if ever."""
    return _fonts(TYPEFACE, OTHER_SCRIPTS, system=True)


def _fonts(*packages: str, system: bool = False) -> typst.Fonts:
    folders = [str(files(package)) for package in packages]
    return typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=folders
    )


def _noticed(data: dict[str, Any]) -> dict[str, Any]:
    """The data with a notice for each page: that nobody reviewed the words, what a square is."""
    found = {key: value for key, value in data.items() if key != "notice"}
    shown = SQUARE in json.dumps(found, ensure_ascii=False)
    square = _("{square} stands for a character that cannot be printed; the diary has it.")
    notices = review_note(), square.format(square=SQUARE) if shown else ""
    return {**found, "notice": " ".join(filter(None, notices))}


def _replaced(missing: dict[str, str], text: str) -> str:
    for letters, instead in missing.items():
        text = text.replace(letters, instead)
    return text


def _compile(data: Any, made: datetime, typefaces: typst.Fonts) -> bytes:
    folder = files("resources") / "summary"
    compiled = typst.compile(
        str(folder / "summary.typ"),
        root=str(folder),
        font_paths=typefaces,
        sys_inputs={"content": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS if data["front"] else LATER,
        timestamp=made,
    )
    return bytes(compiled)
