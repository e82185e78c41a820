"""Loads what the pages are made of after the start, while nobody waits. Made by `startup`.

Half of the time that a page takes when it is first opened would go into that.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.collector import keep_what_is_made, no_collector
from diary.jobs import Jobs, Stop
from diary.ui.book import PAGES, SETTINGS

QUIET_MS = 800
"""The page was painted long ago, and the worker takes no start time."""
MODULES = tuple(
    f"diary.ui.pages.{place.key}" for place in (*(place for place, _maker in PAGES), SETTINGS)
)


class PageLoader(QObject):
    """A worker loads; the window has its turn after each thousandth of a second."""

    loaded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._stop = Jobs("pages", self), Stop()
        self.timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.timer.timeout.connect(self.begin)
        self.timer.start()

    @Slot()
    def begin(self) -> None:
        """Load them."""
        self._jobs.run(partial(_load, self._stop), self._on_loaded, _raise)

    def _on_loaded(self, _nothing: None) -> None:
        keep_what_is_made()
        self._jobs.close()
        self.loaded.emit()

    @Slot()
    def close(self) -> None:
        """Load no more than the module that is under way."""
        self.timer.stop()
        self._stop.set()
        self._jobs.close()


def _load(stop: Stop) -> None:
    with no_collector():
        for name in MODULES:
            stop.step()
            import_module(name)
        stop.step()
        _work_out()


def _work_out() -> None:
    """What a page works out when it is first opened: its drawings, words of other languages."""
    from diary.languages import NAMES, review_note  # noqa: PLC0415 - not at the start
    from diary.ui.widgets.maps import arms, body, feet, hands, paths  # noqa: PLC0415 - as above

    for drawing in (body.BODY, arms.ARMS, hands.HANDS, feet.FEET):
        paths.areas(drawing)
    for language in NAMES:
        review_note(language)


def _raise(error: Exception) -> None:
    raise error
