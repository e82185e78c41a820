"""The way from a day to its attacks, each with time, places and colours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, button, label

ATTACKS = "attacks"
"""The key of the page."""


class AttacksLink(QWidget):
    """The same on every day: an attack has its own day and time."""

    wanted = Signal(str)
    kinds: frozenset[type] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.button = button(_("Attacks"), "beside", self._on_pressed)
        words = label(_("When an attack came, where, and in which colours:"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(Beside(words, self.button, (1, 0)))

    def show_day(self, day: date) -> None:
        """Nothing of it belongs to one day."""

    def _on_pressed(self) -> None:
        self.wanted.emit(ATTACKS)
