"""While a file is read or imported: what is being done, how far it is, and a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.importing import Progress
from diary.ui.import_words import progress_words
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label

LOOK_MS, SHOWN_AFTER = 100, 3
"""How often the work is looked at, and after how many looks it is shown that it takes a while."""


class ImportWaiting(QWidget):
    """`progress` tells how far the work is; it is asked, so that no worker calls the window."""

    stopped = Signal()

    def __init__(self, progress: Callable[[], Progress]) -> None:
        super().__init__()
        self._progress = progress
        self._looks = 0
        self.words = label("")
        self.stop_button = button(_("Cancel"), "beside", self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.words)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Wait; what takes a moment only is not shown."""
        self._looks = 0
        self.stop_button.setEnabled(True)
        self.look()
        self._timer.start()

    def end(self) -> None:
        """The work is done."""
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether there is work under way."""
        return self._timer.isActive()

    @Slot()
    def look(self) -> None:
        """Say how far the work is."""
        self._looks += 1
        slow = self._looks > SHOWN_AFTER
        if self.stop_button.isEnabled():
            self.words.setText(progress_words(self._progress()) if slow else "")
        if self._looks == SHOWN_AFTER + 1:
            announce(self, self.words.text())

    @Slot()
    def stop(self) -> None:
        """Give up."""
        self.stop_button.setEnabled(False)
        self.words.setText(_("Stopping. Nothing is changed."))
        self.stopped.emit()
