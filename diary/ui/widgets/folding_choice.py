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
        self._name, self._answers = name, dict(answers)
        self._hidden: frozenset[str] = frozenset()
        self._picker: Picker | None = None
        self._folded = False
        self.chips = ChoiceInput(answers)
        self.chips.set_names(name)
        self.chips.value_changed.connect(self._on_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.chips)

    @property
    def picker(self) -> Picker:
        """The box, made when it is first needed."""
        if self._picker is None:
            self._picker = Picker(self._name)
            self._picker.chosen.connect(self.chips.choose)
            self._picker.hide()
            self._column.addWidget(self._picker)
            self._fill_box()
        return self._picker

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the chosen button, or the box."""
        return self.picker.box if self._folded else self.chips.chosen_button

    def fit(self, width: int) -> None:
        """Fold the buttons into a box where they need more than this width."""
        folded = self.chips.sizeHint().width() > width
        if folded is self._folded:
            return
        focused = self.first_focus.hasFocus()
        self._folded = folded
        self.chips.setVisible(not folded)
        self.picker.setVisible(folded)
        if focused:
            self.first_focus.setFocus()

    def offer(self, key: str, *, offered: bool) -> None:
        """Show or hide one answer."""
        self.chips.offer(key, offered=offered)
        self._hidden = self._hidden - {key} if offered else self._hidden | {key}
        self._fill_box()

    def _fill_box(self) -> None:
        if self._picker is not None:
            words = [each for each in self._answers.items() if each[0] not in self._hidden]
            self._picker.offer([words], self._picker.key)
            self._show_in_box()

    def show_value(self, value: str | None) -> None:
        """Show what is chosen; None where it is none of these."""
        self.chips.show_value(value)
        self._show_in_box()

    def _show_in_box(self) -> None:
        if self._picker is not None:
            box = self._picker.box
            box.setCurrentIndex(box.findData(self.chips.value_or_none()))

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self._show_in_box()
        self.value_changed.emit(value)
