"""The inputs that only measurements have: the number in the chosen unit, and a blood pressure."""

from __future__ import annotations

from diary.i18n import _
from diary.logic.units import Units, typed_value
from diary.measures import MEASURES
from diary.ui.widgets.measurement_moment import MeasurementMoment
from diary.ui.widgets.measurement_pressure import PressureEdit
from diary.ui.widgets.record_form import RecordForm
from diary.ui.widgets.typed_edit import Reading, TypedEdit

EXAMPLES = {"weight": 68.5, "temperature": 36.5}
"""A value of each measure with decimals, for the sentence about what cannot be read."""


def add_number(form: RecordForm, measure: str, units: Units) -> None:
    """The one number of a measure, in the chosen unit."""
    unit = units.of(measure)

    def read(text: str) -> float | None:
        return typed_value(text, measure, units)

    def no_number(text: str) -> str:
        if measure in EXAMPLES:
            words = _("“{text}” is not a number that can be read. Try “{example}”.")
            return words.format(text=text[:40], example=unit.number_words(EXAMPLES[measure]))
        return _("“{text}” is not a whole number.").format(text=text[:40])

    reading = Reading(read, unit.number_words, no_number, optional=True)
    line = TypedEdit(f"{MEASURES[measure].label}, {unit.words}", 8, reading)
    form.add_typed("value", _("In {unit}").format(unit=unit.words), line)


def add_pressure(form: RecordForm) -> None:
    """The numbers of a blood pressure, typed at a stretch."""
    pressure = PressureEdit()
    form.place("", pressure)
    for part, line in pressure.lines.items():
        form.know(part, line)


def add_moment(form: RecordForm, moment: MeasurementMoment) -> None:
    """The day and the time at which it was measured."""
    form.place(_("When"), moment)
    form.know("day", moment.day)
    form.know("time", moment.time)
