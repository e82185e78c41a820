"""A line for a passphrase: large, hidden until shown; paste and on-screen keyboards work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.lock import typed
from diary.ui.widgets.controls import TARGET, label

HIGH = 52


class _Tick(QCheckBox):
    """A box in which Enter goes on, as it does in the line above."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SecretLine(QWidget):
    """The line below its name, and a box that shows what is typed. Enter in both says `entered`."""

    edited = Signal()
    entered = Signal()
    shown_changed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("secret", "in no draft")
        self.line = secret_edit(name)
        self.shown = _Tick(_("Show what I type"))
        self.shown.setMinimumHeight(TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        said = label(name, "strong")
        said.setBuddy(self.line)
        for each in (said, self.line, self.shown):
            column.addWidget(each)
        self.setFocusProxy(self.line)
        self.shown.toggled.connect(self._on_shown)
        self.shown.clicked.connect(self._on_ticked)
        self.shown.entered.connect(self.entered)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """The passphrase as it counts."""
        return typed(self.line.text())

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()

    @Slot()
    def _on_ticked(self) -> None:
        """What is typed on goes into the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_shown(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signature
        show(self.line, shown=shown)
        self.shown_changed.emit(shown)


def secret_edit(name: str) -> QLineEdit:
    """A line that hides what is typed."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMinimumHeight(HIGH)
    show(made, shown=False)
    return made


def show(line: QLineEdit, *, shown: bool) -> None:
    """Show what is typed, or dots."""
    kind = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    line.setEchoMode(kind)
