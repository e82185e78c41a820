"""A sore day by day, the latest first: how much it hurt, and what was seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt

from db.records import SoreDay
from diary.event_words import SORE_SIGNS, word
from diary.i18n import N_, _, format_day, format_list, format_number
from diary.ui.models.headed_table import HeadedTable, Index

MISSING = "–"
NO_SIGNS = N_("None")


class SoreTable(HeadedTable):
    """“–” is not recorded, 0 is none."""

    def __init__(self) -> None:
        super().__init__((_("Day"), _("Pain, 0 to 10"), _("Signs")))
        self._rows: list[SoreDay] = []

    def show(self, days: Iterable[SoreDay]) -> None:
        """Show these instead, the latest first."""
        self.beginResetModel()
        self._rows = list(days)
        self.endResetModel()

    def entry(self, row: int) -> SoreDay | None:
        """The day of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        """One row a recorded day."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; with the name of its column for screen readers."""
        words = _cells(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = _("not recorded") if words == MISSING else words
            return f"{self.headings[index.column()]}: {said}"
        return None


def _cells(entry: SoreDay) -> list[str]:
    signs = format_list([_sign(each) for each in entry.signs])
    return [
        format_day(entry.day, "EEE d MMM yyyy"),
        MISSING if entry.pain is None else format_number(entry.pain),
        signs or MISSING,
    ]


def _sign(key: str) -> str:
    return str(NO_SIGNS) if key == "none" else word(SORE_SIGNS, key)
