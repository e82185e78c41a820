"""Prints a finished PDF at its true size."""

from __future__ import annotations

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


def page_to_print(pdf: bytes, number: int) -> Picture:
    """A page (from 0) at the printer's resolution. Slow: for a worker."""
    width, _height = page_sizes(pdf)[number]
    return picture(pdf, number, width=round(width / POINTS_PER_INCH * DOTS_PER_INCH))


class Sheets:
    """Pages on their way to a printer, one at a time: a page takes 35 MB."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._painter = printer, QPainter()
        self._begun = False
        self.taken = self._painter.begin(printer)
        """Whether the printer takes what it is given."""

    def add(self, page: Picture) -> None:
        """Print a page on the next sheet."""
        if self._begun:
            self.taken = self.taken and self._printer.newPage()
        if self.taken:
            self._begun = True
            sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
            self._painter.drawImage(_fitted(page, sheet), _image(page))

    def end(self) -> None:
        """There are no more pages."""
        self._painter.end()


def _fitted(page: Picture, sheet: QRect) -> QRect:
    """The page as large as the sheet allows, its shape kept."""
    scale = min(sheet.width() / page.width, sheet.height() / page.height)
    return QRect(0, 0, round(page.width * scale), round(page.height * scale))


def _image(page: Picture) -> QImage:
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
