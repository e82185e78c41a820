"""What lists of records have in common: one is always chosen, rows wrap, nothing scrolls aside."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from diary.ui.theme import Theme


class Records(Protocol):
    """What the model of such a list can say."""

    def index_of(self, key: str) -> QModelIndex:
        """Where a record stands; invalid where it does not."""

    def nearest(self, place: int) -> QModelIndex:
        """The record at a place or next to it."""


class RecordList(QListView):
    """Subclasses set their model and delegate, and say what is chosen."""

    def __init__(self, model: QAbstractItemModel, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self._records = cast("Records", model)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._wrap_anew)

    def choose(self, key: str) -> bool:
        """Choose a record; False where it is not shown."""
        index = self._records.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    @Slot()
    def _wrap_anew(self) -> None:
        """Rows that nobody sees are wrapped when they are shown."""
        if self.isVisible():
            self.doItemsLayout()
        else:
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Coming in, something is always chosen."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._records.nearest(max(0, self.currentIndex().row())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
