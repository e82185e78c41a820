"""Several answers out of some: large buttons that stay down. One Tab stop a group.

Tab enters a group, the arrows move in it, Space or Enter chooses, Tab leaves it. An optional
shortcut ("All") sets or clears the whole group.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from diary.ui.sideways import step_of
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.wrapped_button import WrappedButton


@dataclass(frozen=True, slots=True)
class Chip:
    """One answer: its stored key, its words, and its full name for screen readers."""

    key: str
    words: str
    name: str = ""


class _ChipButton(WrappedButton):
    """An answer, named for screen readers."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setMinimumHeight(TARGET)
        if name:
            self.setAccessibleName(name)


class ChoiceChips(QWidget):
    """The chosen keys, in declared order; `value_changed` carries them as a tuple.

    A key in `alone` ("none noticed") takes the others away, and they take it away.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        name: str,
        chips: Sequence[Chip],
        *,
        alone: Collection[str] = (),
        shortcut: Chip | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._alone = frozenset(alone)
        self._later: tuple[str, ...] = ()
        self._flow = FlowLayout(self)
        self._all: QPushButton | None = None
        self._chips: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        if shortcut is not None:
            self._all = self._add(shortcut, name)
            self._all.clicked.connect(self._on_all)
        for chip in chips:
            made = self._add(chip, name)
            made.clicked.connect(partial(self._on_chip, chip.key))
            self._chips[chip.key] = made
        self._stop_at(self._buttons()[0])

    def _add(self, chip: Chip, group: str) -> QPushButton:
        made = _ChipButton(chip.words, f"{group}: {chip.name or chip.words}")
        made.installEventFilter(self)
        self._flow.addWidget(made)
        return made

    def _buttons(self) -> list[QPushButton]:
        return ([self._all] if self._all else []) + list(self._chips.values())

    # Value.

    def value(self) -> tuple[str, ...]:
        """The chosen keys; those of a later version of the program are kept."""
        return tuple(key for key, made in self._chips.items() if made.isChecked()) + self._later

    def show_value(self, keys: Iterable[str]) -> None:
        """Show stored keys without saying that they changed."""
        given = tuple(dict.fromkeys(keys))
        self._later = tuple(key for key in given if key not in self._chips)
        for key, made in self._chips.items():
            made.setChecked(key in given)
        self._sync_all()
        self._stop_at(self._begin())

    def _begin(self) -> QPushButton:
        """The first chosen answer; the first of all where none is."""
        chosen = (made for made in self._chips.values() if made.isChecked())
        return next(chosen, self._buttons()[0])

    def _sync_all(self) -> None:
        if self._all is not None:
            self._all.setChecked(all(made.isChecked() for made in self._chips.values()))

    def _on_chip(self, key: str) -> None:
        if self._chips[key].isChecked():
            for other, made in self._chips.items():
                if other != key and (key in self._alone or other in self._alone):
                    made.setChecked(False)
        self._sync_all()
        self.value_changed.emit(self.value())

    def _on_all(self) -> None:
        wanted = self._all is not None and self._all.isChecked()
        for made in self._chips.values():
            made.setChecked(wanted)
        self.value_changed.emit(self.value())

    # Keys.

    def first(self) -> QPushButton:
        """Where Tab enters the group."""
        return next(made for made in self._buttons() if _is_stop(made))

    def _stop_at(self, here: QPushButton) -> None:
        """Make one button the group's Tab stop."""
        for made in self._buttons():
            policy = Qt.FocusPolicy.StrongFocus if made is here else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)
        self.setFocusProxy(here)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows move, Enter chooses; a focused button becomes the Tab stop."""
        if not isinstance(watched, QPushButton):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return False

    def _on_key(self, here: QPushButton, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        buttons = self._buttons()
        place = buttons.index(here)
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left as key:
                place += step_of(self, key)
            case Qt.Key.Key_Down:
                place += 1
            case Qt.Key.Key_Up:
                place -= 1
            case Qt.Key.Key_Home:
                place = 0
            case Qt.Key.Key_End:
                place = len(buttons) - 1
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                here.click()
                return True
            case _:
                return False
        buttons[place % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _is_stop(made: QPushButton) -> bool:
    return made.focusPolicy() is Qt.FocusPolicy.StrongFocus
