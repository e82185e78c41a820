"""Which time Trends shows: the range, earlier and later, closer and wider."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day
from diary.logic.ranges import RANGE_NAMES, Range
from diary.ui.trend_time import TrendTime
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout


class TrendTools(QWidget):
    """`range_chosen` carries a Range; the buttons are for the page to connect."""

    range_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = ChoiceInput([(key.value, str(RANGE_NAMES[key])) for key in Range])
        self.ranges.set_names(_("Time shown"))
        self.ranges.value_changed.connect(self._on_range)
        self.earlier = button("‹ " + _("Earlier"), name=_("Earlier"))
        self.later = button(_("Later") + " ›", name=_("Later"))
        self.closer = button("+ " + _("Zoom in"), name=_("Zoom in"))
        self.wider = button("− " + _("Zoom out"), name=_("Zoom out"))
        self.period = label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        host = QWidget()
        self._row = FlowLayout(host)
        self.add((self.ranges, self.earlier, self.later, self.closer, self.wider))
        column.addWidget(host)
        column.addWidget(self.period)

    def add(self, parts: Iterable[QWidget]) -> None:
        """Add to the row of tools."""
        for part in parts:
            part.setMinimumHeight(44)
            self._row.addWidget(part)

    def show_time(self, time: TrendTime) -> None:
        """Show what is chosen, its days in words, and where one can go from there."""
        shown = time.shown
        self.ranges.offer(Range.VISIT.value, offered=time.visit is not None)
        self.ranges.show_value(time.chosen.value if time.chosen else None)
        self.earlier.setEnabled(time.earlier is not None)
        self.later.setEnabled(time.later is not None)
        self.closer.setEnabled(time.closer() is not None)
        self.wider.setEnabled(time.wider is not None)
        days = _("{first} to {last}").format(
            first=format_day(shown.first), last=format_day(shown.last)
        )
        self.period.setText(days)

    def _on_range(self, value: object) -> None:
        if value is not None:
            self.range_chosen.emit(Range(str(value)))
