"""One answer out of a few: a row of large buttons of which at most one is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from diary.ui.sideways import step_of
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.wrapped_button import WrappedButton

Key = str | int
Pair = tuple[Key, str]
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Answer(WrappedButton):
    """A button that screen readers call one of several answers. Its owner says which is chosen."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAutoExclusive(True)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether it is chosen; of exclusive buttons Qt itself would let none be unchosen."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to the owner, who hears of the click."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the other answers in reach of Tab, too."""
        self.setAutoExclusive(False)
        super().focusInEvent(event)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the arrows to the owner, too."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceInput(QWidget):
    """Answers given as (key, words); `value_changed` carries the key, or None when cleared."""

    value_changed = Signal(object)

    def __init__(self, answers: Sequence[Pair], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Key | None = None
        self._buttons: dict[Key, Answer] = {}
        row = FlowLayout(self)
        for key, words in answers:
            made = Answer(words)
            made.clicked.connect(partial(self._on_clicked, key))
            made.setMinimumHeight(TARGET)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(made)
            self._buttons[key] = made
        self.setFocusProxy(next(iter(self._buttons.values())))

    def digits(self) -> Mapping[int, Key]:
        """Which answer each digit chooses: 1 the first."""
        return dict(enumerate(self._offered(), 1))

    def _offered(self) -> dict[Key, Answer]:
        """The answers that are not hidden."""
        return {key: made for key, made in self._buttons.items() if not made.isHidden()}

    def set_names(self, name: str) -> None:
        """Say the question before each answer to screen readers."""
        for made in self._buttons.values():
            made.setAccessibleName(f"{name}: {made.text()}")

    def offer(self, key: Key, *, offered: bool) -> None:
        """Show or hide one answer."""
        self._buttons[key].setVisible(offered)
        self.setFocusProxy(next(iter(self._offered().values())))

    @property
    def chosen_button(self) -> Answer:
        """The button of the chosen answer; the first where none is."""
        buttons = self._offered()
        return buttons[self._value] if self._value in buttons else next(iter(buttons.values()))

    def value_or_none(self) -> Key | None:
        """The chosen key; None means not recorded."""
        return self._value

    def show_value(self, value: Key | None) -> None:
        """Show a stored answer without saying that it changed."""
        self._value = value
        for key, made in self._buttons.items():
            made.show_chosen(chosen=key == value)

    def choose(self, value: Key | None) -> None:
        """What the patient chose."""
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.value_changed.emit(value)

    def _on_clicked(self, key: Key, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right move the focus, a digit chooses, Delete clears."""
        key, buttons = event.key(), list(self._offered().values())
        if step := step_of(self, key):
            here = next((i for i, made in enumerate(buttons) if made.hasFocus()), 0)
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key - Qt.Key.Key_0 in self.digits():
            self.choose(self.digits()[key - Qt.Key.Key_0])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        else:
            event.ignore()
