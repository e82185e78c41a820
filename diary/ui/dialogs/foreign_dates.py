"""Second step: which number of a date is the month, what the decimal sign is, what counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.draft import Draft
from diary.exchange.foreign.mapping import Several
from diary.i18n import _
from diary.ui.dialogs.foreign_words import cut, day_answers, sign_answers
from diary.ui.widgets.choice import ChoiceInput, Pair
from diary.ui.widgets.controls import GAP, label

ON_THE_DAY, LATER = "on the day", "later"
Answer = Callable[[Draft, str | None], Draft]


class DatesStep(QWidget):
    """`answered` carries the draft with the new answer."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.questions: dict[str, ChoiceInput] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self._column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Ask what this file leaves open; what it does not is said."""
        self._draft = draft
        self.questions = {}
        self._inside.deleteLater()
        self._inside = QWidget()
        self._column.insertWidget(0, self._inside)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        self._ask_days(draft)
        self._ask_signs(draft)
        if draft.survey.repeated:
            self._ask_several(draft)
        self._ask_when(draft)

    def problem(self, draft: Draft) -> str:
        """What has to be answered before there is a way on; puts the keyboard there."""
        if draft.order is None:
            self.questions["order"].setFocus()
            return _("Please choose what the date means. A wrong guess would mix up the days.")
        if draft.sign is None:
            self.questions["sign"].setFocus()
            return _("Please choose what the number means.")
        return ""

    def _ask_days(self, draft: Draft) -> None:
        answers: list[Pair] = list(day_answers(draft))
        example = cut(draft.survey.days.example)
        if len(answers) == 1:
            self._say(
                _("The dates"), _("“{text}” is {day}.").format(text=example, day=answers[0][1])
            )
            return
        question = _("Which day is “{text}”?").format(text=example)
        self._ask("order", question, answers, draft.order, _with_order)

    def _ask_signs(self, draft: Draft) -> None:
        answers: list[Pair] = list(sign_answers(draft))
        example = cut(draft.survey.signs.example)
        if len(answers) > 1:
            question = _("Which number is “{text}”?").format(text=example)
            self._ask("sign", question, answers, draft.sign, _with_sign)
        elif answers and not example.isdecimal():
            sentence = _("“{text}” is {number}.").format(text=example, number=answers[0][1])
            self._say(_("The numbers"), sentence)

    def _ask_several(self, draft: Draft) -> None:
        answers: list[Pair] = [
            (Several.HIGHEST.value, _("The highest of the day")),
            (Several.LAST.value, _("The last of the day")),
        ]
        question = _("Some days have several values of one thing. Which one counts?")
        self._ask("several", question, answers, draft.several, _with_several)

    def _ask_when(self, draft: Draft) -> None:
        answers: list[Pair] = [
            (ON_THE_DAY, _("On the day itself, or the day after")),
            (LATER, _("Later, or I do not know")),
        ]
        question = _("When were these values written down?")
        chosen = ON_THE_DAY if draft.same_day else LATER
        self._ask("when", question, answers, chosen, _with_when)
        self._help(_("What was written down later is marked as entered late in the summary."))

    # Making.

    def _say(self, words: str, sentence: str) -> None:
        self._add_heading(label(words, "strong"))
        self._add(label(sentence))

    def _help(self, words: str) -> None:
        self._add(label(words, "secondary"))

    def _ask(
        self, name: str, question: str, answers: list[Pair], chosen: str | None, answer: Answer
    ) -> None:
        made = ChoiceInput(answers)
        made.set_names(question)
        made.show_value(chosen)
        made.value_changed.connect(lambda value: self._on_answer(answer, value))
        words = label(question, "strong")
        words.setBuddy(made.chosen_button)
        self._add_heading(words)
        self._add(made)
        self.questions[name] = made

    def _add_heading(self, words: QLabel) -> None:
        words.setContentsMargins(0, 0 if self._is_empty else 2 * GAP, 0, 0)
        self._add(words)

    @property
    def _is_empty(self) -> bool:
        inside = self._inside.layout()
        return inside is None or inside.count() == 0

    def _add(self, widget: QWidget) -> None:
        inside = self._inside.layout()
        if inside is not None:
            inside.addWidget(widget)

    def _on_answer(self, answer: Answer, value: str | None) -> None:
        if self._draft is not None:
            self._draft = answer(self._draft, value)
            self.answered.emit(self._draft)


def _with_order(draft: Draft, value: str | None) -> Draft:
    return replace(draft, order=Order(value) if value else None)


def _with_sign(draft: Draft, value: str | None) -> Draft:
    return draft.with_sign(Sign(value) if value else None)


def _with_several(draft: Draft, value: str | None) -> Draft:
    return replace(draft, several=Several(value) if value else draft.several)


def _with_when(draft: Draft, value: str | None) -> Draft:
    return replace(draft, same_day=value != LATER)
