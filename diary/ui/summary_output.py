"""Where a finished summary goes: into a file or to a printer, worked off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from diary.exchange.files import write_whole
from diary.i18n import _
from diary.jobs import Jobs
from diary.summary.options import Paper
from diary.summary.pictures import Picture
from diary.ui.printing import pages_to_print, print_pages, printer_for

SUFFIX = ".pdf"


class SummaryOutput(QObject):
    """Saves and prints. `said` tells what was done, `failed` carries what went wrong.

    `ask_file` and `ask_printer` open the system's dialogs; tests put their own answers there.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._window = jobs, window
        self.ask_file: Callable[[str], str] = self._ask_file
        self.ask_printer: Callable[[QPrinter], bool] = self._ask_printer

    def choose_file(self, name: str) -> Path | None:
        """Where to save under this proposed name; None where the dialog was closed."""
        chosen = self.ask_file(name)
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix.lower() == SUFFIX else file.with_name(file.name + SUFFIX)

    def choose_printer(self, paper: Paper) -> QPrinter | None:
        """The printer to use for this paper; None where the dialog was closed."""
        printer = printer_for(paper)
        return printer if self.ask_printer(printer) else None

    def write(self, file: Path, pdf: bytes) -> None:
        """Write the file whole or not at all."""
        done = _("Saved as {file}.").format(file=file)
        self._jobs.run(
            partial(write_whole, file, pdf),
            lambda _nothing: self.said.emit(done),
            self.failed.emit,
        )

    def send(self, printer: QPrinter, pdf: bytes) -> None:
        """Print every page at its true size."""
        self._jobs.run(
            partial(pages_to_print, pdf), partial(self._on_pages_drawn, printer), self.failed.emit
        )

    def _on_pages_drawn(self, printer: QPrinter, pages: list[Picture]) -> None:
        sent = print_pages(printer, pages)
        self.said.emit(
            _("Sent to the printer.")
            if sent
            else _("The printer did not take the pages. Check it, or save the PDF instead.")
        )

    def _ask_file(self, name: str) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the summary"), str(Path(folder) / name), _("PDF (*.pdf)")
        )
        return chosen

    def _ask_printer(self, printer: QPrinter) -> bool:
        return QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted
