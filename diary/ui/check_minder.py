"""Has the diary checked after the start, and remembers when all was whole. Made by `startup`."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.logs import LOG
from diary.settings import CHECKED_AT, Settings
from diary.ui.main_window import MainWindow

QUIET_MS = 2500
"""The page was painted long ago, and the worker takes no start time."""


class CheckMinder(QObject):
    """Whole is silent: the settings say when it was checked. `damaged` says that it is not."""

    damaged = Signal()

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._session, self._settings = window.session, settings
        self._session.checkup.checked.connect(self._on_checked)
        self._session.checkup.failed.connect(window.notice.say_unreadable)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._session.checkup.start)
        self.timer.start(QUIET_MS)
        window.closed.connect(self.timer.stop)

    @Slot(list)
    def _on_checked(self, problems: list[str]) -> None:
        if problems:
            LOG.error("the check found damage: %s", "; ".join(problems[:20]))
            self.damaged.emit()
        else:
            self._settings.set(CHECKED_AT, self._session.clock.now().isoformat())
