"""Lets the window be locked; what that takes is loaded only for a diary that has a passphrase."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary import lock
from diary.settings import Settings
from diary.ui.main_window import MainWindow

if TYPE_CHECKING:
    from diary.ui.locking import Locking


class Lockable(QObject):
    """Belongs to its window. `blocked`: the locked diary does not open any more; see `Unlock`."""

    blocked = Signal(object, str)

    def __init__(self, window: MainWindow, settings: Settings, folder: Path) -> None:
        super().__init__(window)
        self._window, self._settings, self._folder = window, settings, folder
        window.lock_wanted.connect(self._on_lock_wanted)
        window.passphrase_changed.connect(self._on_passphrase_changed)
        if lock.is_set(folder):
            self.locking.look()

    @cached_property
    def locking(self) -> Locking:
        """What locks; made when it is first needed."""
        from diary.ui.locking import Locking  # noqa: PLC0415 - costs start time

        made = Locking(self._window, self._settings, self._folder)
        made.blocked.connect(self.blocked)
        return made

    @Slot()
    def _on_lock_wanted(self) -> None:
        self.locking.lock()

    @Slot()
    def _on_passphrase_changed(self) -> None:
        self.locking.look()
