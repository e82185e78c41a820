"""Buttons and lines that hear it when an assistive tool turns them or writes into them.

Such a tool turns a button without a click and fills a line without a key. Who listens to clicks and
keys would not know: it would look as chosen or written, and nothing would be recorded. So a turn
counts as a click here, and a text as typed. What the program itself shows counts as neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPushButton

if TYPE_CHECKING:
    Base = QAbstractButton
else:
    Base = object


class _Turned(Base):
    """Tells a turn by the program and one by hand from one by an assistive tool."""

    _known = False

    def setChecked(self, on: bool) -> None:  # noqa: N802, FBT001 - Qt's name and form
        """The program shows a state."""
        self._known = True
        super().setChecked(on)
        self._known = False

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A hand has clicked; `clicked` follows."""
        self._known = True
        super().nextCheckState()
        self._known = False

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's form
        if not self._known:
            self.clicked[bool].emit(on)  # type: ignore[index] # not in its stubs


class StayButton(_Turned, QPushButton):
    """A push button that stays down."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)


class CheckBox(_Turned, QCheckBox):
    """A box with a tick."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.toggled.connect(self._on_toggled)


class Line(QLineEdit):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self._known = False
        self.textChanged.connect(self._on_changed)

    def setText(self, words: str | None) -> None:  # noqa: N802 - Qt's name
        """The program shows a text."""
        self._known = True
        super().setText(words)
        self._known = False

    def clear(self) -> None:
        """The program shows no text."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window where nothing is typed here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                return False
        return super().event(event)

    @Slot(str)
    def _on_changed(self, words: str) -> None:
        by_keys = self.isModified()
        if not self._known and not by_keys:
            self.setModified(True)
            self.textEdited.emit(words)
            self.editingFinished.emit()
