"""The inputs that only patches have: where one is, its shape, its sizes, its shine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.field import Group
from diary.i18n import _, format_number
from diary.logic.entered import decimal_of
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.care_form import CareForm, Input
from diary.ui.widgets.choice import ChoiceInput, Pair
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.map_picker import MapPicker
from diary.ui.widgets.maps.body import BODY
from diary.ui.widgets.typed_edit import Reading, TypedEdit

YES, NO = "yes", "no"


class RegionEdit(QWidget):
    """Where a patch is. Drawing and list are there until a region is chosen, then on request."""

    value_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.picker = MapPicker(BODY, theme, Group.SKIN.value)
        self.place = label("", "heading")
        self.change = button(_("Choose another place"), "quiet", self.open)
        self.change.setMinimumHeight(44)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.place)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.picker)
        self.picker.chosen.connect(self._on_chosen)
        self.show_value("")

    def value(self) -> str:
        """The key of the region; empty before one was chosen."""
        return self.picker.chosen_or_none() or ""

    def show_value(self, region: str) -> None:
        """Show a region without saying that it changed."""
        self.picker.show_chosen(region or None)
        self._show(open_=not region)

    def _show(self, *, open_: bool) -> None:
        region = self.value()
        self.place.setText(BODY.label(region) if region else "")
        self.place.setVisible(bool(region))
        self.picker.setVisible(open_)
        self.change.setVisible(not open_)
        self.setFocusProxy(self.picker if open_ else self.change)

    @Slot()
    def open(self) -> None:
        """Show the drawing and the list."""
        self._show(open_=True)
        self.picker.setFocus()

    @Slot(str)
    def _on_chosen(self, region: str) -> None:
        self._show(open_=True)
        announce(self, BODY.label(region))
        self.value_changed.emit(region)


def add_region(form: CareForm, words: str, theme: Theme) -> RegionEdit:
    """Where it is."""
    edit = RegionEdit(theme)
    sentence = _add(form, words, edit)
    say = _sayer(edit, sentence)
    form.inputs["region"] = Input(edit, edit.show_value, edit.value, say, sentence)
    edit.value_changed.connect(form.edited)
    return edit


def add_choice(form: CareForm, part: str, words: str, answers: Sequence[Pair]) -> ChoiceInput:
    """One answer out of a few."""
    choice = ChoiceInput(answers)
    choice.set_names(words)
    sentence = _add(form, words, choice)

    def read() -> object:
        return choice.value_or_none()

    say = _sayer(choice, sentence)
    form.inputs[part] = Input(choice, choice.show_value, read, say, sentence)
    choice.value_changed.connect(form.edited)
    return choice


def add_yes_no(form: CareForm, part: str, words: str) -> ChoiceInput:
    """Yes, no, or not said."""
    choice = add_choice(form, part, words, ((YES, _("Yes")), (NO, _("No"))))
    made = form.inputs[part]

    def show(value: bool | None) -> None:  # noqa: FBT001 - the value itself
        choice.show_value(None if value is None else YES if value else NO)

    def read() -> bool | None:
        key = choice.value_or_none()
        return None if key is None else key == YES

    form.inputs[part] = Input(choice, show, read, made.say, made.sentence)
    return choice


def add_centimetres(form: CareForm, part: str, words: str) -> TypedEdit:
    """A length in centimetres, with a decimal comma or point; it may stay empty."""
    reading = Reading(_parse, _write, _no_number, optional=True)
    line = TypedEdit(words, 8, reading)
    said = label(words, "strong")
    said.setBuddy(line)
    _column(form).addWidget(said)
    _column(form).addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
    _column(form).addWidget(line.sentence)
    form.inputs[part] = Input(line, line.show_value, line.value_or_none, line.say, line.sentence)
    line.value_changed.connect(form.edited)
    line.textEdited.connect(form.edited)
    return line


def _parse(text: str) -> float | None:
    return decimal_of(text, _("cm"))


def _write(centimetres: float) -> str:
    return format_number(centimetres, 2)


def _no_number(text: str) -> str:
    return _("“{text}” is not a number that can be read. Try “{example}”.").format(
        text=text[:40], example=format_number(4.5)
    )


def _column(form: CareForm) -> QVBoxLayout:
    column = form.layout()
    assert isinstance(column, QVBoxLayout)  # noqa: S101 - a form is one column
    return column


def _add(form: CareForm, words: str, widget: QWidget) -> QLabel:
    """Put an input below its words; gives the label for its sentence."""
    sentence = label("", "strong")
    sentence.hide()
    _column(form).addWidget(label(words, "strong"))
    _column(form).addWidget(widget)
    _column(form).addWidget(sentence)
    return sentence


def _sayer(widget: QWidget, sentence: QLabel) -> Callable[[str], None]:
    """Shows and announces a sentence below an input; an empty one takes it away."""

    def say(words: str) -> None:
        if words and words != sentence.text():
            announce(widget, words)
        sentence.setText(words)
        sentence.setVisible(bool(words))

    return say
