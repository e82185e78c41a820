"""Leads from a diary that does not open to one that does, window by window. Used by `startup`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from db.errors import DiaryError
from db.names import DB_NAME
from diary.clock import SystemClock
from diary.one_window import OneWindow
from diary.paths import Places, choose
from diary.settings import Settings
from diary.ui.problem_window import ProblemWindow
from diary.ui.problem_words import Way, plight_of

USUAL_NAME = "diary"


class Opener(Protocol):
    """Opens the diary's window."""

    def __call__(self, places: Places, *, new: bool) -> QWidget:
        """Raises `DiaryError` if it cannot; `new`: a diary may be begun there."""


class Aid(QObject):
    """Shows what can be done until a diary is `opened`, or no window is wanted any more.

    `attend` lets a second start show the window.
    """

    def __init__(
        self,
        places: Places,
        open_window: Opener,
        attend: Callable[[OneWindow, QWidget], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._places, self._open_window, self._attend = places, open_window, attend
        self._one = OneWindow(places.diary)
        self.window: ProblemWindow | None = None
        self.opened = False

    def show(self, problem: Exception | str, words: str = "") -> ProblemWindow:
        """Show a problem in the place of an earlier one; `words`: the passphrase, as typed."""
        earlier, folder = self.window, self._places.diary
        second = Settings(self._places.settings).second_place()
        plight = plight_of(problem, folder)
        self.window = ProblemWindow(plight, folder, SystemClock(), second, words)
        self.window.chosen.connect(self._on_chosen)
        self.window.show()
        if earlier is None:
            self._attend_to(self.window)
        else:
            _give_way(earlier, self.window)
        return self.window

    def release(self) -> None:
        """All windows are closed: let another program be the one."""
        self._one.release()

    @Slot(object, object)
    def _on_chosen(self, way: Way, folder: Path) -> None:
        if way is Way.OTHER:
            self._one.release()
            self._places = replace(self._places, diary=_meant(folder))
            self._one = OneWindow(self._places.diary)
        try:
            if way is Way.HERE:
                self._one.take_over()
            if self._one.claim():
                self._open(way)
            else:
                self._one.call()
                self._leave()
        except DiaryError as problem:
            self.show(problem)

    def _open(self, way: Way) -> None:
        window = self._open_window(self._places, new=way is Way.NEW)
        self.opened = True
        if way is Way.OTHER:
            choose(self._places, self._places.diary)
            self._attend_to(window)
        if self.window is not None:
            _give_way(self.window, window)

    def _attend_to(self, window: QWidget) -> None:
        try:
            if self._one.claim():
                self._attend(self._one, window)
        except DiaryError:  # whose window it is has just been said
            return

    def _leave(self) -> None:
        if self.window is not None:
            self.window.close()


def _give_way(earlier: ProblemWindow, later: QWidget) -> None:
    earlier.instead = later
    earlier.close()


def _meant(folder: Path) -> Path:
    """Who chooses the folder above means the diary in it."""
    inside = folder / USUAL_NAME
    here = (folder / DB_NAME).exists()
    return inside if not here and (inside / DB_NAME).exists() else folder
