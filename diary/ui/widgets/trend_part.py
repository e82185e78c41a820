"""One chart of a view with its twin: the picture, the table, or why there is none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.charts.drawing import Job
from diary.charts.twin import Shown
from diary.field import Group
from diary.ui.studio import Studio
from diary.ui.widgets.chart_pane import ChartPane
from diary.ui.widgets.twin_view import TwinView


class TrendPart(QWidget):
    """`day_wanted`, `announced` and `pointed` are its chart's; `drawn` says that it is shown."""

    day_wanted = Signal(object)
    announced = Signal(str)
    pointed = Signal(object)
    drawn = Signal()

    def __init__(
        self, name: str, studio: Studio, group: Group | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_twin = partial(TwinView, name, studio.theme, group)
        self._twin: TwinView | None = None
        self._job: Job | None = None
        self.pane = ChartPane(name, studio, group)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.pane)
        self.pane.hide()
        self.pane.day_wanted.connect(self.day_wanted)
        self.pane.announced.connect(self.announced)
        self.pane.pointed.connect(self.pointed)
        self.pane.drawn.connect(self.drawn)

    @property
    def twin(self) -> TwinView:
        """The words and the table, made when they are first shown."""
        if self._twin is None:
            self._twin = self._make_twin()
            self._column.addWidget(self._twin)
        return self._twin

    @property
    def least_width(self) -> int:
        """Pixels in which no word of its table is cut; 0 while it shows a picture."""
        return 0 if self._twin is None or self._twin.isHidden() else self._twin.least_width

    def show_part(self, shown: Shown, *, table: bool) -> bool:
        """Show a chart or its table; whether something is still to be drawn."""
        self._job = None if table else shown.draw
        self.pane.setVisible(self._job is not None)
        if self._job is None:
            self.twin.show_part(shown, table=table)
            self.twin.show()
            return False
        if self._twin is not None:
            self._twin.hide()
        QTimer.singleShot(0, self, self._draw)
        return True

    @Slot()
    def _draw(self) -> None:
        """Draw once the layouts have given the chart its width."""
        if self._job is not None:
            self.pane.draw(self._job)
