"""What somebody may want to do, found by the first letters of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from diary.logic.search import folded

_BETWEEN = re.compile(r"""[\s\-–—("“”„…,.;:·/]+""")
"""What stands before the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Something to do: what kind of thing, its words, its keys, and other words that find it.

    The kind is empty where the words say by themselves what is done.
    """

    kind: str
    words: str
    do: Callable[[], object] = field(compare=False, repr=False)
    keys: str = ""
    also: str = ""


def matching(aims: Iterable[Aim], typed: str) -> list[Aim]:
    """Those in which each typed word begins a word; with nothing typed, all of them.

    First come those whose words begin with what was typed, then those whose words hold it, then
    those that other words find. Otherwise they keep their order.
    """
    wanted = folded(typed).split()
    found = [(_distance(aim, wanted), aim) for aim in aims]
    return [aim for distance, aim in sorted(_near(found), key=lambda pair: pair[0])]


def _near(found: Iterable[tuple[int | None, Aim]]) -> Iterator[tuple[int, Aim]]:
    return ((distance, aim) for distance, aim in found if distance is not None)


def _distance(aim: Aim, wanted: list[str]) -> int | None:
    """How far what was typed is from an aim; None where it does not fit."""
    words = folded(aim.words)
    if words.startswith(" ".join(wanted)):
        return 0
    if _begins_words(wanted, words):
        return 1
    return 2 if _begins_words(wanted, f"{words} {folded(f'{aim.kind} {aim.also}')}") else None


def fits(typed: str, text: str) -> bool:
    """Whether each typed word begins a word of the text; case and accents do not matter."""
    return _begins_words(folded(typed).split(), folded(text))


def _begins_words(wanted: list[str], text: str) -> bool:
    beginnings = _BETWEEN.split(text)
    return all(any(word.startswith(each) for word in beginnings) for each in wanted)
