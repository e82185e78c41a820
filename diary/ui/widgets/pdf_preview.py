"""The pages of a PDF as they will be printed: one at a time, by button or key, at any zoom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from diary.i18n import _, format_number
from diary.jobs import Jobs
from diary.summary.pictures import Picture, page_sizes, picture
from diary.ui.sideways import step_of
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label

STEP = 1.25
SMALLEST, LARGEST = 0.5, 4.0
NARROWEST = 240
EDGE = QColor(0x85, 0x8A, 0x91)
SETTLED = 120
"""Milliseconds without a change of size after which a page is drawn anew."""


class PageView(QScrollArea):
    """Shows one picture; its keys turn the page and zoom."""

    turned = Signal(int)
    zoomed = Signal(int)
    resized = Signal()

    def __init__(self, shown: QLabel) -> None:
        super().__init__()
        self.setWidget(shown)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCornerWidget(QWidget())
        self.setMinimumSize(NARROWEST, NARROWEST)
        self.setAccessibleName(_("Preview of the summary"))
        self.setAccessibleDescription(
            _("Left and right arrows go across the page, then turn it; plus and minus zoom.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right scroll, at the edge they turn; plus and minus zoom; the rest scrolls."""
        across, step = self.horizontalScrollBar(), step_of(self, event.key())
        match event.key():
            case _ if step and across.value() == (
                across.maximum() if step > 0 else across.minimum()
            ):
                self.turned.emit(step)
            case _ if step:
                across.setValue(across.value() + step * across.pageStep() // 2)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoomed.emit(1)
            case Qt.Key.Key_Minus:
                self.zoomed.emit(-1)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say that there is more or less room."""
        self.resized.emit()  # before what is seen moves
        super().resizeEvent(event)


class PdfPreview(QWidget):
    """One page of a PDF at a time, drawn by the worker of its owner.

    The owner closes the preview before it closes the worker.
    """

    page_shown = Signal(int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pdf = b""
        self._number, self._pages = 0, 0
        self._drawn = (0, 0)
        self._zoom = 0.0
        """Against the room; 0 before it was chosen."""
        self._above = 0.0
        """The share of the page that lies above what is seen."""
        self._asked = 0
        self.page = QLabel()
        self.view = PageView(self.page)
        self.place = label("", "secondary")
        self.place.setWordWrap(False)
        self.back = button("‹", "quiet", partial(self.turn, -1), _("Page before"))
        self.on = button("›", "quiet", partial(self.turn, 1), _("Next page"))
        self.smaller = button("−", "quiet", partial(self.zoom, -1), _("Smaller page"))
        self.larger = button("+", "quiet", partial(self.zoom, 1), _("Larger page"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._draw)
        self._lay_out()
        self.view.turned.connect(self.turn)
        self.view.zoomed.connect(self.zoom)
        self.view.resized.connect(self._settle.start)
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._show_place()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        for made in (self.back, self.place, self.on):
            tools.addWidget(made)
        tools.addStretch(1)
        for made in (self.smaller, self.larger):
            tools.addWidget(made)
        for made in (self.back, self.on, self.smaller, self.larger):
            made.setMinimumSize(TARGET, TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(tools)
        column.addWidget(self.view, 1)

    # What is shown.

    @property
    def pages(self) -> int:
        """How many pages the shown PDF has."""
        return self._pages

    @property
    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF at the page where the last one was."""
        self._pdf = pdf
        self._draw()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Go some pages on or back."""
        number = min(max(self._number + step, 0), max(self._pages - 1, 0))
        if number != self._number:
            self._number = number
            self.view.verticalScrollBar().setValue(0)
            self._draw()

    @Slot(int)
    def zoom(self, step: int) -> None:
        """Make the page larger or smaller; on the way it fills the width."""
        before = self._zoom_now()
        zoom = min(max(before * STEP**step, SMALLEST), LARGEST)
        self._zoom = 1.0 if (before - 1) * (zoom - 1) < 0 else zoom
        self._draw()

    def _room(self) -> int:
        return max(self.view.viewport().width(), NARROWEST)

    def _zoom_now(self) -> float:
        """What was chosen; at first the whole width."""
        return self._zoom or 1.0

    # Drawing.

    @Slot(int)
    def _on_scrolled(self, top: int) -> None:
        """Remember the place, but not the end to which a lower view moves it meanwhile."""
        moved = self._settle.isActive() and top == self.view.verticalScrollBar().maximum()
        if not moved:
            self._above = top / max(self.page.height(), 1)

    @Slot()
    def _draw(self) -> None:
        if not self._pdf:
            return
        self._asked += 1
        ratio = self.devicePixelRatioF()
        width = round(self._room() * self._zoom_now() * ratio)
        job = partial(_drawn, self._pdf, self._number, width)
        self._jobs.run(job, partial(self._on_drawn, self._asked, ratio), _raise)

    def _on_drawn(self, asked: int, ratio: float, drawn: Picture) -> None:
        if asked != self._asked:
            return
        pixels = QImage(
            drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        )
        shown = QPixmap.fromImage(pixels)
        _draw_edge(shown)
        shown.setDevicePixelRatio(ratio)
        above = self._above
        self.page.setPixmap(shown)
        self.page.resize(shown.deviceIndependentSize().toSize())
        self.view.verticalScrollBar().setValue(round(above * self.page.height()))
        turned = (drawn.number, drawn.pages) != self._drawn
        self._drawn = drawn.number, drawn.pages
        self._number, self._pages = drawn.number, drawn.pages
        if turned:
            self.view.horizontalScrollBar().setValue(0)
        self._show_place()
        self.page.setAccessibleName(self.place.text())
        self.page.setAccessibleDescription(drawn.text)
        if turned and self.view.hasFocus():
            announce(self.view, self.place.text())
        self.page_shown.emit(drawn.number)

    def _show_place(self) -> None:
        self.place.setText(
            _("page {page} of {pages}").format(
                page=format_number(self._number + 1), pages=format_number(self._pages)
            )
            if self._pages
            else _("Making the pages…")
        )
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number + 1 < self._pages)
        self.smaller.setEnabled(self._pages > 0 and self._zoom_now() > SMALLEST)
        self.larger.setEnabled(self._pages > 0 and self._zoom_now() < LARGEST)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Draw no more."""
        self._settle.stop()
        self._pdf = b""
        super().closeEvent(event)


def _draw_edge(page: QPixmap) -> None:
    """A fine line around the sheet, so that white paper shows on any ground."""
    painter = QPainter(page)
    painter.setPen(EDGE)
    painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
    painter.end()


def _drawn(pdf: bytes, number: int, width: int) -> Picture:
    """The page, or the last one where the PDF became shorter."""
    return picture(pdf, min(number, len(page_sizes(pdf)) - 1), width=width)


def _raise(error: Exception) -> None:
    """A page that cannot be drawn is a bug: let the crash hook have it."""
    raise error
