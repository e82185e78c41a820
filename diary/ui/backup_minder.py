"""Sees to the backups while the window is open, and says what is worth saying. Made at the start.

Success is silent: the settings tell when the last backup was made.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from diary.settings import SECOND_PLACE_ON, Settings
from diary.ui.main_window import MainWindow

if TYPE_CHECKING:
    from db.errors import DiaryError
    from diary.backup_keeper import Standing

QUIET_MS = 5_000
"""The page was painted long ago, and nobody waits for the worker."""
AGAIN_MS = 10 * 60_000
"""A day may turn, and a stick may come, while the window is open."""


class BackupMinder(QObject):
    """Backs up once a day. Each sentence is said once a day at most."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._session = window.session
        self._said: set[tuple[date, str]] = set()
        self._begun = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self.timer.start(QUIET_MS)
        window.closed.connect(self.timer.stop)

    @Slot()
    def look(self) -> None:
        """Let be made what is due."""
        backups = self._session.backups
        if not self._begun:
            self._begun = True
            backups.told.connect(self._on_told)
            backups.failed.connect(self._on_failed)
        backups.second = self._settings.second_place()
        backups.daily()
        self.timer.start(AGAIN_MS)

    @Slot(object)
    def _on_told(self, standing: Standing) -> None:
        from diary.ui.backup_words import late_words, problem_words  # noqa: PLC0415 - not at start

        now = self._session.clock.now()
        if standing.second_last:
            day = standing.second_last.astimezone(now.tzinfo).date()
            self._settings.set(SECOND_PLACE_ON, day.isoformat())
        self._say(problem_words(standing))
        if self._settings.second_place() and not standing.second_there:
            self._say(late_words(self._last_there(), now.date()))

    @Slot(object)
    def _on_failed(self, problem: DiaryError) -> None:
        from diary.ui.backup_words import failed_words  # noqa: PLC0415 - not at start

        self._say(failed_words(problem))

    def _last_there(self) -> date | None:
        value = self._settings.value(SECOND_PLACE_ON)
        return date.fromisoformat(value) if value else None

    def _say(self, words: str) -> None:
        said = self._session.date_here(), words
        if words and said not in self._said:
            self._said.add(said)
            self._window.say(words)
