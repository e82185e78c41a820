"""Which words of tables are cut: by the end of their column, or by the foot of their row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView, QWidget

WRAP = Qt.TextFlag.TextWordWrap
TALLEST = 10_000
AROUND = 8
"""No table has less than so many pixels beside the words of a cell, both ends together."""


def cut_cells(root: QWidget) -> list[str]:
    """The words that are cut, of each table that is seen."""
    tables = [each for each in root.findChildren(QTableView) if each.isVisible()]
    return [words for table in tables for words in (*_cut_headings(table), *_cut_rows(table))]


def _cut_headings(table: QTableView) -> Iterator[str]:
    heading, model = table.horizontalHeader(), table.model()
    if heading.isHidden():
        return
    for column in range(model.columnCount()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        box = QRect(0, 0, heading.sectionSize(column), heading.height())
        if _is_cut(words, box, heading.fontMetrics()):
            yield f"{words} in {box.width()} x {box.height()}"


def _cut_rows(table: QTableView) -> Iterator[str]:
    model: QAbstractItemModel = table.model()
    for row in range(model.rowCount()):
        if not table.viewport().rect().intersects(table.visualRect(model.index(row, 0))):
            continue
        for column in range(model.columnCount()):
            index = model.index(row, column)
            words, box = str(index.data() or ""), table.visualRect(index)
            if _is_cut(words, box, table.fontMetrics()):
                yield f"{words} in {box.width()} x {box.height()}"


def _is_cut(words: str, box: QRect, letters: QFontMetrics) -> bool:
    inside = QRect(0, 0, box.width() - AROUND, TALLEST)
    needed = letters.boundingRect(inside, WRAP, words)
    return needed.width() > inside.width() or needed.height() > box.height()
