"""One patch on the page: what is known of it, and, opened, its sizes and photos."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.records import PatchCheck
from diary.i18n import _, format_day
from diary.logic.patches import (
    PatchHistory,
    last_size_words,
    place_words,
    size_words,
    state_words,
)
from diary.ui.widgets.controls import GAP, PART, TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout


class PatchRow(QFrame):
    """The signals carry the patch’s id; those about a size carry the check."""

    measure_wanted = Signal(str)
    edit_wanted = Signal(str)
    opened = Signal(str, bool)
    check_wanted = Signal(object)
    check_removed = Signal(object)

    def __init__(self, history: PatchHistory, photos: Callable[[str], QWidget | None]) -> None:
        super().__init__()
        self.history, self._photos = history, photos
        key, name = history.patch.id, place_words(history.patch)
        self.setProperty("role", "panel")
        self.setAccessibleName(name)
        self.measure_button = writing(
            _button(_("Measure again"), lambda: self.measure_wanted.emit(key), name)
        )
        self.edit_button = _button(_("Edit"), lambda: self.edit_wanted.emit(key), name)
        self.more_button = _button(_("History and photos"), self._on_more, name)
        self._details: QWidget | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        patch = self.history.patch
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, PART)
        column.setSpacing(4)
        column.addWidget(label(place_words(patch), "strong"))
        column.addWidget(label(state_words(patch), "secondary"))
        for words in (last_size_words(self.history), patch.note.strip()):
            if words:
                column.addWidget(label(words))
        tools = QWidget()
        buttons = FlowLayout(tools)
        for made in (self.measure_button, self.edit_button, self.more_button):
            buttons.addWidget(made)
        column.addSpacing(4)
        column.addWidget(tools)

    @property
    def is_open(self) -> bool:
        """Whether its sizes and photos are shown."""
        return self._details is not None

    @Slot()
    def _on_more(self) -> None:
        self.show_details(shown=not self.is_open)
        self.opened.emit(self.history.patch.id, self.is_open)

    def show_details(self, *, shown: bool) -> None:
        """Open it, or close it."""
        if shown and self._details is None:
            self._details = self._make_details()
            self._column.addWidget(self._details)
        elif not shown and self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None
        self.more_button.setText(_("Close") if shown else _("History and photos"))
        name = place_words(self.history.patch)
        self.more_button.setAccessibleName(f"{self.more_button.text()}: {name}")

    def _make_details(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(_("Sizes"), "strong"))
        if not self.history.checks:
            column.addWidget(label(_("None is written down yet."), "secondary"))
        for check in self.history.checks:
            column.addLayout(self._size_row(check))
        photos = self._photos(self.history.patch.id)
        if photos is not None:
            column.addWidget(label(_("Photos"), "strong"))
            column.addWidget(photos)
        return made

    def _size_row(self, check: PatchCheck) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        day = format_day(check.day)
        row.addWidget(label(day, "secondary"), 2)
        row.addWidget(label(size_words(check)), 3)
        row.addWidget(_button(_("Edit"), partial(self.check_wanted.emit, check), day))
        row.addWidget(writing(_button(_("Delete"), partial(self.check_removed.emit, check), day)))
        return row


def _button(words: str, on_click: Callable[[], object], about: str) -> QPushButton:
    made = button(words, "quiet", on_click, f"{words}: {about}")
    made.setMinimumHeight(TARGET)
    return made
