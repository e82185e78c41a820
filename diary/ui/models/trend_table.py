"""The numbers behind the charts: a row a day, newest first; a column a field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt

from diary.charts.day_table import heading, line
from diary.charts.describe import amount
from diary.charts.series import Series
from diary.field import Field
from diary.i18n import _, format_day
from diary.ui.models.headed_table import HeadedTable, Index

Load = Callable[[date, date], Series]
MISSING = "–"
LATE = "*"
PART = 90
"""So many days are read at a time, when they come into view."""


class TrendTable(HeadedTable):
    """“–” is not recorded, 0 is none, a star marks a late entry."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[Field, ...] = ()
        self._last = date.min
        self._rows = 0
        self._load: Load | None = None
        self._parts: dict[int, Series] = {}

    def show(self, fields: Sequence[Field], load: Load, first: date, last: date) -> None:
        """Show the days from `first` to `last`, read by `load` when they come into view."""
        self.beginResetModel()
        self._fields = tuple(fields)
        self.headings = (_("Day"), *(str(field.label) for field in fields))
        self._load, self._last = load, last
        self._rows = (last - first).days + 1
        self._parts = {}
        self.endResetModel()

    def day(self, row: int) -> date:
        """The day of a row."""
        return self._last - timedelta(days=row)

    def _series(self, row: int) -> Series | None:
        part = row // PART
        if part not in self._parts and self._load is not None:
            self._parts[part] = self._load(self.day((part + 1) * PART - 1), self.day(part * PART))
        return self._parts.get(part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """One row a day."""
        return 0 if parent.isValid() else self._rows

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
        field, day, series = self._fields[column - 1], self.day(row), self._series(row)
        if series is None or day not in (values := series.shown.get(field.key, {})):
            return MISSING
        late = day in series.late.get(field.key, ())
        return amount(field, values[day]) + (LATE if late else "")

    def _spoken(self, row: int, column: int) -> str:
        words = self.text(row, column)
        if not column:
            return words
        said = _("not recorded") if words == MISSING else words.replace(LATE, _(", entered late"))
        return f"{self.headings[column]}: {said}"

    def as_text(self, rows: Iterable[int]) -> str:
        """Rows with their heading, to be copied."""
        days = ((self.day(row), self._series(row)) for row in rows)
        lines = (line(self._fields, day, series) for day, series in days if series is not None)
        return "\n".join((heading(self._fields), *lines))
