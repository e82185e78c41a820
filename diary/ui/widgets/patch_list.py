"""The patches as rows, of which one at a time shows its history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import PatchCheck
from diary.logic.patches import PatchHistory
from diary.ui.focus import order_tabs, same_place
from diary.ui.widgets.controls import PART
from diary.ui.widgets.patch_row import PatchRow


class PatchList(QWidget):
    """What its rows want, it passes on: the signals are those of `PatchRow`."""

    measure_wanted = Signal(str)
    edit_wanted = Signal(str)
    check_wanted = Signal(PatchCheck)
    check_removed = Signal(PatchCheck)

    def __init__(self, photos: Callable[[str], QWidget]) -> None:
        super().__init__()
        self._photos = photos
        self._opened = ""
        self.rows: dict[str, PatchRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(PART)

    def show_patches(self, known: Sequence[PatchHistory]) -> None:
        """Show these in this order; rows of which nothing changed stay as they are."""
        with same_place(self):
            self._fill(known)

    def _fill(self, known: Sequence[PatchHistory]) -> None:
        kept = {each.patch.id: each for each in known}
        for key, row in list(self.rows.items()):
            if kept.get(key) != row.history:
                self._drop(key, row)
        for place, history in enumerate(known):
            row = self.rows.get(history.patch.id) or self._make(history)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()  # at once: a hidden row cannot take the keyboard
        self._order()

    def _drop(self, key: str, row: PatchRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        del self.rows[key]

    def _make(self, history: PatchHistory) -> PatchRow:
        row = PatchRow(history, self._photos)
        row.measure_wanted.connect(self.measure_wanted)
        row.edit_wanted.connect(self.edit_wanted)
        row.check_wanted.connect(self.check_wanted)
        row.check_removed.connect(self.check_removed)
        row.opened.connect(self._on_opened)
        row.show_details(shown=history.patch.id == self._opened)
        self.rows[history.patch.id] = row
        return row

    def open_patch(self, patch_id: str) -> None:
        """Show the history of one patch, and close the others."""
        self._opened = patch_id
        for key, row in self.rows.items():
            if row.is_open != (key == patch_id):
                row.show_details(shown=key == patch_id)
        self._order()

    def _order(self) -> None:
        """Let Tab go through the rows as they stand."""
        if self.rows:
            order_tabs(sorted(self.rows.values(), key=self._column.indexOf))

    @Slot(str, bool)
    def _on_opened(self, patch_id: str, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self.open_patch(patch_id if shown else "")
