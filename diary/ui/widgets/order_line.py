"""One line of a list that is put in order: on or off, up, down. No drag is ever needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.i18n import _
from diary.ui.focus import order_tabs
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.check_line import CheckLine
from diary.ui.widgets.controls import GAP, TARGET, button
from diary.ui.widgets.flow import FlowLayout


def _flow(widgets: Sequence[QWidget]) -> QWidget:
    """What stands at the end of a line; it wraps where the line is narrow."""
    inside, end = QWidget(), QWidget()
    flow = FlowLayout(inside)
    for each in widgets:
        flow.addWidget(each)
    row = QHBoxLayout(end)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inside, 0, Qt.AlignmentFlag.AlignVCenter)
    return end


def _pair(first: QWidget, second: QWidget) -> QWidget:
    """Two small buttons in the middle of a line as high as the words beside them."""
    made = QWidget()
    made.setMinimumHeight(TARGET)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(first)
    row.addWidget(second)
    return made


class OrderLine(QWidget):
    """`moved` carries -1 (up) or 1 (down)."""

    moved = Signal(int)

    def __init__(
        self, name: str, role: str = "", hint: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.check = CheckLine(name, role, hint)
        self.switched = self.check.switched
        self.up = button("↑", "icon", lambda: self.moved.emit(-1))
        self.up.setAccessibleName(_("Move up: {name}").format(name=name))
        self.down = button("↓", "icon", lambda: self.moved.emit(1))
        self.down.setAccessibleName(_("Move down: {name}").format(name=name))
        arrows = _pair(self.up, self.down)
        end = [beside, arrows] if beside else [arrows]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Beside(self.check, _flow(end), (1, 0)))
        order_tabs([self.check, *end[:-1], self.up, self.down])

    def show_on(self, *, on: bool) -> None:
        """Show whether it is on."""
        self.check.show_on(on=on)
