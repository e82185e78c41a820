"""How an entry of the care page is drawn: its title, and below it its lines."""

from __future__ import annotations

from diary.ui.models.care_list import ENTRY, Entry
from diary.ui.widgets.controls import breakable
from diary.ui.widgets.drawn_rows import DrawnRows, Index, Line


class CareRows(DrawnRows):
    """Draws headings and entries. What has no key heads what follows."""

    def is_heading(self, index: Index) -> bool:
        """Whether a row heads those below it."""
        return not index.data(ENTRY).key

    def lines(self, index: Index) -> list[Line]:
        """The title, and each line below it that says something."""
        entry: Entry = index.data(ENTRY)
        theme = self._theme
        lower = theme.font(1.0 if entry.key else 0.9)
        title = Line(
            breakable(entry.title), theme.font(bold=True), "ink" if entry.key else "accent"
        )
        return [title, *(Line(breakable(line), lower, "ink2") for line in entry.lines if line)]
