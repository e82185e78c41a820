"""The hits of a search, the newest first. Drawn by `widgets/search_rows.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from diary.i18n import _, format_day
from diary.logic.search import Hit

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole


def title(hit: Hit) -> str:
    """The day and the kind of a hit; the kind alone where there is no day."""
    if hit.text.day is None:
        return hit.text.kind
    return _("{day} · {kind}").format(
        day=format_day(hit.text.day, "EEE d MMM y"), kind=hit.text.kind
    )


class SearchListModel(QAbstractListModel):
    """Hits as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, and its hit."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{title(hit)}: {hit.excerpt}"
        return None
