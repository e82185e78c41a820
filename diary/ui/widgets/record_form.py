"""The form of one record: the kinds of input that records need. Used by every record dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from diary.i18n import _, format_time
from diary.logic.entered import time_of
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput, Pair
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.form_rows import FormRows, Ways
from diary.ui.widgets.moment_edit import no_time
from diary.ui.widgets.typed_edit import Reading, TypedEdit
from diary.ui.widgets.visit_day import DayEdit, DayRule

LONGEST = 200
"""Characters of a line."""
LINES = 84
"""The height of a text of several lines, in pixels at the usual text size."""
YES, NO = "yes", "no"


class RecordForm(FormRows):
    """Makes the inputs; a day is read as the patient's day and calendar have it."""

    def __init__(
        self, theme: Theme, today: Callable[[], date], week_begins: Callable[[], int]
    ) -> None:
        super().__init__()
        self._theme, self._today, self._week_begins = theme, today, week_begins

    def add_line(self, part: str, words: str, example: str = "") -> QLineEdit:
        """One line of text."""
        line = QLineEdit()
        line.setMinimumHeight(TARGET)
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(example)
        self.add(part, words, line, Ways(line.setText, line.text, line.textChanged))
        return line

    def add_text(self, part: str, words: str) -> QPlainTextEdit:
        """Several lines of text; Tab leaves it."""
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self._theme.px(LINES))
        self.add(part, words, edit, Ways(edit.setPlainText, edit.toPlainText, edit.textChanged))
        return edit

    def add_day(self, part: str, words: str, rule: DayRule) -> DayEdit:
        """A day."""
        day = DayEdit(words, rule, self._today, self._week_begins, self._theme)
        self.add_days(part, words, day)
        return day

    def add_time(self, part: str, words: str) -> TypedEdit:
        """A time of day, or none."""
        line = TypedEdit(words, 8, Reading(time_of, _time_words, no_time, optional=True))
        self.add_typed(part, words, line)
        return line

    def add_tick(self, part: str, words: str) -> QCheckBox:
        """A yes or no, said in its own words."""
        box = QCheckBox(words.replace("&", "&&"))
        box.setMinimumHeight(TARGET)
        self.add(part, "", box, Ways(box.setChecked, box.isChecked, box.toggled))
        return box

    def add_choice(self, part: str, words: str, answers: Sequence[Pair]) -> ChoiceInput:
        """One of a few answers, each given as (key, words)."""
        choice = ChoiceInput(answers)
        choice.set_names(words)
        ways = Ways(choice.show_value, choice.value_or_none, choice.value_changed)
        self.add(part, words, choice, ways)
        return choice

    def add_yes_no(self, part: str, words: str) -> ChoiceInput:
        """Yes, no, or not said."""
        choice = ChoiceInput(((YES, _("Yes")), (NO, _("No"))))
        choice.set_names(words)

        def show(value: bool | None) -> None:  # noqa: FBT001 - the value itself
            choice.show_value(None if value is None else YES if value else NO)

        def read() -> bool | None:
            key = choice.value_or_none()
            return None if key is None else key == YES

        self.add(part, words, choice, Ways(show, read, choice.value_changed))
        return choice


def _time_words(clock: time) -> str:
    return format_time(clock)
