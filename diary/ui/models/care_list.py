"""Entries of the care page's lists: medicines, visits and questions, under their headings.

Drawn by `widgets/care_rows.py`; to screen readers each entry is its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the key of its record (empty: a heading), its title and the lines below it."""

    key: str
    title: str
    lines: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All of it, as read aloud."""
        return ". ".join(part for part in (self.title, *self.lines) if part)


class CareListModel(QAbstractListModel):
    """Entries in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    @property
    def entries(self) -> list[Entry]:
        """What is shown."""
        return list(self._entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many headings and entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def key(self, index: Index) -> str:
        """The key of a row's record; empty for a heading."""
        entry = self.entry(index)
        return entry.key if entry else ""

    def index_of(self, key: str) -> QModelIndex:
        """The row of a record; invalid where it is not shown."""
        for place, entry in enumerate(self._entries):
            if key and entry.key == key:
                return self.index(place)
        return QModelIndex()

    def nearest(self, place: int) -> QModelIndex:
        """The record at a row, or the next one below it, or else the last above."""
        records = [n for n, entry in enumerate(self._entries) if entry.key]
        ahead = [n for n in records if n >= place]
        found = ahead[:1] or records[-1:]
        return self.index(found[0]) if found else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; the arrow keys pass over them."""
        if not self.key(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, and its entry."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return entry.words
        return None
