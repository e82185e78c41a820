"""The rows of a chart's twin: words, as they are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt

from diary.charts.twin import Twin
from diary.ui.models.headed_table import HeadedTable, Index

NOTHING = Twin((), ())
BEGINS = Qt.AlignmentFlag.AlignLeading.value | Qt.AlignmentFlag.AlignVCenter.value


class TwinTable(HeadedTable):
    """Each cell is said with its heading."""

    def __init__(self) -> None:
        super().__init__()
        self._twin = NOTHING

    def show(self, twin: Twin) -> None:
        """Show these numbers."""
        self.beginResetModel()
        self._twin, self.headings = twin, twin.headings
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """The rows of the twin."""
        return 0 if parent.isValid() else len(self._twin.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; numbers stand in the middle of their columns."""
        words = self._twin.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.headings[index.column()]}: {words}"
            case Qt.ItemDataRole.TextAlignmentRole if index.column():
                return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; the first begins where the names below it begin."""
        if section == 0 and role == Qt.ItemDataRole.TextAlignmentRole:
            return BEGINS | Qt.TextFlag.TextWordWrap.value
        return super().headerData(section, orientation, role)

    def words(self, row: int) -> tuple[str, ...]:
        """All words of a row."""
        return self._twin.rows[row]

    def as_text(self, rows: Iterable[int]) -> str:
        """Rows with their headings, tab-separated, to be copied."""
        chosen = (self._twin.rows[row] for row in rows)
        return "\n".join("\t".join(row) for row in (self.headings, *chosen))
