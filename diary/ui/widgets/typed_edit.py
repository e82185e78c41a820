"""A line that reads what people type. What it cannot read stays, with a sentence beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy

from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import TARGET, label
from diary.ui.widgets.value_line import ValueLine

EDGES = 34
"""Padding and borders of a line, in pixels."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line reads text, writes a value, and says that it could not read a text."""

    parse: Callable[[str], Any]
    write: Callable[[Any], str]
    sentence: Callable[[str], str]
    optional: bool = False


class TypedEdit(ValueLine):
    """One typed value; `value_changed` carries it once it was read (None: the line is empty).

    `sentence` is the label that says what is wrong; the owner places it near the line.
    """

    value_changed = Signal(object)

    def __init__(self, name: str, characters: int, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._characters = characters
        self._value: Any = None
        self._bad = False
        self.setAccessibleName(name)
        self.setMinimumHeight(TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sentence: QLabel = label("", "problem")
        self.sentence.hide()
        self.editingFinished.connect(self.commit)

    @property
    def bad(self) -> bool:
        """Whether its text could not be read."""
        return self._bad

    def value_or_none(self) -> Any:
        """The last value that was read."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a value without saying that it changed."""
        self._value = value
        self._bad = False
        self.setText("" if value is None else self._reading.write(value))
        self.updateGeometry()
        self.say("")

    def show_stored(self, value: Any) -> None:
        """Show a value that was stored elsewhere; what is being typed stays as it is."""
        if self.isModified() and not self._bad:
            self._value = value
        else:
            self.show_value(value)

    @Slot()
    def commit(self) -> None:
        """Read the text as it stands."""
        text = self.text().strip()
        if text == ("" if self._value is None else self._reading.write(self._value)):
            self._forgive()
            return
        value = self._reading.parse(text)
        self._bad = value is None and not (self._reading.optional and not text)
        if self._bad:
            self.say(self._reading.sentence(text))
            return
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.value_changed.emit(value)

    def _forgive(self) -> None:
        """Its text can be read; what else is said of its value is not this line's to take away."""
        if self._bad:
            self._bad = False
            self.say("")

    def say(self, sentence: str) -> None:
        """Show and announce a sentence about this line; an empty one takes it away."""
        if sentence and sentence != self.sentence.text():
            announce(self, sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its usual number of characters, and for the value that it shows."""
        letters = self.fontMetrics()
        shown = "" if self._value is None else self._reading.write(self._value)
        usual = letters.horizontalAdvance("0") * self._characters
        width = max(usual, letters.horizontalAdvance(shown)) + EDGES
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not narrower than its usual text, unless that is very long."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 320), hint.height())
