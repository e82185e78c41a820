"""From content to one PDF: its pieces set one after the other and joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from diary.summary.content import Content
from diary.summary.joining import joined, page_count
from diary.summary.pieces import Piece, pieces
from diary.summary.typeset import forget, typeset

Progress = Callable[[int, int], None]


def render(content: Content, made: datetime, progress: Progress) -> bytes:
    """The PDF of this content, tagged (PDF/UA-1) and archivable (PDF/A-2a).

    `made` becomes the file's date. The same content and moment give the same bytes.
    """
    parts = pieces(content)
    if len(parts) == 1:
        return typeset({**parts[0].data, "start": 1, "total": 0, "after": 0}, made)
    return joined(_numbered(parts, made, progress))


def _numbered(parts: list[Piece], made: datetime, progress: Progress) -> Iterator[bytes]:
    """Each piece with the numbers of its pages among all of them."""
    steps = len(parts)
    lengths = [_pages(part, made) for part in parts[1:]]
    first = typeset({**parts[0].data, "start": 1, "total": 0, "after": sum(lengths)}, made)
    yield first
    begun = page_count(first)
    total = begun + sum(lengths)
    for done, (part, pages) in enumerate(zip(parts[1:], lengths, strict=True), start=1):
        progress(done, steps)
        forget()
        yield typeset({**part.data, "start": begun + 1, "total": total, "after": 0}, made)
        begun += pages
    progress(steps, steps)


def _pages(part: Piece, made: datetime) -> int:
    """How many pages a piece has: of tables of words, only setting them tells."""
    if part.pages:
        return part.pages
    forget()
    return page_count(typeset({**part.data, "start": 1, "total": 1, "after": 0}, made))
