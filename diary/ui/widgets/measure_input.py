"""A measure: a typed number between less and more buttons, with a sentence where it cannot be.

"93,5" and "93.5" are the same number everywhere. What cannot be taken stays as it was typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.field import Field, InvalidValueError
from diary.i18n import _, format_number
from diary.logic.entered import decimal_of
from diary.logic.units import Unit
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.typed_edit import Reading, TypedEdit

WIDEST = 7
"""The characters of a measure."""
SMALLEST_STEP = 0.5
"""A finer grid is for typing; the buttons go in whole numbers there."""


class _MeasureEdit(TypedEdit):
    """A line that steps with Page Up and Page Down; minus is for temperatures below 0."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step on Page Up and Page Down; Up and Down are the page's."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self.stepped.emit(1)
            case Qt.Key.Key_PageDown:
                self.stepped.emit(-1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                event.ignore()
            case _:
                super().keyPressEvent(event)


class MeasureInput(QWidget):
    """A number on its field's grid; `value_changed` carries it as stored, or None when cleared."""

    value_changed = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._unit = Unit("", field.unit_words or field.label)
        name = str(field.label)
        reading = Reading(self._parse, self._write, self._sentence, optional=True)
        self.edit = _MeasureEdit(name, WIDEST, reading)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.value_changed.connect(self._on_typed)
        self.edit.stepped.connect(self._on_stepped)
        less, more = _("Less: {name}").format(name=name), _("More: {name}").format(name=name)
        self._less = button("−", "quiet", lambda: self._on_stepped(-1), less)
        self._more = button("+", "quiet", lambda: self._on_stepped(1), more)
        self._unit_label: QLabel = label("", "secondary")
        self._lay_out()
        self.show_unit(self._unit)
        self.show_value(None)
        self.setFocusProxy(self.edit)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self._less, self.edit, self._more):
            row.addWidget(part)
        for part in (self._less, self._more):
            part.setFixedWidth(48)
            part.setMinimumHeight(TARGET)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._unit_label, 1)
        whole.addLayout(row)
        whole.addWidget(self.edit.sentence)

    def show_unit(self, unit: Unit) -> None:
        """Show and read the number in this unit; stored it stays in the field's own."""
        value = self.edit.value_or_none()
        self._unit = unit
        self._unit_label.setText(str(unit.words) if self._field.unit_words else "")
        self.edit.show_value(value)
        self._describe()

    # Value.

    def value_or_none(self) -> float | None:
        """The recorded number; None means not recorded."""
        value = self.edit.value_or_none()
        return None if value is None else float(value)

    def show_value(self, value: object) -> None:
        """Show a stored value silently; what is being typed stays.

        What could not be read stays until another value is shown.
        """
        if self.edit.bad and value == self.edit.value_or_none():
            return
        self.edit.show_stored(value)
        self._describe()

    def forget_typed(self) -> None:
        """Show what is stored instead of what could not be read: another day is shown."""
        self.edit.show_value(self.edit.value_or_none())
        self._describe()

    def choose(self, value: object) -> None:
        """What the patient chose; None clears, also what could not be read."""
        changed = value != self.edit.value_or_none()
        self.edit.show_value(value)
        self._describe()
        if changed:
            self.value_changed.emit(value)

    def _describe(self) -> None:
        value = self.edit.value_or_none()
        words = _("not recorded") if value is None else f"{self._write(value)} {self._unit.words}"
        self.edit.setAccessibleDescription(words)

    # Typing and stepping.

    def _parse(self, text: str) -> float | None:
        number = decimal_of(text, str(self._unit.words))
        return None if number is None else self._fitting(number)

    def _fitting(self, shown: float) -> float | None:
        """A number as it is shown, as the field stores it; None where the field cannot."""
        stored = self._unit.stored(shown)
        if self._unit.factor != 1.0:
            stored = round(stored / self._field.step) * self._field.step
        try:
            value = self._field.check(stored)
        except InvalidValueError:
            return None
        return float(value)

    def _write(self, value: float) -> str:
        number = self._unit.shown(value)
        return format_number(number if self._unit.factor == 1.0 else round(number))

    def _sentence(self, text: str) -> str:
        if self._unit.factor == 1.0:
            return str(InvalidValueError(self._field, text))
        low, top = (self._unit.shown(end) for end in (self._field.bottom, self._field.top))
        return _("“{value}” does not fit: this takes a number from {low} to {top}.").format(
            value=text[:40], low=format_number(low), top=format_number(top)
        )

    @Slot(object)
    def _on_typed(self, value: object) -> None:
        self._describe()
        self.value_changed.emit(value)

    @Slot(int)
    def _on_stepped(self, direction: int) -> None:
        self.edit.commit()
        if self.edit.bad:
            return
        step = self._field.step if self._field.step >= SMALLEST_STEP else 1.0
        value = self.edit.value_or_none()
        start = 0.0 if value is None else self._unit.shown(value) + direction * step
        fitting = self._fitting(start if value is not None else max(start, self._field.bottom))
        if fitting is not None:
            self.choose(fitting)
