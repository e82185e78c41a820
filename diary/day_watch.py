"""Notices that another day has begun, also after the computer slept or its clock was set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

MINUTE_MS = 60_000
JUST_AFTER_MS = 50


class DayWatch(QObject):
    """Looks at the day when the next one should begin, and at the beginning of each minute.

    A timer that was set for tomorrow stands still while the computer sleeps; a look each minute
    costs nothing that can be measured. `looked` comes with each look, `turned` carries the new
    day: usually the next, after travel or a set clock any other.
    """

    turned = Signal(object)
    looked = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        left: Callable[[], timedelta],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._left = today, left
        self._day = today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._arm()

    @Slot()
    def look(self) -> None:
        """Compare the day with the one that was last seen."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.turned.emit(day)
        self.looked.emit()
        self._arm()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _arm(self) -> None:
        left = self._left() // timedelta(milliseconds=1)
        to_the_minute = (left % MINUTE_MS or MINUTE_MS) if left > 0 else 0
        self._timer.start(to_the_minute + JUST_AFTER_MS)
