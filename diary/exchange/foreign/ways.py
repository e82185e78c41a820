"""Texts that can be read in several ways: which ways fit them all, and is there a question?

Dates (which number is the month?) and numbers (what is the decimal sign?) ask the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Way = TypeVar("Way")


@dataclass(frozen=True, slots=True)
class Finding(Generic[Way]):
    """`options` are the ways that remain; with more than one, `example` shows the difference.

    With one, it is a text that only this way reads, if there is such a one. No option: nothing
    in the texts can be read at all.
    """

    options: tuple[Way, ...] = ()
    example: str = ""

    @property
    def settled(self) -> Way | None:
        """The only way that remains."""
        return self.options[0] if len(self.options) == 1 else None


def find(
    texts: Iterable[str], ways: Iterable[Way], read: Callable[[str, Way], object | None]
) -> Finding[Way]:
    """Which of the ways read every text that can be read at all.

    Where none reads them all, each that reads some remains: the patient decides, and the
    others are refused row by row. Ways that always read the same are one.
    """
    every = tuple(ways)
    readings = [each for text in texts if (each := _readings(text, every, read)).of]
    options = [way for way in every if all(way in one.of for one in readings)]
    if not options:
        options = [way for way in every if any(way in one.of for one in readings)]
    if not readings:
        return Finding()
    asking = next((one for one in readings if one.differ(options)), None)
    if asking:
        return Finding(tuple(options), asking.text)
    telling = next((one for one in readings if len(one.of) < len(every)), readings[0])
    return Finding((options[0],), telling.text)


@dataclass(frozen=True, slots=True)
class _Readings(Generic[Way]):
    text: str
    of: Mapping[Way, object]

    def differ(self, ways: Iterable[Way]) -> bool:
        return len({self.of.get(way) for way in ways}) > 1


def _readings(
    text: str, ways: Iterable[Way], read: Callable[[str, Way], object | None]
) -> _Readings[Way]:
    found = {way: read(text, way) for way in ways}
    return _Readings(text, {way: value for way, value in found.items() if value is not None})
