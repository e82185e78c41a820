"""A field of several answers: chips that stay down, their keys as one text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.field import Field
from diary.ui.widgets.choice_chips import Chip, ChoiceChips


class SeveralInput(QWidget):
    """`value_changed` carries the keys with spaces between; None when none is chosen any more."""

    value_changed = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChoiceChips(
            str(field.label),
            [Chip(choice.key, str(choice.label)) for choice in field.choices],
            alone=[choice.key for choice in field.choices if choice.alone],
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.chips)
        self.chips.value_changed.connect(self._on_chosen)
        self.setFocusProxy(self.chips)

    def value_or_none(self) -> str | None:
        """The chosen keys; None means not recorded."""
        return " ".join(self.chips.value()) or None

    def show_value(self, value: object) -> None:
        """Show stored answers without saying that they changed."""
        self.chips.show_value(str(value or "").split())

    def choose(self, value: object) -> None:
        """What the patient chose."""
        changed = value != self.value_or_none()
        self.show_value(value)
        if changed:
            self.value_changed.emit(value)

    @Slot(object)
    def _on_chosen(self, _keys: object) -> None:
        self.value_changed.emit(self.value_or_none())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete clears."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        else:
            event.ignore()
