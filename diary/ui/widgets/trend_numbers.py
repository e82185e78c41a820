"""The table twin of the charts: the same numbers, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from diary.field import Field, Kind
from diary.i18n import _
from diary.ui.models.trend_table import Load, TrendTable
from diary.ui.theme import Theme
from diary.ui.widgets.column_widths import wish_of
from diary.ui.widgets.controls import label

LEAST_HEIGHT, MOST_LINES = 130, 3
SHORT_COLUMN, COLUMN, CHOICE_COLUMN = 76, 118, 270
"""The least width of a column of bare numbers, of one with units, the most of one of answers."""
ROW, SIDE, TALLEST = 32, 8, 10_000
BARE = frozenset({Kind.SCALE10, Kind.GRADE, Kind.COUNT, Kind.YES_NO})


class TrendNumbers(QWidget):
    """A row a day. Enter opens the day; Ctrl+C copies the chosen rows."""

    day_wanted = Signal(object)

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
        self.table.setProperty("role", "twin")
        self.table.verticalHeader().hide()
        heading = self.table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.table.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = _("– is not recorded, 0 is none, * was entered late. Ctrl+C copies chosen rows.")
        column.addWidget(self.table, 1)
        column.addWidget(label(words, "secondary"))
        theme.changed.connect(self._fit)
        self._fit()

    def fill(self, fields: Sequence[Field], load: Load, first: date, last: date) -> None:
        """Fill the table with the days from `first` to `last`, read when they come into view."""
        self.fields = tuple(fields)
        self.model.show(fields, load, first, last)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Columns as narrow as their words allow, and a heading as high as its own."""
        px, heading = self._theme.px, self.table.horizontalHeader()
        self.table.setMinimumHeight(px(LEAST_HEIGHT))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self.table.setColumnWidth(0, self.table.sizeHintForColumn(0) + 2 * SIDE)
        highest = heading.fontMetrics().height()
        for column, field in enumerate(self.fields, 1):
            width = self._width_of(field)
            self.table.setColumnWidth(column, width)
            highest = max(highest, self._height_of(str(field.label), width))
        heading.setFixedHeight(highest + 3 * SIDE)

    def _width_of(self, field: Field) -> int:
        """Room for a heading of a few lines and for what the cells say."""
        px, letters = self._theme.px, self.table.fontMetrics()
        answers = max(
            (letters.horizontalAdvance(str(each.label)) for each in field.choices), default=0
        )
        least = px(SHORT_COLUMN if field.kind in BARE else COLUMN)
        heading = wish_of([(str(field.label), letters)], 3 * SIDE, least)
        width = max(heading.least, min(answers + 3 * SIDE, px(CHOICE_COLUMN)))
        while self._height_of(str(field.label), width) > MOST_LINES * letters.lineSpacing():
            width += SIDE
        return width

    def _height_of(self, words: str, width: int) -> int:
        """The height of a heading whose words wrap."""
        letters, room = (
            self.table.horizontalHeader().fontMetrics(),
            QRect(0, 0, width - 2 * SIDE, TALLEST),
        )
        return letters.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()

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
