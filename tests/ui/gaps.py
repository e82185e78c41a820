"""How long the window's thread keeps the event loop waiting: a clock that ticks in the loop itself.

Between two ticks nothing of the window answers. The processor's time of that thread is measured
too: other programs on the machine disturb it far less than the time on the clock.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer

TICK_MS = 1
QUIET_MS = 25
"""After so long without a busy turn, what an action set going on this thread is done."""
WORK = 2_000_000
"""So many additions take some 50 ms of a processor that nobody else uses."""
BUSY_S = 0.004
Settled = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Gap:
    """The longest waits of the event loop, in milliseconds; not always of the same turn."""

    clock: float
    processor: float


def floor() -> float:
    """What some 50 ms of work take here: milliseconds of the processor, the median of a few."""
    return statistics.median(_work() for _time in range(5))


def _work() -> float:
    began, total = time.thread_time(), 0
    for number in range(WORK):
        total += number
    return (time.thread_time() - began) * 1000


class Gaps(QObject):
    """Ticks as long as an action and what it set going lasts."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._loop = QEventLoop()
        self._quiet = QElapsedTimer()
        self._all = QElapsedTimer()

    def of(
        self, action: Callable[[], object], settled: Settled = lambda: True, at_most_s: float = 20.0
    ) -> Gap:
        """Do something in the event loop; wait until it is settled and no turn is busy."""
        self._settled, self._at_most_ms = settled, int(at_most_s * 1000)
        self._clock = self._processor = 0.0
        self._begun = False
        QTimer.singleShot(0, self, lambda: self._begin(action))
        self._loop.exec()
        self._timer.stop()
        return Gap(self._clock * 1000, self._processor * 1000)

    def _begin(self, action: Callable[[], object]) -> None:
        self._quiet.start()
        self._all.start()
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start(TICK_MS)
        action()

    def _on_tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        clock, processor = (new - old for new, old in zip(now, self._last, strict=True))
        self._last = now
        self._clock = max(self._clock, clock)
        self._processor = max(self._processor, processor)
        if processor > BUSY_S:
            self._quiet.restart()
        done = self._quiet.hasExpired(QUIET_MS) and self._settled()
        if done or self._all.hasExpired(self._at_most_ms):
            self._loop.quit()
