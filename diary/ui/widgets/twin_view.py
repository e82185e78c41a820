"""The table twin of one chart, in a card: the same numbers, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Slot
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
from diary.ui.widgets.controls import GAP, PART, heading_row, label

ROW, HEADING, EDGE = 32, 46, 2
MOST_ROWS = 24
"""A longer table scrolls."""
LEAST_COLUMN, NAMES = 68, 0.42
"""The least width of a column, and the most that names take of the table."""
SIDE, TALLEST = 8, 10_000


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
        column.setContentsMargins(2 * GAP, PART, 2 * GAP, PART)
        column.setSpacing(GAP)
        column.addLayout(heading_row(name, group))
        for part in (self.said, self.note, self.table):
            column.addWidget(part)
        column.addStretch(1)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit)
        self.table.horizontalHeader().sectionResized.connect(self._settle.start)
        theme.changed.connect(self._settle.start)

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
            self._settle.start()

    def _share_columns(self) -> None:
        """The names get what they need, at most a share; the others part the rest."""
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(1, self.model.columnCount()):
            header.setSectionResizeMode(column, mode.Stretch)
        if self.model.columnCount():
            header.setSectionResizeMode(0, mode.Fixed)
            widest = round(NAMES * self.table.viewport().width())
            header.resizeSection(0, min(self.table.sizeHintForColumn(0) + 2 * SIDE, widest))

    def _height_of(self, row: int) -> int:
        """What a row needs for its words, wrapped in their columns."""
        letters, header = self.table.fontMetrics(), self.table.horizontalHeader()
        wrap = Qt.TextFlag.TextWordWrap
        heights = (
            letters.boundingRect(
                QRect(0, 0, header.sectionSize(column) - 3 * SIDE, TALLEST), wrap, words
            ).height()
            for column, words in enumerate(self.model.words(row))
        )
        return max(self._theme.px(ROW), max(heights) + SIDE)

    @Slot()
    def _fit(self) -> None:
        """As high as its rows, whose words wrap; a long table scrolls, a line a row."""
        row, heading = self._theme.px(ROW), self._theme.px(HEADING)
        rows, header = self.table.verticalHeader(), self.table.horizontalHeader()
        rows.setDefaultSectionSize(row)
        header.setFixedHeight(heading)
        header.setMinimumSectionSize(self._theme.px(LEAST_COLUMN))
        self._share_columns()
        inside = row * MOST_ROWS
        if self.model.rowCount() <= MOST_ROWS:
            for place in range(self.model.rowCount()):
                rows.resizeSection(place, self._height_of(place))
            inside = rows.length()
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if header.length() > self.table.viewport().width() else 0
        self.table.setFixedHeight(heading + inside + below + 2 * EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the chosen rows as text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.table.selectedIndexes()})
            QApplication.clipboard().setText(self.model.as_text(rows))
        else:
            super().keyPressEvent(event)
