"""A table of records, a row each: one is always chosen; Enter opens it, Delete deletes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from diary.ui.enter import ENTER
from diary.ui.theme import Theme
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.drawn_rows import Index, is_chosen, paint_strip

if TYPE_CHECKING:
    from diary.ui.models.headed_table import HeadedTable

ROW_IN_LETTERS = 34
"""A row grows with its letters: so many pixels at the usual text size, and never below a target."""
MEASURED = 50
"""By so many rows a column learns its width."""


class RecordTable(QTableView):
    """`open_wanted` and `delete_wanted` are about the chosen row."""

    open_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: HeadedTable, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("role", "records")
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.row_height = max(TARGET, theme.px(ROW_IN_LETTERS))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        heading = self.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setResizeContentsPrecision(MEASURED)
        heading.setStretchLastSection(True)
        self.activated.connect(self._on_activated)

    def wrap_rows(self) -> None:
        """Let rows be as high as their words need; each is measured, so for few rows only."""
        self.verticalHeader().setMinimumSectionSize(self.row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.open_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Delete deletes the chosen one."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in ENTER:
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Draws the chosen row as lists do: a tint, and a bar at its beginning."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        if is_chosen(option):
            paint_strip(painter, option, self._theme, begins=index.column() == 0)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """The words of the chosen row are no others."""
        super().initStyleOption(option, index)
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
