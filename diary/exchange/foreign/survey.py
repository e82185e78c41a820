"""What a table holds, thing by thing, before anything is read: how often, from where to where.

A thing is a column of a wide table, or a name in a long one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from diary.exchange.content import Follow, nobody_follows
from diary.exchange.foreign import days, decimals, ways
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.shape import Shape
from diary.exchange.foreign.table import LONGEST_NAME, Table
from diary.i18n import _

MOST_WORDS = 20
"""With more different texts, it is free text, and each cannot be given a meaning."""
MOST_THINGS = 300
AT_ONCE = 500
EXAMPLES = 3


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A column; or a name, which stands in the column of names."""

    column: str
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.column


@dataclass(slots=True)
class Facts:
    """What is there of a thing: its cells, and its numbers as far as they are numbers.

    `words` are the texts that are none, with how often; `free` says that there were too many.
    """

    filled: int = 0
    numbers: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    free: bool = False
    examples: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Count a cell that is not empty."""
        self.filled += 1
        if len(self.examples) < EXAMPLES and text not in self.examples:
            self.examples.append(text)
        if text in self.numbers or decimals.is_number(text):
            self.numbers[text] += 1
        elif len(self.words) < MOST_WORDS or text in self.words:
            self.words[text] += 1
        else:
            self.free = True

    def read(self, sign: Sign) -> list[Decimal]:
        """Its different numbers, the lowest first."""
        found = {decimals.read(text, sign) for text in self.numbers}
        return sorted(number for number in found if number is not None)

    @property
    def is_number(self) -> bool:
        """Whether half of it or more are numbers."""
        return 2 * self.numbers.total() >= self.filled > 0


@dataclass(slots=True)
class Survey:
    """All things of a table in the order in which they come, and what its dates allow."""

    things: dict[Thing, Facts] = field(default_factory=dict)
    days: ways.Finding[days.Order] = field(default_factory=ways.Finding)
    signs: ways.Finding[Sign] = field(default_factory=ways.Finding)
    rows: int = 0
    too_many: bool = False
    repeated: bool = False
    """Whether a thing has several values on one written day."""


def survey(table: Table, shape: Shape, follow: Follow = nobody_follows) -> Survey:
    """Look through the whole table.

    Raises:
        BadFileError: It cannot be read to its end.
    """
    found = Survey()
    written: dict[str, date | None] = {}
    seen: set[tuple[date | None, Thing]] = set()
    for _line, cells in table.rows():
        found.rows += 1
        if found.rows % AT_ONCE == 0:
            follow(found.rows)
        row = dict(zip(table.names, cells, strict=False))
        text = row.get(shape.day, "").strip()
        if text not in written:
            written[text] = _some_day(text)
        day = written[text]
        for thing, cell in things_of(row, shape):
            if thing not in found.things and len(found.things) == MOST_THINGS:
                found.too_many = True
                continue
            found.things.setdefault(thing, Facts()).add(cell)
            found.repeated = found.repeated or (day, thing) in seen
            if not found.repeated:
                seen.add((day, thing))
    found.days = days.find(written)
    found.signs = decimals.find(_numbers(found))
    return found


def things_of(row: dict[str, str], shape: Shape) -> Iterator[tuple[Thing, str]]:
    """The filled cells of a row, each with what it is of."""
    if shape.is_long and (text := row.get(shape.value, "").strip()):
        name = " ".join(row.get(shape.name, "").split())[:LONGEST_NAME]
        yield Thing(shape.name, name or _("Values without a name")), text
    used = shape.used
    for column, cell in row.items():
        if column not in used and (text := cell.strip()):
            yield Thing(column), text


def _numbers(found: Survey) -> set[str]:
    every = (facts.numbers for facts in found.things.values() if facts.is_number)
    return set().union(*every)


def _some_day(text: str) -> date | None:
    """A day that this text can mean; other texts of that day give the same one."""
    moments = (days.read(text, order) for order in days.Order)
    return next((moment.day for moment in moments if moment), None)
