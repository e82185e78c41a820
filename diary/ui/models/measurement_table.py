"""All measurements of one measure, newest first: a row each, in the chosen unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, Qt

from db.records import Measurement
from diary.event_words import word
from diary.i18n import _, format_day, format_number, format_time
from diary.logic.measurements import OXYGEN, PRESSURE, WEIGHT, value_words
from diary.logic.units import Units
from diary.measures import MEASURES, OXYGEN_PLACES
from diary.ui.models.headed_table import HeadedTable, Index

Column = tuple[str, Callable[[Measurement], str]]


class MeasurementTable(HeadedTable):
    """Day, time, value, what belongs to it, and the note."""

    def __init__(self, measure: str, units: Units) -> None:
        columns = _columns(measure, units)
        super().__init__(name for name, _write in columns)
        self._columns = columns
        self._rows: list[Measurement] = []

    def show(self, events: Iterable[Measurement]) -> None:
        """Show these instead, given in the order of time."""
        self.beginResetModel()
        self._rows = list(events)[::-1]
        self.endResetModel()

    def measurement(self, row: int) -> Measurement | None:
        """The measurement of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, event_id: str) -> int:
        """The row of a measurement; -1 where it is not shown."""
        return next((n for n, each in enumerate(self._rows) if each.id == event_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """One row a measurement."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; with the name of its column for screen readers."""
        name, write = self._columns[index.column()]
        words = write(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}: {words}" if words else name
        return None


def _columns(measure: str, units: Units) -> list[Column]:
    value = f"{MEASURES[measure].label}, {units.of(measure).words}"
    columns: list[Column] = [
        (_("Day"), lambda each: format_day(each.day, "EEE d MMM yyyy")),
        (_("Time"), lambda each: format_time(each.measured_at)),
        (value, lambda each: value_words(each, units)),
    ]
    if measure == PRESSURE:
        columns.append((_("Pulse"), _pulse))
    if measure == OXYGEN:
        columns.append((_("Where"), lambda each: word(OXYGEN_PLACES, each.place)))
    if measure == WEIGHT:
        columns.append((_("Change intended"), _intended))
    return [*columns, (_("Note"), lambda each: " ".join(each.note.split()))]


def _pulse(event: Measurement) -> str:
    return "" if event.pulse is None else format_number(event.pulse)


def _intended(event: Measurement) -> str:
    if event.intended is None:
        return ""
    return _("yes") if event.intended else _("no")
