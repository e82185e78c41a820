"""Prints a finished PDF at its true size."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from diary.summary.options import Paper
from diary.summary.pictures import POINTS_PER_INCH, Picture, page_sizes, picture

DOTS_PER_INCH = 300
SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def printer_for(paper: Paper) -> QPrinter:
    """A printer set to the paper, without margins of its own: the page brings them."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS_PER_INCH)
    made.setFullPage(True)
    made.setPageLayout(
        QPageLayout(
            QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    return made


def pages_to_print(pdf: bytes) -> list[Picture]:
    """Every page at the printer's resolution. Slow: for a worker."""
    return [
        picture(pdf, number, width=round(width / POINTS_PER_INCH * DOTS_PER_INCH))
        for number, (width, _height) in enumerate(page_sizes(pdf))
    ]


def print_pages(printer: QPrinter, pages: Iterable[Picture]) -> bool:
    """Send the pages, each on a sheet; whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                return False
            sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
            painter.drawImage(_fitted(page, sheet), _image(page))
    finally:
        painter.end()
    return True


def _fitted(page: Picture, sheet: QRect) -> QRect:
    """The page as large as the sheet allows, its shape kept."""
    scale = min(sheet.width() / page.width, sheet.height() / page.height)
    return QRect(0, 0, round(page.width * scale), round(page.height * scale))


def _image(page: Picture) -> QImage:
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
