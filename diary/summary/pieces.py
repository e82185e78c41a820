"""A summary as pieces that are set one after the other, so that ten years need little memory.

The first piece has the front pages and as many tables as are light; then come further tables; then
every day, some pages to a piece. A short summary is one piece.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import zip_longest
from typing import Any

from diary.i18n import _, ngettext
from diary.summary.content import Block, Content, Daily, Row

HEAVY_TEXT = 50_000
"""Letters of tables in one piece, about; a text alone may be longer only by being cut."""
LONGEST_TEXT = 20_000
"""Letters in one row; a longer text goes on in the next row."""
DAILY_PAGES = 2
"""Pages of days in one piece."""
FIELDS_ON_A_PAGE = 24
MOST_TEXT = 500_000
"""Letters of one text that are printed, some two hundred pages; what follows is counted."""
ROOM = {"a4": 250.0, "letter": 232.0}
ROW, LETTER, HEADER = 3.4, 1.36, 6.0
"""Millimetres: of a page of days, a row, a letter of an upright heading, and around it."""


@dataclass(frozen=True)
class Piece:
    """What the template sets at once. `pages` is 0 where only setting it tells."""

    data: dict[str, Any]
    pages: int = 0


def pieces(content: Content) -> list[Piece]:
    """The pieces in their order."""
    tables = list(_bounded(content.tables))
    front = {**asdict(replace(content, tables=(), daily=None)), "front": True}
    later = {**front, "front": False, "charts": [], "strips": None, "photos": None, "changes": None}
    daily = _pages_of(content.daily, content.paper) if content.daily else []
    some = _of_daily(content.daily, daily[:DAILY_PAGES], begins=True)
    if len(tables) <= 1 and len(daily) <= DAILY_PAGES:
        return [Piece({**front, "tables": _plain(tables), "daily": some})]
    first = Piece({**front, "tables": _plain(tables[:1])})
    others = [Piece({**later, "tables": _plain([each])}) for each in tables[1:]]
    return [first, *others, *_daily_pieces(later, content.daily, daily)]


def _plain(chunks: list[list[Block]]) -> list[dict[str, Any]]:
    return [asdict(block) for chunk in chunks for block in chunk]


def _daily_pieces(
    later: dict[str, Any], daily: Daily | None, pages: list[dict[str, Any]]
) -> Iterator[Piece]:
    for begin in range(0, len(pages), DAILY_PAGES):
        some = pages[begin : begin + DAILY_PAGES]
        yield Piece(
            {**later, "tables": [], "daily": _of_daily(daily, some, begins=not begin)}, len(some)
        )


def _of_daily(
    daily: Daily | None, pages: list[dict[str, Any]], *, begins: bool
) -> dict[str, Any] | None:
    if daily is None:
        return None
    words = {"heading": daily.heading, "legend": daily.legend, "nothing": daily.nothing}
    return {**words, "begins": begins, "pages": pages}


def _pages_of(daily: Daily, paper: str) -> list[dict[str, Any]]:
    """The days of each page, some fields at a time."""
    found = []
    for start in range(1, len(daily.columns), FIELDS_ON_A_PAGE):
        part = slice(start, start + FIELDS_ON_A_PAGE)
        columns = (daily.columns[0], *daily.columns[part])
        longest = max(map(_width, columns))
        on_a_page = math.floor((ROOM[paper] - HEADER - LETTER * longest) / ROW)
        found += [
            {"columns": columns, "rows": [(row[0], *row[part]) for row in rows]}
            for rows in _chunks(daily.rows, on_a_page)
        ]
    return found


def _width(text: str) -> int:
    return sum(2 if letter > "\u1100" else 1 for letter in text)


def _chunks(rows: tuple[tuple[str, ...], ...], size: int) -> Iterator[tuple[tuple[str, ...], ...]]:
    for begin in range(0, len(rows), size):
        yield rows[begin : begin + size]


def _bounded(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """The tables in chunks of bounded weight; a table may go on in the next chunk."""
    chunk: list[Block] = []
    weight = 0
    for block in blocks:
        rows: list[Row] = []
        begun = block
        for row in map(_row, block.rows):
            for each in row:
                letters = sum(map(len, (each.label, *each.cells)))
                if weight + letters > HEAVY_TEXT and (rows or chunk):
                    yield [*chunk, *([replace(begun, rows=tuple(rows))] if rows else [])]
                    begun = _continued(block) if rows else begun
                    chunk, rows, weight = [], [], 0
                rows.append(each)
                weight += letters
        chunk.append(replace(begun, rows=tuple(rows)))
    if chunk:
        yield chunk


def _continued(block: Block) -> Block:
    """What stands over the rows that follow in the next piece."""
    heading = _("{heading}, continued").format(heading=block.heading)
    return replace(block, heading=heading, key="", begins=False)


def _row(row: Row) -> Iterator[Row]:
    """The row; where a text is very long, its parts as rows of their own."""
    for cells in zip_longest(*map(_cut, row.cells), fillvalue=""):
        yield Row(row.label, cells)


def _cut(text: str) -> Iterator[str]:
    """The text in parts, each of which ends between words if it can."""
    text = _bearable(text)
    begin = 0
    while len(text) - begin > LONGEST_TEXT:
        limit = begin + LONGEST_TEXT
        end = text.rfind(" ", begin, limit) + 1 or limit
        yield text[begin:end]
        begin = end
    yield text[begin:]


def _bearable(text: str) -> str:
    """The text, or as much of it as a printer can bear, and how much is left out."""
    more = len(text) - MOST_TEXT
    if more <= 0:
        return text
    words = ngettext("{n} more letter is in the diary.", "{n} more letters are in the diary.", more)
    return f"{text[:MOST_TEXT]} … {words}"
