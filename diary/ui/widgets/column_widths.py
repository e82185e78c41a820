"""How wide the columns of a table are: no word is cut, and what is left goes to those that wrap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column needs, in pixels: `least` for its longest word, `wanted` to wrap no line."""

    least: int
    wanted: int


def wish_of(texts: Iterable[tuple[str, QFontMetrics]], around: int, least: int) -> Wish:
    """The wish of a column of these texts, each in its letters, with so much room `around` them.

    `least`: no column is narrower than so many pixels.
    """
    pairs = list(texts)
    words = (
        letters.horizontalAdvance(word) + around for text, letters in pairs for word in text.split()
    )
    lines = (letters.horizontalAdvance(text) + around for text, letters in pairs if text)
    return Wish(max([least, *words]), max([least, *lines]))


def shared(wishes: Sequence[Wish], room: int) -> list[int]:
    """A width for each column, together `room`, or more where the longest words need more.

    What is over when all words fit goes to the lines that would wrap, by how much each lacks;
    what is over then is shared alike.
    """
    widths = [wish.least for wish in wishes]
    lacking = [max(wish.wanted - wish.least, 0) for wish in wishes]
    spare = max(room - sum(widths), 0)
    given = min(spare, sum(lacking))
    for column, lack in enumerate(lacking):
        widths[column] += given * lack // (sum(lacking) or 1) + (spare - given) // len(wishes)
    return widths
