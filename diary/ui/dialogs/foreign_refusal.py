"""What the assistant says of a file that is no table at all."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, label


class Refusal(QWidget):
    """Why a file cannot be brought in, and what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.words)
        column.addWidget(
            label(
                _(
                    "Your diary is as it was. Open the file in a table program, save it there "
                    "again as CSV (UTF-8), and try once more. Or export it anew from the app."
                )
            )
        )
        column.addStretch(1)

    def say(self, words: str) -> None:
        """Say why."""
        self.words.setText(words)
        announce(self, words)
