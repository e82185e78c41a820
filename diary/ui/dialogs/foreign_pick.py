"""A question with a box of answers below it, and nothing chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout

from diary.i18n import _
from diary.ui.widgets.controls import set_role
from diary.ui.widgets.picker import Picker


class Pick(Picker):
    """The box stands below its words, so that both have the whole width."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name.setText(name.replace("&", "&&"))  # words of a file: no sign of them is a key
        self.name.setWordWrap(True)
        set_role(self.name, "strong")
        column = self.layout()
        if isinstance(column, QBoxLayout):
            column.setDirection(QBoxLayout.Direction.TopToBottom)

    def ask(self, answers: Iterable[tuple[str, str]], chosen: str | None) -> None:
        """Offer answers; without a chosen one, the box says that one is wanted."""
        offered = list(answers)
        if chosen is None:
            offered = [("", _("Please choose…")), *offered]
        self.offer([offered], chosen or "")
