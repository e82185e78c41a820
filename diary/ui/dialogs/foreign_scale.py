"""The scale of another program: a usual one, or its two ends typed; and what becomes of it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.exchange.foreign import decimals
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.scale import Scale, became, plain
from diary.field import Field
from diary.i18n import _
from diary.ui.dialogs.foreign_pick import Pick
from diary.ui.dialogs.foreign_words import ends, scale_words, usual_scales
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.typed_edit import Reading, TypedEdit

OTHER = "other"
LETTERS = 6


class ScaleQuestion(QWidget):
    """`answered` carries the scale, None while its ends are typed; `for_all` wants it for all."""

    answered = Signal(object)
    for_all = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field: Field | None = None
        self._usual: dict[str, Scale] = {}
        self.pick = Pick(_("What do their numbers mean?"))
        self.none = _line()
        self.worst = _line()
        self.none_words, self.worst_words = label("", "strong"), label("", "strong")
        self.none_words.setBuddy(self.none)
        self.worst_words.setBuddy(self.worst)
        self.problem = label("", "problem")
        self.rule = label("", "secondary")
        self.all_button = button(
            _("The same for all that are still open"), "beside", self.for_all.emit
        )
        self._typed = (self.none_words, self.none, self.worst_words, self.worst)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for each in (self.pick, *self._typed, self.problem, self.rule, self.all_button):
            column.addWidget(each)
        self.pick.chosen.connect(self._on_chosen)
        self.none.value_changed.connect(self._on_typed)
        self.worst.value_changed.connect(self._on_typed)

    def ask(self, field: Field, numbers: list[Decimal], scale: Scale | None) -> None:
        """Ask for the scale of a field's numbers."""
        self._field = field
        self._usual = {each.words: each for each in usual_scales(numbers)}
        answers = [(key, scale_words(each, field)) for key, each in self._usual.items()]
        answers.append((OTHER, _("Another scale…")))
        known = scale is None or scale.words in self._usual
        self.pick.ask(answers, scale.words if scale and known else OTHER if scale else None)
        low, high = ends(field)
        _show_line(self.none, self.none_words, low, scale.none if scale else None)
        _show_line(self.worst, self.worst_words, high, scale.worst if scale else None)
        self._show(scale, typed=not known)

    def _show(self, scale: Scale | None, *, typed: bool) -> None:
        for each in self._typed:
            each.setVisible(typed)
        self.problem.hide()
        self.rule.setVisible(scale is not None)
        self.all_button.setVisible(scale is not None)
        if scale is not None and self._field is not None:
            self.rule.setText(became(self._field, scale))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        scale = self._usual.get(key)
        self._show(scale, typed=key == OTHER)
        if key == OTHER:
            self.none.setFocus()
        self.answered.emit(scale)

    @Slot()
    def _on_typed(self, _value: object = None) -> None:
        none, worst = self.none.value_or_none(), self.worst.value_or_none()
        if none is None or worst is None:
            return
        if none == worst:
            self.problem.setText(_("Both ends cannot be the same number."))
            self.problem.show()
            return
        scale = Scale(none, worst)
        self._show(scale, typed=True)
        self.answered.emit(scale)


def _line() -> TypedEdit:
    return TypedEdit("", LETTERS, Reading(_number, plain, _no_number))


def _show_line(line: TypedEdit, words: QLabel, end: str, number: Decimal | None) -> None:
    question = _("Their number for “{words}”").format(words=end)
    words.setText(question.replace("&", "&&"))
    line.setAccessibleName(question)
    line.show_value(number)


def _number(text: str) -> Decimal | None:
    return decimals.read(text.replace(",", "."), Sign.POINT)


def _no_number(_text: str) -> str:
    return _("Please write a number, such as 4.")
