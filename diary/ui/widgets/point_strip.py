"""What the point of a chart says, below the area that scrolls, where its own words are cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea
from shiboken6 import isValid

from diary.i18n import _
from diary.ui.widgets.controls import GAP, TARGET, button, label

if TYPE_CHECKING:
    from diary.ui.widgets.chart_pane import ChartPane


class PointStrip(QFrame):
    """It covers nothing, and goes as soon as the words under the chart are in sight."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._pane: ChartPane | None = None
        self.setProperty("role", "strip")
        self.words = label("", "secondary")
        self.open_day = button(_("Open this day"), on_click=self._on_open)
        self.open_day.setMinimumHeight(TARGET)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GAP, GAP, 3 * GAP, GAP)
        row.setSpacing(2 * GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.open_day)
        self._soon = QTimer(self, singleShot=True, interval=0)  # never while a layout is at work
        self._soon.timeout.connect(self._look)
        bar = area.verticalScrollBar()
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(self.look)
        self.hide()

    @Slot(object)
    def follow(self, pane: ChartPane) -> None:
        """Say from now on what is read in this chart."""
        self._pane = pane
        self.look()

    @Slot()
    def look(self) -> None:
        """Show the words if they are out of sight where they stand, once all has its place."""
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        pane = self._pane
        if pane is None or not isValid(pane) or not pane.here.isVisible():
            self.hide()
            return
        self.words.setText(pane.here.text())
        self.open_day.setVisible(pane.open_day.isVisible())
        self.setVisible(not pane.says_in_sight)

    def _on_open(self) -> None:
        if self._pane is not None and isValid(self._pane):
            self._pane.open_day.click()
