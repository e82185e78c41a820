"""What every view of Trends is: a widget that shows the diary over some days."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.logic.periods import Period
from diary.ui.studio import Studio
from diary.ui.widgets.controls import GAP, label

SLOW_MS = 150
"""So long nothing is said of the drawing."""


class TrendView(QWidget):
    """Subclasses add to `column` and draw in `show_range`, or in `refresh` without a range.

    `day_wanted` carries a day to open, `announced` words to say once, `pointed` the chart in
    which a point is read; `drawn` says that all there is to show is shown.
    """

    day_wanted = Signal(object)
    announced = Signal(str)
    pointed = Signal(object)
    drawn = Signal()
    uses_range: ClassVar[bool] = True
    """Whether the choice of time above the view means anything to it."""
    explains: ClassVar[bool] = False
    """Whether it says how it is read, once that is asked for."""
    fills: ClassVar[bool] = False
    """Whether it takes all the height that the window has left."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.options: tuple[QWidget | QAction, ...] = ()
        """What the view adds to the page's tools, or to their menu."""
        self.busy = label(_("Drawing…"), "secondary")
        self.busy.setParent(self)
        self.busy.hide()
        self.slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self.slow.timeout.connect(self.busy.show)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GAP)

    def explain(self) -> None:
        """Say, or no longer, how it is read."""

    @property
    def day(self) -> date | None:
        """The day that is being read, about which the page zooms."""
        return None

    def show_range(self, shown: Period | None) -> None:
        """Read the diary and show these days; None is all of it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the diary and show what was shown, anew."""
        raise NotImplementedError

    def begin_drawing(self) -> None:
        """Say that it is being drawn, once it takes long enough to be wondered at."""
        self.slow.start()

    def end_drawing(self) -> None:
        """All there is to show is shown."""
        self.slow.stop()
        self.busy.hide()
        self.drawn.emit()
