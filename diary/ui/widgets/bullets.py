"""A list to read: each line stands behind a dot, and wraps below its own beginning."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.widgets.controls import GAP, label

DOT = "•"


class Bullets(QWidget):
    """Shows lines; `words` are all of them, for who has them read aloud."""

    def __init__(self, lines: Iterable[object] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        self.words = ""
        self.show_lines(lines)

    def show_lines(self, lines: Iterable[object]) -> None:
        """Show these in the place of the ones before."""
        while item := self._grid.takeAt(0):
            if before := item.widget():
                before.deleteLater()
        texts = [str(line) for line in lines]
        for row, text in enumerate(texts):
            self._grid.addWidget(label(DOT, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(text), row, 1)
        self.words = " ".join(texts)
