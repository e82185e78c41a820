"""The chart of one group in its card: heading, the chart, and the day under its cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from diary.charts.describe import amount
from diary.charts.series import Series
from diary.field import GROUP_NAMES, Field, Group
from diary.i18n import _, format_day
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.chart_view import ChartView
from diary.ui.widgets.controls import GAP, button, heading_row, label

if TYPE_CHECKING:
    from diary.charts.render import Picture


class ChartCard(QFrame):
    """Shows one group's chart, and in words the day under its cursor."""

    day_wanted = Signal(object)

    def __init__(self, group: Group, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.fields: tuple[Field, ...] = ()
        self._series: Series | None = None
        self.setProperty("role", "card")
        name = str(GROUP_NAMES[group])
        self.setAccessibleName(name)
        self.view = ChartView(_("Chart: {name}").format(name=name), theme)
        self.here = label("", "secondary")
        self.open_day = button(_("Open this day"), on_click=self._on_open)
        self.open_day.setMinimumHeight(44)
        self.open_day.hide()
        self._lay_out(name)
        self.view.day_shown.connect(self._on_day_shown)
        self.view.day_wanted.connect(self.day_wanted)

    def _lay_out(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP + 4, GAP, GAP + 4)
        column.setSpacing(GAP)
        heading = heading_row(name, self.group)
        heading.setContentsMargins(GAP, 0, GAP, 0)
        column.addLayout(heading)
        column.addWidget(self.view)
        below = QHBoxLayout()
        below.setContentsMargins(GAP, 0, GAP, 0)
        below.setSpacing(2 * GAP)
        below.addWidget(self.here, 1)
        below.addWidget(self.open_day)
        column.addLayout(below)

    def show_chart(self, picture: Picture, series: Series, fields: Sequence[Field]) -> None:
        """Show a drawn chart of the values of these fields in `series`."""
        self._series, self.fields = series, tuple(fields)
        self.view.show_picture(picture, self.words)
        self._on_day_shown(self.view.day)

    def words(self, day: date) -> str:
        """What was recorded on a day, in words."""
        said = [self._said(field, day) for field in self.fields if self._has(field, day)]
        said += filter(None, [self.view.marks.on(day)])
        return f"{format_day(day, 'EEEE d MMMM yyyy')}: {', '.join(said)}"

    def _has(self, field: Field, day: date) -> bool:
        return self._series is not None and day in self._series.shown.get(field.key, {})

    def _said(self, field: Field, day: date) -> str:
        if self._series is None:
            return ""
        said = f"{field.label} {amount(field, self._series.shown[field.key][day])}"
        late = day in self._series.late.get(field.key, ())
        return _("{said} (entered late)").format(said=said) if late else said

    @Slot(object)
    def _on_day_shown(self, day: date | None) -> None:
        for part in (self.here, self.open_day):
            part.setVisible(day is not None)
        self.here.setText(self.words(day) if day else "")
        announce(self.view, self.here.text())

    def _on_open(self) -> None:
        if self.view.day is not None:
            self.day_wanted.emit(self.view.day)
