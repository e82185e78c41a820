"""The inputs that only sores have: the finger or toe, how much it hurt, what was seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.event_words import SORE_SIGNS
from diary.field import Group
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.choice_chips import Chip, ChoiceChips
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.form_rows import Ways
from diary.ui.widgets.record_form import RecordForm
from diary.ui.widgets.scale import ScaleInput
from diary.ui.widgets.sore_places import SorePlaces

NONE = "none"
"""The sign that takes the others away: none of these."""


def pain_input(theme: Theme, name: str) -> ScaleInput:
    """How much a sore hurt."""
    scale = ScaleInput(_("none"), _("worst imaginable"), theme, Group.RAYNAUD.value)
    scale.setAccessibleName(name)
    return scale


def signs_input(name: str) -> ChoiceChips:
    """What was seen of a sore."""
    chips = [Chip(choice.key, str(choice.label)) for choice in SORE_SIGNS]
    return ChoiceChips(name, chips, alone=(NONE,))


class PlaceEdit(QWidget):
    """Where a sore is. Drawing and list are there until it is known, then on request."""

    value_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.places = SorePlaces(theme)
        self.words = label("", "heading")
        self.change = button(_("Choose another place"), "beside", self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.words)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.places)
        self.places.chosen.connect(self._on_chosen)
        self.show_value("")

    def value(self) -> str:
        """The key of the finger or toe; empty before one was chosen."""
        return self.places.chosen_or_empty()

    def show_value(self, place: str) -> None:
        """Show a place without saying that it changed."""
        self.places.show_chosen(place)
        self._show(choosing=not place)

    def _show(self, *, choosing: bool) -> None:
        self.words.setText(self.places.words())
        self.words.setVisible(bool(self.value()))
        self.places.setVisible(choosing)
        self.change.setVisible(not choosing)
        self.setFocusProxy(self.places if choosing else self.change)

    @Slot()
    def open(self) -> None:
        """Show the drawing and the list."""
        self._show(choosing=True)
        self.places.setFocus()

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        self._show(choosing=True)
        announce(self, self.places.words())
        self.value_changed.emit(place)


def add_place(form: RecordForm, part: str, words: str, theme: Theme) -> PlaceEdit:
    """The finger or toe."""
    edit = PlaceEdit(theme)
    form.add(part, words, edit, Ways(edit.show_value, edit.value, edit.value_changed))
    return edit


def add_pain(form: RecordForm, part: str, words: str, theme: Theme) -> ScaleInput:
    """How much it hurt."""
    scale = pain_input(theme, words)
    ways = Ways(scale.show_value, scale.value_or_none, scale.value_changed)
    form.add(part, words, scale, ways)
    return scale


def add_signs(form: RecordForm, part: str, words: str) -> ChoiceChips:
    """What was seen."""
    chips = signs_input(words)
    form.add(part, words, chips, Ways(chips.show_value, chips.value, chips.value_changed))
    return chips
