"""What the columns of a table are for: the day, the time, and in a long table name and value.

Wide: a column a thing, a row a day. Long: a row a value, which says what it is of; so most
symptom apps write. Which of the two is guessed from the names and the cells, and shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from diary.exchange.foreign.days import is_day, read_time
from diary.exchange.foreign.decimals import is_number
from diary.exchange.foreign.table import Table

LOOKED_AT = 200
"""So many rows show what a column holds."""
MOSTLY, HALF = 0.8, 0.5
DAY_WORDS = ("date", "day", "datum", "fecha", "data", "when", "timestamp", "logged", "recorded")
NAME_WORDS = (
    "name", "symptom", "tracker", "item", "field", "detail", "metric", "parameter", "question",
    "activity", "type", "category",
)  # fmt: skip
VALUE_WORDS = (
    "value", "score", "rating", "severity", "level", "intensity", "amount", "result", "answer",
    "strength", "wert", "valor", "valeur",
)  # fmt: skip
"""Words in the names of columns, the most telling first."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The names of the columns; empty where there is none. With a name column, it is long."""

    day: str = ""
    time: str = ""
    name: str = ""
    value: str = ""

    @property
    def is_long(self) -> bool:
        """Whether each row holds one value and says what it is of."""
        return bool(self.name and self.value)

    @property
    def used(self) -> frozenset[str]:
        """The columns that are no things of their own."""
        return frozenset({self.day, self.time, self.name, self.value} - {""})


def guess(table: Table) -> Shape:
    """What the columns seem to be for."""
    columns = _columns(table)
    days = [name for name in table.names if _share(columns[name], is_day) > HALF]
    day = min(days, key=lambda name: _rank(name, DAY_WORDS), default="")
    times = (name for name in table.names if name not in days and _is_time(columns[name]))
    others = [name for name in table.names if name not in days]
    name, value = _name_and_value(others, columns)
    return Shape(day, next(times, ""), name, value)


def _columns(table: Table) -> dict[str, list[str]]:
    """The filled cells of the first rows, by column."""
    found: dict[str, list[str]] = {name: [] for name in table.names}
    for _line, cells in islice(table.rows(), LOOKED_AT):
        for name, cell in zip(table.names, cells, strict=False):
            if cell.strip():
                found[name].append(cell)
    return found


def _share(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _is_time(cells: list[str]) -> bool:
    return _share(cells, lambda cell: read_time(cell) is not None and ":" in cell) >= MOSTLY


def _rank(name: str, words: tuple[str, ...]) -> int:
    """How early one of the words stands in the list; the first is 0."""
    told = (n for n, word in enumerate(words) if word in name.casefold())
    return next(told, len(words))


def _name_and_value(others: list[str], columns: dict[str, list[str]]) -> tuple[str, str]:
    """The two columns that make a table long; both empty where it is wide."""
    values = [name for name in others if _rank(name, VALUE_WORDS) < len(VALUE_WORDS)]
    value = min(values, key=lambda name: _rank(name, VALUE_WORDS), default="")
    names = [name for name in others if name != value and _comes_again(columns[name], 1)]
    told = [name for name in names if _rank(name, NAME_WORDS) < len(NAME_WORDS)]
    name = min(told, key=lambda each: _rank(each, NAME_WORDS), default="")
    if name and value:
        return name, value
    return next(_only_pair(others, columns), ("", ""))


def _only_pair(others: list[str], columns: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Beside the day there are just a column of words that come again, and one of numbers."""
    if len(others) == 2:  # noqa: PLR2004 - a pair
        for name, value in (others, others[::-1]):
            if _comes_again(columns[name], 2) and _share(columns[value], is_number) >= MOSTLY:
                yield name, value


def _comes_again(cells: list[str], often: int) -> bool:
    """Whether these are words, of which each comes more than so often on average: no sentences."""
    worded = _share(cells, is_number) < 1 - MOSTLY
    return worded and often * len(set(cells)) < len(cells)
