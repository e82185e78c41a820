"""Python's search for cycles of garbage, on the window's thread and nowhere else.

Python searches in whichever thread happens to make objects. A dialog found by a worker would be
deleted in the worker: Qt then crashes, or both threads wait for each other for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from diary.collector import is_unwanted, leave_to_the_window

EVERY_MS = 1000
ENOUGH = 700
"""A search is worth it after so many new objects."""

FULL_AFTER = 5
"""After so many searches of what is new, one looks through everything.

Python itself would wait for a hundred, and as one search a second is made here, every dialog that
was closed meanwhile would stay in memory for minutes. Most objects are kept out of the search (see
`diary.collector`), so a full one takes 1 to 4 ms, and 15 ms with 50 years shown as a table.
"""


class Garbage(QObject):
    """Searches between two events of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        leave_to_the_window()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY_MS)

    def look(self) -> None:
        """Search, if enough was made since the last time; most often nothing is to be done.

        While a worker loads matplotlib or reads many years, a search would stop both for long.
        """
        if is_unwanted():
            return
        made, _young_searches, searches = gc.get_count()
        if made > ENOUGH:
            gc.collect(2 if searches >= FULL_AFTER else 1)
