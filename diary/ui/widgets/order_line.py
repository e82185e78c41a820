"""One line of a list that is put in order: on or off, up, down. No drag is ever needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.check_line import CheckLine
from diary.ui.widgets.controls import GAP, button


class OrderLine(QWidget):
    """`moved` carries -1 (up) or 1 (down)."""

    moved = Signal(int)

    def __init__(self, name: str, role: str = "", hint: str = "") -> None:
        super().__init__()
        self.check = CheckLine(name, role, hint)
        self.switched = self.check.switched
        self.up = button("↑", "icon", lambda: self.moved.emit(-1))
        self.up.setAccessibleName(_("Move up: {name}").format(name=name))
        self.down = button("↓", "icon", lambda: self.moved.emit(1))
        self.down.setAccessibleName(_("Move down: {name}").format(name=name))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP)
        for part in (self.check, self.up, self.down):
            self.row.addWidget(part, 1 if part is self.check else 0)

    def show_on(self, *, on: bool) -> None:
        """Show whether it is on."""
        self.check.show_on(on=on)
