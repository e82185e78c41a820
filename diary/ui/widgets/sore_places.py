"""Where a sore is: fingers or toes, each on a drawing and in a list beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.event_words import SORE_PLACES, word
from diary.field import Group
from diary.i18n import _, format_number
from diary.logic.sores import SoreHistory, by_place, full_words, place_counts
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_picker import MapPicker
from diary.ui.widgets.maps.feet import FEET
from diary.ui.widgets.maps.hands import HANDS

FINGERS, TOES = "fingers", "toes"
HEALED = "•"
"""The sign of a finger whose sores have all healed: a 0 would read like a pain of 0."""


class SorePlaces(QWidget):
    """`chosen` carries the key of the finger or toe that the patient chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accent = Group.RAYNAUD.value
        self.which = ChoiceInput(((FINGERS, _("Fingers")), (TOES, _("Toes"))))
        self.which.set_names(_("Show"))
        self.pickers = {
            FINGERS: MapPicker(HANDS, theme, accent),
            TOES: MapPicker(FEET, theme, accent),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.which)
        for picker in self.pickers.values():
            column.addWidget(picker)
            picker.chosen.connect(self._on_chosen)
        self.which.value_changed.connect(self._on_which)
        self.setFocusProxy(self.which)
        self.show_chosen("")

    def show_sores(self, known: Sequence[SoreHistory], today: date) -> None:
        """Mark the fingers and toes that have or had sores."""
        marks = {place: _mark(here, today) for place, here in by_place(known).items()}
        for picker, drawing in zip(self.pickers.values(), (HANDS, FEET), strict=True):
            own = {choice.key for choice in drawing.regions}
            picker.show_marks({key: mark for key, mark in marks.items() if key in own})

    def show_chosen(self, place: str) -> None:
        """Show a finger or toe as the chosen one (empty: none), without saying that it changed."""
        toes = {choice.key for choice in FEET.regions}
        for key, picker in self.pickers.items():
            own = (place in toes) is (key == TOES)
            picker.show_chosen(place if place and own else None)
        if place or self.which.value_or_none() is None:
            self._show(TOES if place in toes else FINGERS)

    def chosen_or_empty(self) -> str:
        """The chosen finger or toe."""
        found = (picker.chosen_or_none() for picker in self.pickers.values())
        return next((place for place in found if place), "")

    def words(self) -> str:
        """The chosen finger or toe in words."""
        place = self.chosen_or_empty()
        return word(SORE_PLACES, place) if place else ""

    def _show(self, which: str) -> None:
        self.which.show_value(which)
        for key, picker in self.pickers.items():
            picker.setVisible(key == which)

    @Slot(object)
    def _on_which(self, which: object) -> None:
        self._show(str(which or FINGERS))

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        self.show_chosen(place)
        self.chosen.emit(place)


def _mark(here: list[SoreHistory], today: date) -> Mark:
    open_ones = sum(each.sore.healed is None for each in here)
    words = [full_words(each.sore, today) for each in here]
    return Mark(
        sign=format_number(open_ones) if open_ones else HEALED,
        words=f"{place_counts(here)}: {'; '.join(words)}",
        short=place_counts(here),
    )
