"""The aims that fit what was typed. Drawn by `widgets/aim_rows.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from diary.i18n import _
from diary.logic.aims import Aim

Index = QModelIndex | QPersistentModelIndex
AIM = Qt.ItemDataRole.UserRole


def spoken(aim: Aim) -> str:
    """An aim in one line: what kind it is, its words, and its key."""
    whole = _("{kind}: {words}") if aim.kind else "{words}"
    words = whole.format(kind=aim.kind, words=aim.words)
    return f"{words}, {aim.keys}" if aim.keys else words


class AimListModel(QAbstractListModel):
    """Aims as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aims: Sequence[Aim] = ()

    def show_aims(self, aims: Sequence[Aim]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._aims = aims
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._aims)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, and its aim."""
        if not index.isValid():
            return None
        aim = self._aims[index.row()]
        if role == AIM:
            return aim
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(aim)
        return None
