"""A tick box whose words wrap, and can be clicked like the box itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui.widgets.controls import GAP, TARGET, label
from diary.ui.widgets.turned import CheckBox


class CheckLine(QWidget):
    """One thing that is on or off; `switched` carries which, when the patient chose."""

    switched = Signal(bool)

    def __init__(self, words: str, role: str = "", hint: str = "") -> None:
        super().__init__()
        self.box = CheckBox()
        self.words: QLabel = label("", role)
        self.say(words, hint)
        self.words.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.box)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)
        self.setMinimumHeight(TARGET)
        self.box.clicked.connect(self.switched)

    def say(self, words: str, hint: str = "") -> None:
        """Its words, and quieter ones after them."""
        text = f"{words} · {hint}" if hint else words
        self.words.setText(text)
        self.box.setAccessibleName(text)

    def show_on(self, *, on: bool) -> None:
        """Show whether it is on, silently."""
        self.box.setChecked(on)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The words switch it as the box does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
