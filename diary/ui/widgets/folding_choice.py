"""One answer out of a few: a row of buttons where they fit in one line, else a labelled box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.picker import Picker


class FoldingChoice(QWidget):
    """`value_changed` carries the key, as that of the buttons does. The parent calls `fit`."""

    value_changed = Signal(object)

    def __init__(
        self, name: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answers = dict(answers)
        self.chips = ChoiceInput(answers)
        self.chips.set_names(name)
        self.chips.value_changed.connect(self._on_chosen)
        self.picker = Picker(name)
        self.picker.chosen.connect(self.chips.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.chips, self.picker):
            column.addWidget(part)
        self.picker.hide()
        self._offer(list(self._answers))

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the chosen button, or the box."""
        return self.chips.chosen_button if self.picker.isHidden() else self.picker.box

    def fit(self, width: int) -> None:
        """Fold the buttons into a box where they need more than this width."""
        folded = self.chips.sizeHint().width() > width
        if folded == self.picker.isVisibleTo(self):
            return
        focused = self.first_focus.hasFocus()
        self.chips.setVisible(not folded)
        self.picker.setVisible(folded)
        if focused:
            self.first_focus.setFocus()

    def offer(self, key: str, *, offered: bool) -> None:
        """Show or hide one answer."""
        self.chips.offer(key, offered=offered)
        self._offer([each for each in self._answers if offered or each != key])

    def _offer(self, keys: Sequence[str]) -> None:
        self.picker.offer([[(key, self._answers[key]) for key in keys]], self.picker.key)
        self._show_in_box()

    def show_value(self, value: str | None) -> None:
        """Show what is chosen; None where it is none of these."""
        self.chips.show_value(value)
        self._show_in_box()

    def _show_in_box(self) -> None:
        box = self.picker.box
        box.setCurrentIndex(box.findData(self.chips.value_or_none()))

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self._show_in_box()
        self.value_changed.emit(value)
