"""While a file is read or imported: what is being done, how far it is, and a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.importing import Progress
from diary.ui.import_words import progress_words
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.patience import Patience


class ImportWaiting(QWidget):
    """`progress` tells how far the work is; it is asked, so that no worker calls the window."""

    stopped = Signal()

    def __init__(self, progress: Callable[[], Progress]) -> None:
        super().__init__()
        self._progress = progress
        self.words = label("")
        self.stop_button = button(_("Cancel"), "beside", self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.words)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.patience = Patience(self)
        self.patience.looked.connect(self._on_looked)
        self.patience.lasting.connect(self._on_lasting)

    def begin(self) -> None:
        """Wait; what takes a moment only is not shown."""
        self.stop_button.setEnabled(True)
        self.words.clear()
        self.patience.begin()

    def end(self) -> None:
        """The work is done."""
        self.patience.end()

    @property
    def busy(self) -> bool:
        """Whether there is work under way."""
        return self.patience.busy

    @Slot()
    def _on_looked(self) -> None:
        """Say how far the work is."""
        if self.stop_button.isEnabled():
            self.words.setText(progress_words(self._progress()))

    @Slot()
    def _on_lasting(self) -> None:
        announce(self, self.words.text())

    @Slot()
    def stop(self) -> None:
        """Give up."""
        self.stop_button.setEnabled(False)
        self.words.setText(_("Stopping. Nothing is changed."))
        self.stopped.emit()
