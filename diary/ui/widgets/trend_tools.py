"""Which time Trends shows: the range, earlier and later."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day
from diary.logic.ranges import FIXED, RANGE_NAMES, Range, Stretch
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout


class TrendTools(QWidget):
    """`range_chosen` carries a Range, `stepped` +1 for earlier and -1 for later."""

    range_chosen = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = ChoiceInput([(key.value, str(RANGE_NAMES[key])) for key in Range])
        self.ranges.set_names(_("Time shown"))
        self.ranges.value_changed.connect(self._on_range)
        self.earlier = button("‹ " + _("Earlier"), on_click=partial(self.stepped.emit, 1))
        self.later = button(_("Later") + " ›", on_click=partial(self.stepped.emit, -1))
        self.period = label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        host = QWidget()
        row = FlowLayout(host)
        for part in (self.ranges, self.earlier, self.later):
            part.setMinimumHeight(44)
            row.addWidget(part)
        column.addWidget(host)
        column.addWidget(self.period)

    def show_stretch(self, chosen: Range, shown: Stretch, today: date) -> None:
        """Show what is chosen, and its days in words."""
        self.ranges.show_value(chosen.value)
        self.earlier.setEnabled(chosen not in FIXED)
        self.later.setEnabled(chosen not in FIXED and shown.last < today)
        days = _("{first} to {last}").format(
            first=format_day(shown.first), last=format_day(shown.last)
        )
        self.period.setText(days)

    def offer_visit(self, *, offered: bool) -> None:
        """Offer the time since the last visit, where there is one."""
        self.ranges.offer(Range.VISIT.value, offered=offered)

    def _on_range(self, value: object) -> None:
        if value is not None:
            self.range_chosen.emit(Range(str(value)))
