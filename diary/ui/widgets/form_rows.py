"""Labelled inputs below each other, each with the sentence about what does not fit below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.ui.focus import begin_in
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.typed_edit import TypedEdit
from diary.ui.widgets.visit_day import DayEdit


class Ways(NamedTuple):
    """How a value is put into an input, read from it, and what tells that it changed."""

    show: Callable[[Any], object]
    read: Callable[[], Any]
    changed: SignalInstance


@dataclass(frozen=True, slots=True)
class Input:
    """One input: how it is shown, read, and told that its value does not fit."""

    widget: QWidget
    show: Callable[[Any], object]
    read: Callable[[], Any]
    say: Callable[[str], object]
    sentence: QLabel


class FormRows(QWidget):
    """Inputs by the names of their parts. `edited` says that something changed.

    `values` gives only what was changed: what is not touched stays exactly as it was stored.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Any] = {}
        self.inputs: dict[str, Input] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    # Making.

    def add(self, part: str, words: str, widget: QWidget, ways: Ways) -> None:
        """Put an input below its words; a sentence about it has its place below it."""
        sentence = label("", "problem")
        sentence.hide()
        self.place(words, widget, sentence)

        def say(said: str) -> None:
            if said and said != sentence.text():
                announce(widget, said)
            sentence.setText(said)
            sentence.setVisible(bool(said))
            widget.setAccessibleDescription(said)

        self.inputs[part] = Input(widget, ways.show, ways.read, say, sentence)
        ways.changed.connect(self._on_edited)

    def add_typed(self, part: str, words: str, line: TypedEdit) -> None:
        """Put a line that reads what is typed below its words, as wide as its text."""
        self.place(words, line, line.sentence)
        self._column.setAlignment(line, Qt.AlignmentFlag.AlignLeft)
        self.know(part, line)

    def know(self, part: str, line: TypedEdit) -> None:
        """Take in a line that stands in its place already."""
        self.inputs[part] = Input(
            line, line.show_value, line.value_or_none, line.say, line.sentence
        )
        line.value_changed.connect(self._on_edited)
        line.textEdited.connect(self._on_edited)

    def add_days(self, part: str, words: str, day: DayEdit) -> None:
        """Put a day below its words; it brings its own sentence."""
        self.place(words, day)
        self.inputs[part] = Input(day, day.show_value, day.value, day.say, day.line.sentence)
        day.value_changed.connect(self._on_edited)
        day.line.textEdited.connect(self._on_edited)

    def place(self, words: str, widget: QWidget, *below: QWidget) -> None:
        """Put a widget under its words, and what belongs to it below."""
        if words:
            said = label(words, "strong")
            said.setBuddy(widget.focusProxy() or widget)
            self._column.addWidget(said)
            if not widget.accessibleName():
                widget.setAccessibleName(words)
        for each in (widget, *below):
            self._column.addWidget(each)

    def show_input(self, part: str, *, seen: bool) -> None:
        """Show an input with its words, or hide both."""
        made = self.inputs[part]
        made.widget.setVisible(seen)
        made.sentence.setVisible(seen and bool(made.sentence.text()))
        for words in self.findChildren(QLabel):
            if words.buddy() is made.widget:
                words.setVisible(seen)

    # Values.

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what is stored; what is entered from now on counts as changed."""
        for part in self.inputs.keys() & values.keys():
            self.inputs[part].show(values[part])
        self._shown = self.all()
        self.say({})

    def all(self) -> dict[str, Any]:
        """The value of every input."""
        return {part: made.read() for part, made in self.inputs.items()}

    def values(self) -> dict[str, Any]:
        """The values that are others than those shown."""
        return {part: value for part, value in self.all().items() if value != self._shown[part]}

    @property
    def dirty(self) -> bool:
        """Whether anything was changed, or typed and could not be read."""
        return self.bad or bool(self.values())

    def commit(self) -> None:
        """Read what is typed as it stands."""
        for typed in self._typed():
            typed.commit()

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return any(typed.bad for typed in self._typed())

    def _typed(self) -> list[DayEdit | TypedEdit]:
        widgets = (made.widget for made in self.inputs.values())
        return [each for each in widgets if isinstance(each, DayEdit | TypedEdit)]

    # Sentences.

    def say(self, problems: Mapping[str, str]) -> None:
        """Show each sentence at its input; those about unreadable texts stay."""
        for part, made in self.inputs.items():
            if not (isinstance(made.widget, DayEdit | TypedEdit) and made.widget.bad):
                made.say(problems.get(part, ""))

    @property
    def says(self) -> bool:
        """Whether a sentence stands at an input."""
        return any(made.sentence.text() for made in self.inputs.values())

    def focus_wrong(self) -> QWidget | None:
        """Put the keyboard on the first input with a sentence; gives the sentence."""
        wrong = next((made for made in self.inputs.values() if made.sentence.text()), None)
        if wrong is None:
            return None
        begin_in(wrong.widget)
        return wrong.sentence

    def focus_on(self, part: str) -> None:
        """Put the keyboard on an input; what stands in a line is chosen, to be typed over."""
        widget = self.inputs[part].widget
        begin_in(widget)
        if isinstance(widget, TypedEdit):
            widget.selectAll()

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()
