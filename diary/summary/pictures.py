"""Pages of a finished PDF as pictures and as text, for the preview and the printer.

pdfium may be used from one thread at a time: callers keep to one worker.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: rows of pixels as blue, green, red and an unused byte; and its text."""

    number: int
    pages: int
    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """The width and height of each page, in points of 1/72 inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def picture(pdf: bytes, number: int, *, width: int) -> Picture:
    """A page (from 0) as a picture `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        drawn = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        return Picture(
            number=number,
            pages=len(document),
            width=drawn.width,
            height=drawn.height,
            stride=drawn.stride,
            pixels=bytes(drawn.buffer),
            text=page.get_textpage().get_text_range(),
        )
    finally:
        document.close()
