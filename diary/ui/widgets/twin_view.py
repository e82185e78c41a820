"""The table twin of one chart, in a card: the same numbers, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from diary.charts.twin import Shown
from diary.field import Group
from diary.i18n import _
from diary.ui.models.twin_table import TwinTable
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, heading_row, label

ROW, HEADING = 32, 40
MOST_ROWS = 24
"""A longer table scrolls."""
LEAST_COLUMN = 90


class TwinView(QFrame):
    """What a chart is of, and its numbers; those words alone where there is nothing to count."""

    def __init__(
        self, name: str, theme: Theme, group: Group | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.said, self.note = label("", "secondary"), label("", "small")
        self.model = TwinTable()
        self.table = self._made_table(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, 2 * GAP - 4)
        column.setSpacing(GAP)
        column.addLayout(heading_row(name, group))
        for part in (self.said, self.note, self.table):
            column.addWidget(part)
        column.addStretch(1)
        theme.changed.connect(self._fit)

    def _made_table(self, name: str) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("Table: {name}").format(name=name))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setProperty("role", "twin")
        table.verticalHeader().hide()
        heading = table.horizontalHeader()
        heading.setResizeContentsPrecision(MOST_ROWS)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        return table

    def show_part(self, shown: Shown, *, table: bool) -> None:
        """Show the words of a chart and, if wanted, its numbers."""
        self.said.setText(shown.said)
        self.note.setText(shown.twin.note)
        self.note.setVisible(table and bool(shown.twin.note))
        self.table.setVisible(table and bool(shown.twin.rows))
        if table:
            self.model.show(shown.twin)
            self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a limit."""
        row, heading = self._theme.px(ROW), self._theme.px(HEADING)
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.horizontalHeader().setFixedHeight(heading)
        self.table.horizontalHeader().setMinimumSectionSize(self._theme.px(LEAST_COLUMN))
        self._share_columns()
        rows = min(self.model.rowCount(), MOST_ROWS)
        self.table.setFixedHeight(heading + rows * row + 4)

    def _share_columns(self) -> None:
        """The names get the room that they need, the numbers share the rest."""
        heading, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(self.model.columnCount()):
            heading.setSectionResizeMode(column, mode.Stretch if column else mode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the chosen rows as text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.table.selectedIndexes()})
            QApplication.clipboard().setText(self.model.as_text(rows))
        else:
            super().keyPressEvent(event)
