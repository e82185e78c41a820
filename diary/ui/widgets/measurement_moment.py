"""When a measurement was made: now for today, asked for a day that is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Slot

from diary.ui.widgets.moment_edit import MomentEdit


class MeasurementMoment(MomentEdit):
    """As `MomentEdit`, but the time can be unknown at first: `moment()` is None until it is typed.

    A time before the patient's day begins belongs to the night after the day that is asked.
    """

    def ask_time(self, day: date, zone: str, begins: timedelta) -> None:
        """Show a day and ask for the time."""
        self._zone = zone
        self._moment = None
        self._asked, self._begins = day, begins
        self.day.show_value(day)
        self.time.show_value(None)
        self._ask_which(possible=1)

    @Slot(object)
    def _on_entered(self, value: object) -> None:
        if self.time.value_or_none() is None:
            return
        if self._moment is None and not self.day.bad and self.day.value_or_none() == self._asked:
            clock = datetime.combine(self._asked, self.time.value_or_none())
            ahead = (clock - self._begins).date() < self._asked
            self.day.show_value(self._asked + timedelta(days=1) if ahead else self._asked)
        super()._on_entered(value)
