"""A calm bar above the page: something to know, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from diary.ui.focus import focus_first
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, button, label

LETTERS = 32
"""The words have room beside the buttons for so many letters in a line, or stand above them."""


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, action: str, on_action: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = label("", "strong")
        self.button = button(action, "quiet", on_action)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setSpacing(GAP)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.add(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.addWidget(Beside(self.words, buttons, (1, 0), first_characters=LETTERS))
        self.hide()

    def add(self, button: QPushButton) -> None:
        """Offer something else."""
        self._buttons.addWidget(button)

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the bar."""
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if here and not sentence:
            self._give_way()

    def _give_way(self) -> None:
        """The keyboard goes to what the page begins with: Qt's choice could start something."""
        place = self.parentWidget()
        while place is not None and not hasattr(place, "first_focus"):
            place = place.parentWidget()
        if place is not None:
            focus_first(place)
