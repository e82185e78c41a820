"""A count or a number of minutes: less and more buttons around a number that can be typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from diary.i18n import _, format_number
from diary.ui.widgets.announce import announce
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.value_line import ValueLine

EDGES, LEAST_DIGITS = 32, 4
HINT_LETTERS = 18
"""“20 from timed attacks” has room on two lines beside the number, or is below it."""


class _NumberEdit(ValueLine):
    """A line that lets the page have Up and Down, and steps with Page Up and Page Down."""

    stepped = Signal(int)

    def __init__(self, digits: int) -> None:
        super().__init__()
        self._digits = "0" * max(LEAST_DIGITS, digits)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its digits at the text size of now."""
        digits = self.fontMetrics().horizontalAdvance(self._digits)
        return QSize(digits + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No narrower than its digits."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step on Page Up and Down, and on plus and minus."""
        key = event.key()
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_Plus}:
            self.stepped.emit(1)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Minus}:
            self.stepped.emit(-1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberInput(QWidget):
    """A whole number from 0 to `top`; `value_changed` carries it, or None when cleared.

    Until a number is recorded it shows the *proposal* (from timed attacks) greyed, and never goes
    below it.
    """

    value_changed = Signal(object)

    def __init__(self, top: int, step: int, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top, self._step = top, step
        self._value: int | None = None
        self._least = 0
        self.edit = _NumberEdit(len(str(top)))
        self.edit.setValidator(QIntValidator(0, 99999, self.edit))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setMinimumHeight(TARGET)
        self.edit.editingFinished.connect(self._on_typed)
        self.edit.stepped.connect(self._on_stepped)
        self.less_button = button("−", "quiet", lambda: self._on_stepped(-1))
        self.more_button = button("+", "quiet", lambda: self._on_stepped(1))
        self.hint: QLabel = label("", "small")
        self.hint.hide()
        self.sentence: QLabel = label("", "strong")
        self.sentence.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        typed = QWidget()
        row = QHBoxLayout(typed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        whole.addWidget(Beside(typed, self.hint, (0, 1), HINT_LETTERS))
        whole.addWidget(self.sentence)
        for part in (self.less_button, self.edit, self.more_button):
            row.addWidget(part)
        for part in (self.less_button, self.more_button):
            part.setFixedWidth(48)
            part.setMinimumHeight(TARGET)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(label(unit, "secondary"), 1)
        self.setFocusProxy(self.edit)

    def set_names(self, name: str) -> None:
        """Name the number and its two buttons for screen readers."""
        self.edit.setAccessibleName(name)
        self.less_button.setAccessibleName(_("Less: {name}").format(name=name))
        self.more_button.setAccessibleName(_("More: {name}").format(name=name))

    def value_or_none(self) -> int | None:
        """The recorded number; None means not recorded."""
        return self._value

    def show_value(self, value: int | None) -> None:
        """Show a stored value silently; what is being typed stays.

        A number too high stays until another value is shown.
        """
        if self.too_high and value == self._value:
            return
        self._value = value
        if self.too_high or not self.edit.isModified():
            self.forget_typed()

    @property
    def too_high(self) -> bool:
        """Whether a number is typed that cannot be recorded."""
        return bool(self.sentence.text())

    def forget_typed(self) -> None:
        """Show what is recorded instead of what is typed."""
        self.edit.setText("" if self._value is None else str(self._value))
        self._say("")
        self._describe()

    def _say(self, sentence: str) -> None:
        if sentence and sentence != self.sentence.text():
            announce(self.edit, sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def show_proposal(self, least: int, words: str) -> None:
        """Offer `least` as the value and lower bound; `words` say where it comes from."""
        self._least = least
        self.edit.setPlaceholderText(str(least) if words else "")
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._describe()

    def choose(self, value: int | None) -> None:
        """What the patient chose, brought between the proposal and the top."""
        bounded = None if value is None else min(max(value, self._least), self._top)
        changed = bounded != self._value
        self._value = bounded
        self.forget_typed()
        if changed:
            self.value_changed.emit(bounded)

    def _describe(self) -> None:
        state = _("not recorded") if self._value is None else ""
        self.edit.setAccessibleDescription(", ".join(filter(None, (state, self.hint.text()))))

    @Slot(int)
    def _on_stepped(self, direction: int) -> None:
        self._on_typed()
        if self.too_high:
            return
        if self._value is None:
            self.choose(self._least if self._least or direction < 0 else self._step)
        else:
            self.choose(self._value + direction * self._step)

    @Slot()
    def _on_typed(self) -> None:
        text = self.edit.text().strip()
        number = int(text) if text.isdigit() else None
        if number is not None and number > self._top:
            sentence = _("This takes a whole number from 0 to {top}.")
            self._say(sentence.format(top=format_number(self._top)))
        else:
            self.choose(number)
