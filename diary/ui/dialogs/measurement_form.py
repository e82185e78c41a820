"""The inputs of one measurement: its value, what belongs to it, when, and a note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from db.records import Measurement
from diary.i18n import N_, Message, _
from diary.logic.measurements import OXYGEN, PRESSURE, WEIGHT
from diary.logic.units import Units, typed_value
from diary.measures import MEASURES, OXYGEN_PLACES
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import label
from diary.ui.widgets.measurement_pressure import PressureEdit
from diary.ui.widgets.typed_edit import Reading, TypedEdit

EMPTY: dict[str, Message] = {
    "value": N_("Write the number."),
    "upper": N_("Write the upper number."),
}

EXAMPLES = {"weight": 68.5, "temperature": 36.5}
"""A value of each measure with decimals, for the sentence about what cannot be read."""


class ValueEdit(QWidget):
    """One number of a measure that has one, in the chosen unit."""

    edited = Signal()

    def __init__(self, measure: str, units: Units) -> None:
        super().__init__()
        self._measure, self._units = measure, units
        unit = units.of(measure)
        name = f"{MEASURES[measure].label}, {unit.words}"
        reading = Reading(self._read, unit.number_words, self._no_number, optional=True)
        self.line = TypedEdit(name, 8, reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line.sentence)
        self.line.textEdited.connect(self.edited)
        self.setFocusProxy(self.line)

    def _read(self, text: str) -> float | None:
        return typed_value(text, self._measure, self._units)

    def _no_number(self, text: str) -> str:
        if MEASURES[self._measure].decimals:
            words = _("“{text}” is not a number that can be read. Try “{example}”.")
            example = self._units.of(self._measure).number_words(EXAMPLES[self._measure])
            return words.format(text=text[:40], example=example)
        return _("“{text}” is not a whole number.").format(text=text[:40])


class MeasurementForm(QWidget):
    """Shows a measurement's value and gives it back as entered; `edited` says that it changed."""

    edited = Signal()

    def __init__(self, measure: str, units: Units, theme: Theme) -> None:
        super().__init__()
        self.measure = measure
        self.pressure = PressureEdit() if measure == PRESSURE else None
        self.value = None if self.pressure else ValueEdit(measure, units)
        self.place = ChoiceInput([(each.key, str(each.label)) for each in OXYGEN_PLACES])
        self.place.set_names(_("Where it was measured"))
        self.place_words = label("", "strong")
        self.intended = ChoiceInput(((1, _("Yes")), (0, _("No"))))
        self.intended.set_names(_("Was a change of weight intended?"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        self.note.setFixedHeight(theme.px(60))
        self._connect()

    def rows(self) -> Iterator[tuple[str, list[QWidget]]]:
        """The inputs that this measure has, each with the words above it; the note comes last."""
        if self.pressure is not None:
            yield "", [self.pressure]
        if self.value is not None:
            unit = self.value._units.of(self.measure).words  # noqa: SLF001 - of the same file
            yield _("In {unit}").format(unit=unit), [self.value]
        if self.measure == OXYGEN:
            words = _("Where it was measured. In scleroderma a finger can read too low.")
            yield words, [self.place, self.place_words]
        if self.measure == WEIGHT:
            yield _("Was a change of weight intended?"), [self.intended]

    def _connect(self) -> None:
        edits = self.pressure or self.value
        if edits is not None:
            edits.edited.connect(self._on_edited)
        self.place.value_changed.connect(self._on_edited)
        self.intended.value_changed.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)
        self.place_words.hide()

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self.lines().values()))

    def lines(self) -> dict[str, TypedEdit]:
        """The lines of numbers by the part of the record."""
        if self.pressure is not None:
            return self.pressure.lines
        return {"value": self.value.line} if self.value is not None else {}

    # Values.

    def show_value(self, event: Measurement) -> None:
        """Show a stored measurement."""
        for part, line in self.lines().items():
            line.show_value(getattr(event, part))
        self.place.show_value(event.place or None)
        self.intended.show_value(None if event.intended is None else int(event.intended))
        self.note.setPlainText(event.note)

    def commit(self) -> None:
        """Read what is typed as it stands."""
        for line in self.lines().values():
            line.commit()

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return any(line.bad for line in self.lines().values())

    @property
    def is_empty(self) -> bool:
        """Whether no number was typed."""
        return not any(line.text().strip() for line in self.lines().values())

    def entered(self, stored: Measurement) -> Measurement:
        """The measurement as entered; a value that was not touched comes back exactly."""
        numbers = {part: line.value_or_none() for part, line in self.lines().items()}
        if numbers["value"] is None:
            numbers["value"] = stored.value
        floats = {part: None if n is None else float(n) for part, n in numbers.items()}
        chosen = self.intended.value_or_none()
        return replace(
            stored,
            **floats,  # type: ignore[arg-type]
            place=str(self.place.value_or_none() or ""),
            intended=None if chosen is None else bool(chosen),
            note=self.note.toPlainText(),
        )

    # What is wrong.

    def say_missing(self) -> bool:
        """Whether the number is missing; if so it is said."""
        line = self.lines()["value"]
        missing = line.value_or_none() is None and not line.bad
        if missing:
            line.say(str(EMPTY["upper" if self.pressure else "value"]))
            line.setFocus()
        return missing

    def say(self, problems: dict[str, str]) -> None:
        """Show each sentence at its input, and put the keyboard on the first."""
        wrong: list[QWidget] = []
        for part, line in self.lines().items():
            if not line.bad:
                line.say(problems.get(part, ""))
            wrong += [line] if line.bad or part in problems else []
        self._say_place(problems.get("place", ""))
        wrong += [self.place] if "place" in problems else []
        if wrong:
            wrong[0].setFocus()

    def _say_place(self, words: str) -> None:
        place: QLabel = self.place_words
        place.setText(words)
        place.setVisible(bool(words))
        announce(self, words)
