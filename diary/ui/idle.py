"""How long nobody has touched keyboard, mouse or screen. Used by the lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

TICK_MS = 1000
WARNING_S = 60
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Watches only between `begin` and `stop`.

    `warned` carries the seconds that are left, in the last minute; `touched` comes when somebody
    is there again after a warning; `over` when the time has passed. A computer that slept counts:
    where the clock says that more has passed than was counted, the clock is right.
    """

    warned = Signal(int)
    touched = Signal()
    over = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = 0
        self._seconds = 0
        self._at = now()
        self._warned = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self, minutes: int) -> None:
        """Watch from now on; 0 minutes: not at all."""
        self.stop()
        application = QApplication.instance()
        if minutes and application is not None:
            self._limit, self._seconds, self._at = 60 * minutes, 0, self._now()
            application.installEventFilter(self)
            self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._timer.stop()
        self._warned = False

    @Slot()
    def tick(self) -> None:
        """Another second, or as many as the clock says."""
        now = self._now()
        self._seconds += max(1, round((now - self._at).total_seconds()))
        self._at = now
        left = self._limit - self._seconds
        if left <= 0:
            self.stop()
            self.over.emit()
        elif left <= min(WARNING_S, self._limit // 2):
            self._warned = True
            self.warned.emit(left)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Somebody is there."""
        if event.type() in TOUCHES:
            self._seconds = 0
            if self._warned:
                self._warned = False
                self.touched.emit()
        return False
