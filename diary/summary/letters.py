"""Which letters a PDF can hold, and what stands for those that it cannot show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

SQUARE = "\N{WHITE SQUARE}"
KEPT_CONTROLS = "\n\t"
FORBIDDEN = "\ufeff\ufffe"
LAST_COMMON_LETTER = "\u024f"
"""The last letter of the Latin blocks, all of which the typeface has."""

_QUOTED = re.compile(
    r'text (?:`"(?P<shown>.+?)"`|contains the disallowed codepoint `"(?P<no>.+?)"`)'
)
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")


def clean(text: str) -> str:
    """The text as a PDF may hold it: without controls, halves of letters and byte order marks.

    Letters that no standard knows (private or not yet assigned) become squares.
    """
    return "".join(map(_allowed, text))


def _allowed(letter: str) -> str:
    match unicodedata.category(letter):
        case "Cc" | "Cs":
            return letter if letter in KEPT_CONTROLS else ""
        case "Co" | "Cn":
            return "" if letter in FORBIDDEN else SQUARE
    return "" if letter in FORBIDDEN else letter


def plain(text: str) -> str:
    """The text with a square for all but common letters: the last resort."""
    return "".join(
        letter if letter <= LAST_COMMON_LETTER or letter in "’“”–—▲▼·" else SQUARE
        for letter in text
    )


def unshown(diagnostic: str) -> dict[str, str]:
    """What a failed setting names as not to be shown, and what to put in its place."""
    found: dict[str, str] = {}
    for match in _QUOTED.finditer(diagnostic):
        letters = _ESCAPED.sub(lambda m: chr(int(m["code"], 16)), match["shown"] or match["no"])
        found[letters] = "" if match["no"] else "".join(map(_instead, letters))
    return found


def _instead(letter: str) -> str:
    """A picture becomes its name, a letter a square; parts that join pictures vanish."""
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if category in {"So", "Sk"}:
        return f"[{unicodedata.name(letter, SQUARE).lower()}]"
    return letter if letter <= LAST_COMMON_LETTER else SQUARE


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A JSON value with every text in it changed."""
    match value:
        case str():
            return change(value)
        case dict():
            return {key: mapped(each, change) for key, each in value.items()}
        case list() | tuple():
            return [mapped(each, change) for each in value]
    return value
