"""Where a finished summary goes: into a file or to a printer, worked off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from diary.exchange.files import write_whole
from diary.i18n import _
from diary.jobs import Jobs
from diary.summary.lock import locked
from diary.summary.options import Paper
from diary.summary.pictures import Picture
from diary.ui.printing import Sheets, page_to_print, printer_for
from diary.ui.save_place import offered

SUFFIX = ".pdf"


class SummaryOutput(QObject):
    """Saves and prints. `said` tells what was done, `failed` carries what went wrong.

    `saved` carries a file that was just written, and words that name it. `ask_file` and
    `ask_printer` open the system's dialogs, `open_file` its viewer, `open_folder` its file
    manager; tests put their own answers there.
    """

    said = Signal(str)
    saved = Signal(object, str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._window = jobs, window
        self.ask_file: Callable[[str], str] = self._ask_file
        self.open_file: Callable[[Path], object] = _open
        self.open_folder: Callable[[Path], object] = _open_folder
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

    def write(self, file: Path, password: str, pdf: bytes) -> None:
        """Write the file whole or not at all; with a password, locked and never otherwise."""
        self._jobs.run(
            partial(_write, file, password, pdf),
            lambda _nothing: self._on_written(file, with_password=bool(password)),
            self.failed.emit,
        )

    def _on_written(self, file: Path, *, with_password: bool) -> None:
        self.saved.emit(
            file,
            _("Saved as {file}. Its password is kept nowhere: write it down.").format(file=file)
            if with_password
            else _("Saved as {file}.").format(file=file),
        )

    def send(self, printer: QPrinter, pdf: bytes) -> None:
        """Print every page at its true size."""
        self._print_from(0, Sheets(printer), pdf)

    def _print_from(self, number: int, sheets: Sheets, pdf: bytes) -> None:
        """Print this page and those after it: drawn on the worker, printed by the window."""

        def on_drawn(page: Picture) -> None:
            sheets.add(page)
            if sheets.taken and number + 1 < page.pages:
                self._print_from(number + 1, sheets, pdf)
                return
            sheets.end()
            self.said.emit(_("Sent to the printer.") if sheets.taken else _refused())

        def on_failed(error: Exception) -> None:
            sheets.end()
            self.failed.emit(error)

        self._jobs.run(partial(page_to_print, pdf, number), on_drawn, on_failed)

    def _ask_file(self, name: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the summary"), offered(name), _("PDF (*.pdf)")
        )
        return chosen

    def _ask_printer(self, printer: QPrinter) -> bool:
        return QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted


def _write(file: Path, password: str, pdf: bytes) -> None:
    write_whole(file, locked(pdf, password) if password else pdf)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _open_folder(file: Path) -> None:
    _open(file.parent)


def _refused() -> str:
    return _("The printer did not take the pages. Check it, or save the PDF instead.")
