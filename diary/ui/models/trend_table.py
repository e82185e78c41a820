"""The numbers behind the charts: a row a day, newest first; a column a field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from db.records import Reading
from diary.field import Field
from diary.i18n import _, format_day

Index = QModelIndex | QPersistentModelIndex
ByField = dict[str, dict[date, Reading]]
MISSING = "–"
LATE = "*"


class TrendTable(QAbstractTableModel):
    """“–” is not recorded, 0 is none, a star marks a late entry."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._last = date.min
        self._rows = 0
        self._by_field: ByField = {}

    def show(self, by_field: ByField, first: date, last: date) -> None:
        """Show the days from `first` to `last`."""
        self.beginResetModel()
        self._last = last
        self._rows = (last - first).days + 1
        self._by_field = by_field
        self.endResetModel()

    def day(self, row: int) -> date:
        """The day of a row."""
        return self._last - timedelta(days=row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """One row a day."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """The day and its fields."""
        return 0 if parent.isValid() else len(self._fields) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; its meaning in words for screen readers."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.text(index.row(), index.column())

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        if column == 0:
            return format_day(self.day(row), "EEE d MMM yyyy")
        field = self._fields[column - 1]
        reading = self._by_field.get(field.key, {}).get(self.day(row))
        if reading is None:
            return MISSING
        return field.words(reading.value) + (LATE if reading.late else "")

    def _spoken(self, row: int, column: int) -> str:
        words = self.text(row, column)
        if not column:
            return words
        label = str(self._fields[column - 1].label)
        said = _("not recorded") if words == MISSING else words.replace(LATE, _(", entered late"))
        return f"{label}: {said}"

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The fields' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._fields[section - 1].label) if section else _("Day")

    def as_text(self, rows: Iterable[int]) -> str:
        """Rows with their heading, tab-separated, to be copied."""
        columns = range(self.columnCount())
        horizontal = Qt.Orientation.Horizontal
        lines = ["\t".join(str(self.headerData(column, horizontal)) for column in columns)]
        lines += ["\t".join(self.text(row, column) for column in columns) for row in rows]
        return "\n".join(lines)
