"""The conflicts of an import as a list, each with what is chosen. Words are made when shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from diary.i18n import _
from diary.merging import Choices, Conflict, Rule
from diary.ui.import_words import conflict_name, sides

if TYPE_CHECKING:
    from diary.field import Catalogue

Index = QModelIndex | QPersistentModelIndex


class ConflictList(QAbstractListModel):
    """One row a conflict: its name, and what counts."""

    def __init__(self, conflicts: Sequence[Conflict], catalogue: Catalogue, now: datetime) -> None:
        super().__init__()
        self._conflicts, self._catalogue, self._now = conflicts, catalogue, now
        self.choices = Choices()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._conflicts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row; `UserRole` gives the conflict."""
        conflict = self._conflicts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(conflict)
            case Qt.ItemDataRole.UserRole:
                return conflict
        return None

    def _words(self, conflict: Conflict) -> str:
        here, there = sides(conflict, self._catalogue, self._now)
        theirs = self.choices.takes(conflict)
        sentence = _("From the file: {value}") if theirs else _("From here: {value}")
        value = there.short if theirs else here.short
        return f"{conflict_name(conflict, self._catalogue)}\n{sentence.format(value=value)}"

    def choose(self, rule: Rule) -> None:
        """One rule for all; what was chosen one by one is forgotten."""
        self.choices = Choices(rule)
        self._say_changed(0, len(self._conflicts) - 1)

    def choose_one(self, row: int, rule: Rule) -> None:
        """Another answer for one."""
        single = {**self.choices.single, self._conflicts[row].key: rule}
        self.choices = Choices(self.choices.rule, single)
        self._say_changed(row, row)

    def _say_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))
