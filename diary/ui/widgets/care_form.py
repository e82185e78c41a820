"""A column of labelled inputs, each with its sentence below it. Used by the care dialogs.

`values` gives only what was changed: what is not touched stays exactly as it was stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import format_time
from diary.logic.entered import time_of
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.moment_edit import no_time
from diary.ui.widgets.typed_edit import Reading, TypedEdit
from diary.ui.widgets.visit_day import DayEdit, DayRule

LONGEST = 200
"""Characters of a line."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input: how it is shown, read, and told that its value does not fit."""

    widget: QWidget
    show: Callable[[Any], object]
    read: Callable[[], Any]
    say: Callable[[str], object]
    sentence: QLabel


class CareForm(QWidget):
    """Inputs by the names of their parts. `edited` says that something changed."""

    edited = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], week_begins: Callable[[], int]
    ) -> None:
        super().__init__()
        self._theme, self._today, self._week_begins = theme, today, week_begins
        self._shown: dict[str, Any] = {}
        self.inputs: dict[str, Input] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    # Making.

    def add_line(self, part: str, words: str, example: str = "") -> QLineEdit:
        """One line of text."""
        line = QLineEdit()
        line.setMinimumHeight(44)
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(example)
        self._label(words, line)
        self._add(part, line, line.setText, line.text)
        line.textChanged.connect(self._on_edited)
        return line

    def add_text(self, part: str, words: str) -> QPlainTextEdit:
        """Several lines of text; Tab leaves it."""
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self._theme.px(84))
        self._label(words, edit)
        self._add(part, edit, edit.setPlainText, edit.toPlainText)
        edit.textChanged.connect(self._on_edited)
        return edit

    def add_day(self, part: str, words: str, rule: DayRule) -> DayEdit:
        """A day."""
        day = DayEdit(words, rule, self._today, self._week_begins, self._theme)
        self._label(words, day.line)
        self._column.addWidget(day)
        self.inputs[part] = Input(day, day.show_value, day.value, day.say, day.line.sentence)
        day.value_changed.connect(self._on_edited)
        day.line.textEdited.connect(self._on_edited)
        return day

    def add_time(self, part: str, words: str) -> TypedEdit:
        """A time of day, or none."""
        line = TypedEdit(words, 8, Reading(time_of, _time_words, no_time, optional=True))
        self._label(words, line)
        self._column.addWidget(line)
        self._column.addWidget(line.sentence)
        self.inputs[part] = Input(
            line, line.show_value, line.value_or_none, line.say, line.sentence
        )
        line.value_changed.connect(self._on_edited)
        line.textEdited.connect(self._on_edited)
        return line

    def add_tick(self, part: str, words: str) -> QCheckBox:
        """A yes or no."""
        box = QCheckBox(words.replace("&", "&&"))
        box.setMinimumHeight(44)
        self._add(part, box, box.setChecked, box.isChecked)
        box.toggled.connect(self._on_edited)
        return box

    def add_choice(self, part: str, words: str, answers: Sequence[tuple[str, str]]) -> ChoiceInput:
        """One of a few answers, each given as (key, words)."""
        choice = ChoiceInput(answers)
        choice.set_names(words)
        self._column.addWidget(label(words, "strong"))
        self._add(part, choice, choice.show_value, choice.value_or_none)
        choice.value_changed.connect(self._on_edited)
        return choice

    def _label(self, words: str, buddy: QWidget) -> None:
        said = label(words, "strong")
        said.setBuddy(buddy)
        buddy.setAccessibleName(words)
        self._column.addWidget(said)

    def _add(
        self, part: str, widget: QWidget, show: Callable[[Any], object], read: Callable[[], Any]
    ) -> None:
        sentence = label("", "strong")
        sentence.hide()

        def say(words: str) -> None:
            if words and words != sentence.text():
                announce(widget, words)
            sentence.setText(words)
            sentence.setVisible(bool(words))
            widget.setAccessibleDescription(words)

        self._column.addWidget(widget)
        self._column.addWidget(sentence)
        self.inputs[part] = Input(widget, show, read, say, sentence)

    # Values.

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what is stored; what is entered from now on counts as changed."""
        for part, made in self.inputs.items():
            made.show(values[part])
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
        for made in self.inputs.values():
            if isinstance(made.widget, DayEdit | TypedEdit):
                made.widget.commit()

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        typed = (made.widget for made in self.inputs.values())
        return any(each.bad for each in typed if isinstance(each, DayEdit | TypedEdit))

    # Sentences.

    def say(self, problems: Mapping[str, str]) -> None:
        """Show each sentence at its input; those about unreadable texts stay."""
        for part, made in self.inputs.items():
            if not (isinstance(made.widget, DayEdit | TypedEdit) and made.widget.bad):
                made.say(problems.get(part, ""))

    def focus_wrong(self) -> QWidget | None:
        """Put the keyboard on the first input with a sentence; gives the sentence."""
        wrong = next((made for made in self.inputs.values() if made.sentence.text()), None)
        if wrong is None:
            return None
        wrong.widget.setFocus()
        return wrong.sentence

    def focus_on(self, part: str) -> None:
        """Put the keyboard on an input."""
        self.inputs[part].widget.setFocus()

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()


def _time_words(clock: time) -> str:
    return format_time(clock)
