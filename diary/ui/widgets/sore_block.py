"""An open sore on a day: how much it hurt, what was seen, and whether it has healed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Sore
from diary.i18n import _
from diary.logic.event_phrases import sore_place
from diary.logic.sores import SoreHistory, since_words
from diary.ui.dialogs.sore_inputs import pain_input, signs_input
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button as make_button
from diary.ui.widgets.controls import label, writing
from diary.ui.widgets.flow import FlowLayout


class SoreBlock(QWidget):
    """`recorded` carries the sore’s id, the pain (None: not recorded) and the signs.

    `healed` carries the id and whether it has healed; `history_wanted` and `edit_wanted` the id.
    """

    recorded = Signal(str, object, object)
    healed = Signal(str, bool)
    history_wanted = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, sore: Sore, theme: Theme) -> None:
        super().__init__()
        self.sore_id, name = sore.id, sore_place(sore)
        self.setAccessibleName(name)
        self._name = label(name, "strong")
        self.state = label("", "secondary")
        self.pain = writing(pain_input(theme, _("Pain: {place}").format(place=name)))
        self.signs = writing(signs_input(name))
        self.healed_button = writing(make_button("", "beside", self._on_healed))
        self.history_button = make_button(
            _("History and photos"),
            "beside",
            self._on_history,
            _("History and photos: {place}").format(place=name),
        )
        self.edit_button = make_button(
            _("Edit"), "beside", self._on_edit, _("Edit: {place}").format(place=name)
        )
        self._lay_out()
        self.pain.value_changed.connect(self._on_recorded)
        self.signs.value_changed.connect(self._on_recorded)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        for part in (self._name, self.state, label(_("Pain at its worst"), "secondary"), self.pain):
            column.addWidget(part)
        column.addWidget(label(_("What you saw"), "secondary"))
        column.addWidget(self.signs)
        row = QWidget()
        flow = FlowLayout(row)
        for made in (self.healed_button, self.history_button, self.edit_button):
            flow.addWidget(made)
        column.addSpacing(4)
        column.addWidget(row)

    def show_day(self, found: SoreHistory, day: date) -> None:
        """Show how it was on a day; the last recorded day before is marked faintly."""
        sore = found.sore
        name = sore_place(sore)
        self._name.setText(name)
        self.state.setText(since_words(sore, day))
        here, before = found.on(day), found.before(day)
        self.pain.show_value(here.pain if here else None)
        self.pain.show_before(before.pain if before and (day - before.day).days == 1 else None)
        self.signs.show_value(here.signs if here else ())
        self._is_healed = sore.healed is not None and sore.healed <= day
        words = _("It has not healed") if self._is_healed else _("It has healed")
        self.healed_button.setText(words)
        self.healed_button.setAccessibleName(f"{words}: {name}")

    @Slot(object)
    def _on_recorded(self, _value: object) -> None:
        self.recorded.emit(self.sore_id, self.pain.value_or_none(), self.signs.value())

    def _on_healed(self) -> None:
        self.healed.emit(self.sore_id, not self._is_healed)

    def _on_history(self) -> None:
        self.history_wanted.emit(self.sore_id)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self.sore_id)
