"""How a row of the contents of Learn is drawn: a part, a section, or a place that was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from diary.ui.theme import Theme
from diary.ui.widgets.drawn_rows import DrawnRows, Index, Line


class ContentsRows(DrawnRows):
    """What leads nowhere, having nothing under the role `target`, heads the rows below it."""

    def __init__(self, theme: Theme, view: QListView, target: int) -> None:
        super().__init__(theme, view)
        self._target = target

    def is_heading(self, index: Index) -> bool:
        """Whether a row is the title of a part."""
        return index.data(self._target) is None

    def lines(self, index: Index) -> list[Line]:
        """The heading; below that of a found place the words around it."""
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        if self.is_heading(index):
            return [Line(words, self._theme.font(0.9, bold=True), "ink2")]
        heading, _break, snippet = words.partition("\n")
        lines = [Line(heading, self._theme.font(bold=bool(snippet)), "ink")]
        return [*lines, Line(snippet, self._theme.font(), "ink2")] if snippet else lines
