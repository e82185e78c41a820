"""A list of medicines, visits or questions: arrows choose, Enter opens, Delete removes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from diary.ui.models.care_list import CareListModel, Entry
from diary.ui.theme import Theme
from diary.ui.widgets.care_rows import CareRows
from diary.ui.widgets.record_list import RecordList

LEAST_HEIGHT = 180


class CareList(RecordList):
    """The signals carry the key of a record; `chosen_changed` also an empty one."""

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    chosen_changed = Signal(str)

    def __init__(self, name: str, help_text: str, theme: Theme) -> None:
        self.rows = CareListModel()
        super().__init__(self.rows, theme, None)
        self.setItemDelegate(CareRows(theme, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    @Slot()
    def _fit(self) -> None:
        """Show a few rows, however large their text."""
        self.setMinimumHeight(self._theme.px(LEAST_HEIGHT))

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these. One that came is chosen; else the one that was, or that takes its place."""
        before, shown = self.rows.entries, list(entries)
        if shown == before:
            return
        key, place = self.chosen, max(0, self.currentIndex().row())
        self.rows.show_entries(shown)
        came = _keys(shown) - _keys(before)
        wanted = came.pop() if len(came) == 1 else key
        if not self.choose(wanted):
            self.setCurrentIndex(self.rows.nearest(place))
        self._on_current()

    @property
    def chosen(self) -> str:
        """The key of the chosen record; empty where none is."""
        return self.rows.key(self.currentIndex())

    @Slot()
    def _on_current(self, _new: object = None, _old: object = None) -> None:
        self.chosen_changed.emit(self.chosen)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        key = self.rows.key(index)
        if key:
            self.open_wanted.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Delete removes; the arrows move."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.chosen:
                self.open_wanted.emit(self.chosen)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.chosen:
                self.remove_wanted.emit(self.chosen)
            case _:
                super().keyPressEvent(event)


def _keys(entries: Iterable[Entry]) -> set[str]:
    return {entry.key for entry in entries if entry.key}
