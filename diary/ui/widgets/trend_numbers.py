"""The table twin of the charts: the same numbers, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from diary.field import Field, Kind
from diary.i18n import _
from diary.ui.models.trend_table import Load, TrendTable
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button, label

HEIGHT = 470
COLUMN = 118
FIRST_COLUMN = 165
CHOICE_COLUMN = 270
ROW = 32
HEADING = 84


class TrendNumbers(QWidget):
    """A row a day. Enter opens the day; Ctrl+C copies the chosen rows, the button all of them."""

    day_wanted = Signal(object)
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields: tuple[Field, ...] = ()
        self.model = TrendTable()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Recorded values, a row a day"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        heading = self.table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.table.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.copy_button = button(_("Copy as text"), on_click=self.copy_wanted.emit)
        self.copy_button.setMinimumHeight(44)
        words = _("– is not recorded, 0 is none, * was entered late. Ctrl+C copies chosen rows.")
        head = QHBoxLayout()
        head.addWidget(label(words, "secondary"), 1)
        head.addWidget(self.copy_button)
        column.addLayout(head)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        self._fit()

    def fill(self, fields: Sequence[Field], load: Load, first: date, last: date) -> None:
        """Fill the table with the days from `first` to `last`, read when they come into view."""
        self.fields = tuple(fields)
        self.model.show(fields, load, first, last)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = self._theme.px
        self.table.setMinimumHeight(px(HEIGHT))
        self.table.horizontalHeader().setDefaultSectionSize(px(COLUMN))
        self.table.setColumnWidth(0, px(FIRST_COLUMN))
        for column, field in enumerate(self.fields, 1):
            wide = field.kind in {Kind.CHOICE, Kind.SEVERAL}
            self.table.setColumnWidth(column, px(CHOICE_COLUMN if wide else COLUMN))
        self.table.horizontalHeader().setMinimumHeight(px(HEADING))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.day_wanted.emit(self.model.day(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the chosen rows as text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.table.selectedIndexes()})
            QApplication.clipboard().setText(self.model.as_text(rows))
        else:
            super().keyPressEvent(event)
