"""Which input a kind of field takes. The only place that knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from PySide6.QtCore import SignalInstance

from diary.field import Field, Kind
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput, Key
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.scale import ScaleInput

MINUTE_STEP = 5
STOOL = "digestion.stool_form"
"""The one field whose answers are drawn."""

if TYPE_CHECKING:
    from diary.ui.widgets.measure_input import MeasureInput
    from diary.ui.widgets.several import SeveralInput

AnyInput: TypeAlias = "ScaleInput | NumberInput | ChoiceInput | SeveralInput | MeasureInput"


class Input(Protocol):
    """What every kind of input can do."""

    value_changed: SignalInstance

    def show_value(self, value: object) -> None:
        """Show a stored value silently."""

    def choose(self, value: object) -> None:
        """Take the patient's value."""


def input_of(field: Field, theme: Theme) -> AnyInput:
    """The input of a field, named for screen readers."""
    return _MAKERS[field.kind](field, theme)


def _scale(field: Field, theme: Theme) -> ScaleInput:
    made = ScaleInput(str(field.low or ""), str(field.high or ""), theme, field.group.value)
    made.setAccessibleName(str(field.label))
    return made


def _count(field: Field, _theme: Theme) -> NumberInput:
    return _number(field, 1, str(field.unit_words or ""))


def _minutes(field: Field, _theme: Theme) -> NumberInput:
    return _number(field, MINUTE_STEP, _("minutes"))


def _number(field: Field, step: int, unit: str) -> NumberInput:
    made = NumberInput(field.top, step, unit)
    made.set_names(str(field.label))
    return made


def _yes_no(field: Field, _theme: Theme) -> ChoiceInput:
    return _choices(field, [(value, field.words(value)) for value in (1, 0)])


def _choice(field: Field, _theme: Theme) -> ChoiceInput:
    return _choices(field, [(each.key, str(each.label)) for each in field.choices])


def _choices(field: Field, answers: list[tuple[Key, str]]) -> ChoiceInput:
    made = ChoiceInput(answers)
    made.set_names(str(field.label))
    return made


# What few patients are asked is loaded when it is: that keeps the start fast.


def _measure(field: Field, _theme: Theme) -> MeasureInput:
    from diary.ui.widgets.measure_input import MeasureInput  # noqa: PLC0415 - see above

    return MeasureInput(field)


def _grade(field: Field, theme: Theme) -> ChoiceInput:
    from diary.ui.widgets.grade import GradeInput, StoolInput  # noqa: PLC0415 - see above

    return StoolInput(field, theme) if field.key == STOOL else GradeInput(field)


def _several(field: Field, _theme: Theme) -> SeveralInput:
    from diary.ui.widgets.several import SeveralInput  # noqa: PLC0415 - see above

    return SeveralInput(field)


_MAKERS: dict[Kind, Callable[[Field, Theme], AnyInput]] = {
    Kind.SCALE10: _scale,
    Kind.COUNT: _count,
    Kind.MINUTES: _minutes,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.MEASURE: _measure,
    Kind.GRADE: _grade,
    Kind.SEVERAL: _several,
}
