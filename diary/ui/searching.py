"""The search of the history: the line that is typed in, the question, and its results."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from diary.logic.search import Found
from diary.logic.search_texts import Source
from diary.ui.finder import Finder
from diary.ui.widgets.announce import announce
from diary.ui.widgets.search_results import SearchResults

TYPING_MS = 180


class Searching(QObject):
    """Asks once the patient pauses in typing. `typed` says that the words changed."""

    typed = Signal()

    def __init__(
        self, read: Source, line: QLineEdit, results: SearchResults, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._line, self._results = line, results
        self.finder = Finder(read, self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self.finder.found.connect(self._on_found)
        line.textChanged.connect(self._on_typed)
        line.returnPressed.connect(self._on_entered)

    @property
    def is_on(self) -> bool:
        """Whether anything is being looked for."""
        return bool(self._line.text().strip())

    def again(self) -> None:
        """Ask anew: things may have changed."""
        if self.is_on:
            self._pause.start()

    def rest(self) -> None:
        """Keep no texts in memory while nobody searches."""
        self._pause.stop()
        self.finder.forget()

    def close(self) -> None:
        """Stop."""
        self._pause.stop()
        self.finder.close()

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        if self.is_on:
            self._pause.start()
        else:
            self.rest()
            self._results.show_found(Found())
        self.typed.emit()

    @Slot()
    def _ask(self) -> None:
        self._results.wait()
        self.finder.ask(self._line.text())

    @Slot()
    def _on_entered(self) -> None:
        if self.is_on and self._results.list.isVisible():
            self._results.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if self.is_on:
            self._results.show_found(found)
            announce(self._results, self._results.count.text())
