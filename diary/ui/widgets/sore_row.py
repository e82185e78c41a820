"""One sore on the page: what is known of it, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from diary.i18n import _
from diary.logic.event_phrases import sore_place
from diary.logic.sores import SoreHistory, last_words, since_words
from diary.ui.widgets.controls import GAP, PART, button, label, writing
from diary.ui.widgets.flow import FlowLayout


class SoreRow(QFrame):
    """The signals carry the sore’s id."""

    day_wanted = Signal(str)
    healed = Signal(str)
    history_wanted = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, found: SoreHistory, today: date) -> None:
        super().__init__()
        self.found = found
        sore, name = found.sore, sore_place(found.sore)
        self.setProperty("role", "panel")
        self.setAccessibleName(name)
        asked = [] if sore.healed else self._asked(name)
        self.buttons = [
            *asked,
            self._button(_("History and photos"), self.history_wanted, name),
            self._button(_("Edit"), self.edit_wanted, name),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, PART)
        column.setSpacing(4)
        column.addWidget(label(name, "strong"))
        column.addWidget(label(since_words(sore, today), "secondary"))
        for words in (last_words(found, today), sore.note.strip()):
            if words:
                column.addWidget(label(words))
        flow = FlowLayout()
        for made in self.buttons:
            flow.addWidget(made)
        column.addSpacing(4)
        column.addLayout(flow)

    def _asked(self, name: str) -> list[QPushButton]:
        """What an open sore is asked for."""
        return [
            writing(self._button(_("How is it today?"), self.day_wanted, name)),
            writing(self._button(_("It has healed"), self.healed, name)),
        ]

    def _button(self, words: str, wanted: SignalInstance, name: str) -> QPushButton:
        def say() -> None:
            wanted.emit(self.found.sore.id)

        return button(words, "beside", say, f"{words}: {name}")

    @property
    def first(self) -> QPushButton:
        """Where the keyboard goes."""
        return self.buttons[0]
