"""The chart of one group in its card: heading, what the cursor is on, and the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.records import Reading
from diary.field import GROUP_NAMES, Catalogue, Group
from diary.i18n import _, format_day
from diary.ui.theme import Theme
from diary.ui.widgets.chart_view import ChartView
from diary.ui.widgets.controls import GAP, heading_row, label

if TYPE_CHECKING:
    from diary.charts.render import Picture


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, and what it shows: the readings by field and day, and the days in order."""

    picture: Picture
    by_field: dict[str, dict[date, Reading]]
    days: list[date]


def drawn(picture: Picture, readings: Sequence[Reading]) -> Drawn:
    """Sort the readings of the shown days; called on the worker, since years take a while."""
    by_field: dict[str, dict[date, Reading]] = {}
    first = picture.plot.first
    for reading in readings:
        if reading.day >= first:
            by_field.setdefault(reading.field, {})[reading.day] = reading
    days = set[date]().union(*by_field.values())
    return Drawn(picture, by_field, sorted(days))


class ChartCard(QFrame):
    """Shows one group's chart, and in words the day under its cursor."""

    day_wanted = Signal(object)

    def __init__(
        self, group: Group, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.group = group
        self.fields = catalogue.in_group(group)
        self._drawn: Drawn | None = None
        self.setProperty("role", "card")
        name = str(GROUP_NAMES[group])
        self.setAccessibleName(name)
        self.view = ChartView(_("Chart: {name}").format(name=name), theme)
        self.here = label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, GAP + 4)
        column.setSpacing(4)
        column.addLayout(heading_row(name, group))
        column.addWidget(self.here)
        column.addWidget(self.view)
        self.view.day_shown.connect(self._on_day_shown)
        self.view.day_wanted.connect(self.day_wanted)

    def show_chart(self, drawn: Drawn) -> None:
        """Show a drawn chart."""
        self._drawn = drawn
        self.view.show_picture(drawn.picture, drawn.days, self.words)
        self._on_day_shown(self.view.day)

    def words(self, day: date) -> str:
        """What was recorded on a day, in words."""
        by_field = self._drawn.by_field if self._drawn else {}
        said = [
            f"{field.label} {field.words(reading.value)}"
            for field in self.fields
            if (reading := by_field.get(field.key, {}).get(day)) is not None
        ]
        return f"{format_day(day, 'EEEE d MMMM yyyy')}: {', '.join(said)}"

    @Slot(object)
    def _on_day_shown(self, day: date | None) -> None:
        if day is not None:
            self.here.setText(self.words(day) + " · " + _("Enter opens the day"))
        elif self._drawn and self._drawn.days:
            self.here.setText(_("Click a point, or use the arrow keys, to read its day."))
        else:
            self.here.setText(_("Nothing recorded in this time."))
