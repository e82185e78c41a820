"""The way from a day to its attacks, each with time, places and colours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.controls import GAP, button

ATTACKS = "attacks"
"""The key of the page."""


class AttacksLink(QWidget):
    """The same on every day: an attack has its own day and time."""

    wanted = Signal(str)
    kinds: frozenset[type] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.button = button(_("See or add attacks"), "link", self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_day(self, day: date) -> None:
        """Nothing of it belongs to one day."""

    def _on_pressed(self) -> None:
        self.wanted.emit(ATTACKS)
