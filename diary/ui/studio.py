"""What the views of Trends share: the diary, the look, and the one worker that draws all charts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from diary.charts.style import Style
from diary.jobs import Jobs
from diary.session import Session
from diary.ui.theme import Theme

T = TypeVar("T")
LEAST_WIDTH = 260


class Studio:
    """Made by the page; its views and charts are handed it."""

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        self.session, self.theme = session, theme
        self._jobs = Jobs("charts", parent)
        self._open = True

    def style(self, widget: QWidget, width: int) -> Style:
        """How to draw a chart that is so many pixels wide in a widget."""
        return Style(
            look=self.theme.look,
            points=self.theme.points,
            width_px=max(width, LEAST_WIDTH),
            ratio=widget.devicePixelRatioF(),
            family=QFontInfo(widget.font()).family(),
            week_begins=self.session.week_begins(),
        )

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do a job on the worker; nothing once the page is closed."""
        if self._open:
            self._jobs.run(job, done, failed or _raise)

    def close(self) -> None:
        """Draw nothing more."""
        self._open = False
        self._jobs.close()


class Latest:
    """Jobs of which only the newest turn matters: what an older one gives is let go."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._turn = 0

    def begin(self) -> None:
        """Begin a new turn; the jobs of the older ones come to nothing."""
        self._turn += 1

    def run(self, job: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do a job of this turn on the worker."""
        turn = self._turn
        self._studio.run(partial(self._work, turn, job), partial(self._deliver, turn, done))

    def _work(self, turn: int, job: Callable[[], T]) -> T | None:
        return job() if turn == self._turn else None

    def _deliver(self, turn: int, done: Callable[[T], object], result: T | None) -> None:
        if turn == self._turn and result is not None:
            done(result)


def _raise(error: Exception) -> None:
    raise error
