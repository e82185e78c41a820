"""The rows of a table: what separates its cells, where its columns get their names, its lines.

Strict where a misreading could move a value into another column: a row with more cells than
there are columns is not read, and a quotation mark that never closes names its line.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from itertools import accumulate, islice

from diary.exchange.content import BadFileError
from diary.exchange.foreign.days import is_day
from diary.i18n import _

SEPARATORS = (";", "\t", "|", ",")
"""The comma comes last: where two fit as well, it is rather a decimal comma."""
LONGEST_TEXT = 1_000_000
LONGEST_NAME = 200
MOST_COLUMNS = 500
MOST_ROWS = 500_000
LOOKED_AT = 50
"""So many rows show how a table is made."""
FIRST_TEXT = 1 << 18

Row = tuple[int, list[str]]
"""The line on which a row begins, and its cells."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text becomes a table.

    `header` is the row with the columns' names, the first being 1; 0: there is none. `grouped`:
    the row above it names groups of columns ("Skin" above "Itch" and "Tightness").
    """

    separator: str = ","
    header: int = 1
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A text with a layout."""

    text: str
    layout: Layout
    names: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """The rows below the names, each as long as they are, or longer: that is no row of it.

        Raises:
            BadFileError: It cannot be read to its end; the sentence names the line.
        """
        for line, cells in islice(rows(self.text, self.layout.separator), self.layout.header, None):
            yield line, cells + [""] * (len(self.names) - len(cells))


def table(text: str, layout: Layout | None = None) -> Table:
    """The table of a text; without a layout, as it seems to be made.

    Raises:
        BadFileError: No table can be made of it.
    """
    chosen = layout or guess(text)
    head = list(islice(rows(text, chosen.separator), max(chosen.header, LOOKED_AT)))
    chosen = replace(chosen, header=min(chosen.header, len(head)))
    return Table(text, chosen, tuple(_names(head, chosen)))


def rows(text: str, separator: str) -> Iterator[Row]:
    """All rows that are not empty."""
    csv.field_size_limit(LONGEST_TEXT)
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    line, count = 1, 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                _check_size(cells, line, count)
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        reason = _("a quotation mark is not closed or stands alone, or a text is too long")
        raise _broken(line, reason) from None


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, none of them so long that its cells would fill the memory."""
    for line in StringIO(text, newline=""):
        if len(line) > 2 * LONGEST_TEXT:
            raise csv.Error
        yield line


def _check_size(cells: list[str], line: int, count: int) -> None:
    if len(cells) > MOST_COLUMNS:
        raise _broken(line, _("it has too many columns"))
    if count > MOST_ROWS:
        raise _broken(line, _("the table has too many rows"))


def _broken(line: int, reason: str) -> BadFileError:
    sentence = _("The table cannot be read from line {line} on: {reason}. Nothing was changed.")
    return BadFileError(sentence.format(line=line, reason=reason))


# How it seems to be made.


def guess(text: str) -> Layout:
    """The layout that fits the first rows best."""
    start = text[:FIRST_TEXT]
    separator = max(SEPARATORS, key=lambda each: _fit(_first(start, each)))
    first = _first(start, separator)
    header = _header(first)
    return Layout(separator, header, grouped=_is_grouped(first, header))


def _first(text: str, separator: str) -> list[list[str]]:
    """The first rows as far as they can be read; nobody is told of faults yet."""
    csv.field_size_limit(LONGEST_TEXT)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    return list(islice((cells for cells in reader if any(map(str.strip, cells))), LOOKED_AT))


def _fit(first: list[list[str]]) -> tuple[float, int]:
    """How many rows have the usual number of cells, and that number; one column is no table."""
    widths = Counter(len(cells) for cells in first if len(cells) > 1)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return count / len(first), width


def _header(first: list[list[str]]) -> int:
    """The row before the first one with a date; the first row where there is none."""
    dated = (n for n, cells in enumerate(first) if any(is_day(cell) for cell in cells))
    return next(dated, 1)


def _is_grouped(first: list[list[str]], header: int) -> bool:
    """Whether the row above the names has words above other columns than the first, and gaps."""
    if header < 2:  # noqa: PLR2004 - the first row has none above it
        return False
    above = [cell.strip() for cell in first[header - 2]]
    return any(above[1:]) and not all(above)


def _names(head: list[Row], layout: Layout) -> Iterator[str]:
    """A name for each column, no two alike."""
    own = [cell.strip() for cell in head[layout.header - 1][1]] if layout.header else []
    above: Iterable[str] = ()
    if layout.grouped and layout.header > 1:
        above = accumulate(head[layout.header - 2][1], lambda last, cell: cell.strip() or last)
    groups = [*above, *[""] * len(own)]
    used: Counter[str] = Counter()
    for n in range(max(len(own), _width(head, layout))):
        parts = [" ".join(part.split()) for part in (groups[n : n + 1] + own[n : n + 1])]
        name = ": ".join(filter(None, parts))[:LONGEST_NAME] or _("Column {n}").format(n=n + 1)
        used[name] += 1
        yield name if used[name] == 1 else f"{name} ({used[name]})"


def _width(head: list[Row], layout: Layout) -> int:
    """The columns of a table without names."""
    return 0 if layout.header else max((len(cells) for _line, cells in head), default=0)
