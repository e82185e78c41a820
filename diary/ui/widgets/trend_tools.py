"""Which time Trends shows: the range, earlier and later, closer and wider."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from diary.i18n import _, format_day, format_days
from diary.logic.ranges import RANGE_NAMES, Range
from diary.ui.trend_time import TrendTime
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.folding_choice import FoldingChoice
from diary.ui.widgets.more_button import MoreButton


class TrendTools(QWidget):
    """`range_chosen` carries a Range; the rest is for the page to connect."""

    range_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = FoldingChoice(
            _("Time shown"), [(key.value, str(RANGE_NAMES[key])) for key in Range]
        )
        self.ranges.value_changed.connect(self._on_range)
        self.earlier = _step("‹", _("Earlier"))
        self.later = _step("›", _("Later"))
        self.closer = QAction(_("Fewer days (+)"), self)
        self.wider = QAction(_("More days (−)"), self)
        self.more = MoreButton()
        self.more.setMinimumHeight(TARGET)
        self.period = label("", "strong")
        self.period.setWordWrap(False)
        self.period.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = FlowLayout(self)
        self._time = self._days()
        self.add((self.ranges, self._time, self.closer, self.wider))

    def _days(self) -> QWidget:
        """The shown days between the buttons that go from them, and the menu."""
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in (self.earlier, self.period, self.later, self.more):
            row.addWidget(part)
        return days

    def add(self, options: Iterable[QWidget | QAction]) -> None:
        """Add to the row of tools or to its menu."""
        for option in options:
            if isinstance(option, QAction):
                self.more.menu_of_ways.addAction(option)
                continue
            option.setMinimumHeight(TARGET)
            self._row.addWidget(option)

    def fit(self, width: int) -> None:
        """Take as few rows as can be: less words where they need more than this width."""
        self.ranges.fit(width)
        if self.period.wordWrap():
            self.period.setWordWrap(False)
        if self._time.sizeHint().width() > width:
            self.period.setWordWrap(True)

    def show_time(self, time: TrendTime) -> None:
        """Show what is chosen, its days in words, and where one can go from there."""
        shown = time.shown
        self.ranges.offer(Range.VISIT.value, offered=time.visit is not None)
        self.ranges.show_value(time.chosen.value if time.chosen else None)
        self.earlier.setEnabled(time.earlier is not None)
        self.later.setEnabled(time.later is not None)
        self.closer.setEnabled(time.closer() is not None)
        self.wider.setEnabled(time.wider is not None)
        days = format_days(shown.first, shown.last)
        self.period.setText(
            _("{days}, all so far").format(days=days) if time.is_all_so_far else days
        )
        spoken = _("{first} to {last}").format(
            first=format_day(shown.first), last=format_day(shown.last)
        )
        self.period.setAccessibleName(spoken)

    def _on_range(self, value: object) -> None:
        if value is not None:
            self.range_chosen.emit(Range(str(value)))


def _step(sign: str, name: str) -> QPushButton:
    """A button of a sign; its name is said by screen readers and shown as its hint."""
    made = button(sign, name=name)
    made.setMinimumSize(TARGET, TARGET)
    made.setToolTip(name)
    return made
