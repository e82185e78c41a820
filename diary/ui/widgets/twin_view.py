"""The table twin of one chart, in a card: the same numbers, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
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
from diary.ui.widgets.column_widths import Wish, shared, wish_of
from diary.ui.widgets.controls import GAP, PART, heading_row, label

ROW, HEADING, EDGE = 32, 46, 2
MOST_ROWS = 24
"""A longer table scrolls."""
MEASURED = 400
"""By so many rows a table learns how wide its columns are, so that the window never waits."""
LEAST_COLUMN = 68
SIDE, TALLEST = 8, 10_000
AROUND = 3 * SIDE
"""What a cell has beside its words, at both ends together."""
WRAP = Qt.TextFlag.TextWordWrap


class _Table(QTableView):
    """Tells when there is more or less room for its columns."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it."""
        super().resizeEvent(event)
        self.resized.emit()


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
        self._wishes: list[Wish] = []
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
        self.table.resized.connect(self._settle.start)
        theme.changed.connect(self._settle.start)

    def _made_table(self, name: str) -> _Table:
        table = _Table()
        table.setModel(self.model)
        table.setAccessibleName(_("Table: {name}").format(name=name))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setProperty("role", "twin")
        table.verticalHeader().hide()
        heading = table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | WRAP)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
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

    @property
    def least_width(self) -> int:
        """Pixels in which no word of the table is cut; 0 where no table is shown."""
        if self.table.isHidden():
            return 0
        return sum(wish.least for wish in self._wishes) + 4 * GAP + 2 * EDGE

    def _measure(self) -> None:
        """Find out what each column needs for its heading and its cells."""
        letters, least = self.table.fontMetrics(), self._theme.px(LEAST_COLUMN)
        rows = [self.model.words(row) for row in range(self._measured)]
        wishes = [
            wish_of(
                [(heading, self._heading_letters), *((row[column], letters) for row in rows)],
                AROUND,
                least,
            )
            for column, heading in enumerate(self.model.headings)
        ]
        if wishes != self._wishes:
            self._wishes = wishes
            self.updateGeometry()

    @property
    def _measured(self) -> int:
        return min(self.model.rowCount(), MEASURED)

    @property
    def _heading_letters(self) -> QFontMetrics:
        return self.table.horizontalHeader().fontMetrics()

    def _height_in(self, widths: list[int], words: tuple[str, ...], letters: QFontMetrics) -> int:
        """What a row needs for its words, wrapped in columns of these widths."""
        boxes = (
            letters.boundingRect(QRect(0, 0, width - AROUND, TALLEST), WRAP, text)
            for width, text in zip(widths, words, strict=True)
        )
        return max((box.height() for box in boxes), default=0) + SIDE

    @Slot()
    def _fit(self) -> None:
        """No word is cut: columns have room for theirs, rows are as high as their wrapped lines."""
        header, room = self.table.horizontalHeader(), self.table.viewport().width()
        self._measure()
        widths = shared(self._wishes, room)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        above = self._height_in(widths, self.model.headings, self._heading_letters)
        header.setFixedHeight(max(self._theme.px(HEADING), above))
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if header.length() > room else 0
        self.table.setFixedHeight(header.height() + self._fit_rows(widths) + below + 2 * EDGE)

    def _fit_rows(self, widths: list[int]) -> int:
        """How high the rows that are seen are together; those of a long table are all alike."""
        rows, letters = self.table.verticalHeader(), self.table.fontMetrics()
        least = self._theme.px(ROW)
        heights = [
            max(least, self._height_in(widths, self.model.words(row), letters))
            for row in range(self._measured)
        ]
        rows.setDefaultSectionSize(max(heights, default=least))
        if len(heights) > MOST_ROWS:
            return rows.defaultSectionSize() * MOST_ROWS
        for row, height in enumerate(heights):
            rows.resizeSection(row, height)
        return sum(heights)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the chosen rows as text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.table.selectedIndexes()})
            QApplication.clipboard().setText(self.model.as_text(rows))
        else:
            super().keyPressEvent(event)
