"""The plain list twin of a drawn map: the same regions as rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from diary.i18n import _
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.maps.drawing import Drawing

KEY = Qt.ItemDataRole.UserRole
ROWS, MOST_ROWS = 8, 12
"""The rows that are seen at least, and at most where the list decides its height."""
EDGES, WIDEST = 64, 420


class RegionList(QListWidget):
    """One row a region. A click, Enter or Space choose; the arrows only move.

    `chosen`, `moved` and `graded` are said as those of `DrawnMap` are.
    """

    chosen = Signal(str)
    moved = Signal(str)
    graded = Signal(str, object)

    def __init__(self, drawing: Drawing, *, highest_grade: int | None = None) -> None:
        super().__init__()
        self._highest = highest_grade
        self._labels = {choice.key: str(choice.label) for choice in drawing.regions}
        self._marks: Mapping[str, Mark] = {}
        self.setAccessibleName(_("{map}, as a list").format(map=drawing.name))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setWordWrap(True)
        for key, words in self._labels.items():
            item = QListWidgetItem(words, self)
            item.setData(KEY, key)
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(self._on_moved)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show what is known of the regions beside their names."""
        self._marks = marks
        for row in range(self.count()):
            item = self.item(row)
            mark, name = marks.get(item.data(KEY), Mark()), self._labels[item.data(KEY)]
            item.setText(": ".join(filter(None, (name, mark.short or mark.said))))
            said = ": ".join(filter(None, (name, mark.said)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def show_chosen(self, key: str | None) -> None:
        """Show one region as the chosen one, without saying that it was chosen."""
        for row in range(self.count()):
            if self.item(row).data(KEY) == key and row != self.currentRow():
                blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own call
                self.setCurrentRow(row)
                self.blockSignals(blocked)

    def here(self) -> str | None:
        """The region of the current row; None before there is one."""
        item: QListWidgetItem | None = self.currentItem()
        return None if item is None else str(item.data(KEY))

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEY))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.moved.emit(item.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space choose the current row, a digit grades it, Delete takes that away."""
        key, here = event.key(), self.here()
        grade = key - Qt.Key.Key_0
        if here is None:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(here)
        elif self._highest is not None and 0 <= grade <= self._highest:
            self.graded.emit(here, grade)
        elif self._highest is not None and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.graded.emit(here, None)
        else:
            super().keyPressEvent(event)

    def _widest(self) -> int:
        words = self._labels.values()
        return max(self.fontMetrics().horizontalAdvance(each) for each in words) + EDGES

    def _high(self, rows: int) -> int:
        return self.sizeHintForRow(0) * rows + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its longest name, and as high as all rows of a short list."""
        return QSize(self._widest(), self._high(min(self.count(), MOST_ROWS)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for some rows; all of a short list."""
        return QSize(min(self._widest(), WIDEST), self._high(min(self.count(), ROWS)))
