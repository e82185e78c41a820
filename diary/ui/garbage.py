"""Python's search for cycles of garbage, on the window's thread and nowhere else.

Python searches in whichever thread happens to make objects. A dialog found by a worker would be
deleted in the worker: Qt then crashes, or both threads wait for each other for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from diary.collector import leave_to_the_window

EVERY_MS = 1000


class Garbage(QObject):
    """Searches between two events of the window, about as often as Python would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        leave_to_the_window()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY_MS)

    def look(self) -> None:
        """Search as far back as enough has been made since; most often nothing is to be done."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        full = [age for age, (count, threshold) in enumerate(counts) if count > threshold]
        if full:
            gc.collect(full[-1])
