"""A blood pressure as its device shows it: upper and lower number, and the pulse.

The keyboard goes on by itself when a number can take no further digit, and with "/", "-" or a
space; so 132/85/72 and 1328572 do the same. Backspace in an empty line goes back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.i18n import N_, Message, _, format_number
from diary.logic.measurements import is_whole, split_pressure, whole_number
from diary.measures import DIASTOLIC, MEASURES, PULSE
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.typed_edit import Reading, TypedEdit

Numbers = tuple[int | None, int | None, int | None]
UPPER = (MEASURES["blood_pressure"].low, MEASURES["blood_pressure"].high)
PARTS: tuple[tuple[str, Message, tuple[float, float]], ...] = (
    ("value", N_("Upper number"), UPPER),
    ("diastolic", N_("Lower number"), DIASTOLIC),
    ("pulse", N_("Pulse (if known)"), PULSE),
)

SEPARATORS = " /\\-,;"
"""What may be typed between the numbers; after the keyboard went on by itself it says nothing."""


def no_number(text: str) -> str:
    """Said of a text that is no whole number."""
    return _("“{text}” is not a whole number.").format(text=text[:40])


class PressureEdit(QWidget):
    """`edited` says that something changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading = Reading(whole_number, format_number, no_number, optional=True)
        self.lines = {key: TypedEdit(str(name), 5, reading) for key, name, _range in PARTS}
        self._before = dict.fromkeys(self.lines, "")
        self._lay_out()
        for key, line in self.lines.items():
            line.textEdited.connect(lambda text, key=key: self._on_typed(key, text))
            line.installEventFilter(self)
        self.setFocusProxy(self.lines["value"])

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        row = FlowLayout()
        for key, name, _range in PARTS:
            row.addWidget(self._labelled(str(name), self.lines[key]))
        whole.addLayout(row)
        for line in self.lines.values():
            whole.addWidget(line.sentence)

    @staticmethod
    def _labelled(name: str, line: TypedEdit) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(4)
        words: QLabel = label(name, "secondary")
        words.setWordWrap(False)
        words.setBuddy(line)
        column.addWidget(words)
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    # Values.

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return any(line.bad for line in self.lines.values())

    def numbers(self) -> Numbers:
        """The numbers as read; None for an empty line."""
        upper, lower, pulse = (line.value_or_none() for line in self.lines.values())
        return upper, lower, pulse

    def commit(self) -> None:
        """Read what is typed as it stands."""
        for line in self.lines.values():
            line.commit()

    # Keys.

    def _on_typed(self, key: str, text: str) -> None:
        plain = text.lstrip(SEPARATORS)
        if plain != text:
            self.lines[key].setText(plain)
        grew, text = len(plain) > len(self._before[key]), plain
        self._before[key] = text
        order = list(self.lines)
        place = order.index(key)
        left = len(order) - place
        parts = split_pressure(text, left)
        if left > 1 and len(parts) > 1 and parts[0]:
            self._spread(order[place:], parts)
        elif grew and is_whole(text, *PARTS[place][2]) and place + 1 < len(order):
            self._go_to(self.lines[order[place + 1]])
        self.edited.emit()

    def _spread(self, keys: list[str], parts: list[str]) -> None:
        """Write typed numbers into the lines from here on; the keyboard goes to the last."""
        last = keys[0]
        for key, part in zip(keys, parts, strict=False):
            if part or key == keys[0]:
                self.lines[key].setText(part)
                self._before[key] = part
            last = key
        if self.lines[last] is not self.focusWidget():
            self._go_to(self.lines[last])

    @staticmethod
    def _go_to(line: TypedEdit) -> None:
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Backspace in an empty line goes back to the one before."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            lines = list(self.lines.values())
            place = next((n for n, line in enumerate(lines) if line is watched), 0)
            if event.key() == Qt.Key.Key_Backspace and place and not lines[place].text():
                lines[place - 1].setFocus(Qt.FocusReason.BacktabFocusReason)
                lines[place - 1].end(False)  # noqa: FBT003 - Qt's way
                return True
        return super().eventFilter(watched, event)
