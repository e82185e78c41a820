"""The day's note. It is saved when the typing pauses and when the field is left."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from diary.ui.widgets.controls import writing

PAUSE_MS = 900


class NoteEdit(QPlainTextEdit):
    """Plain words; `written` carries the text. Tab leaves the field."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        writing(self)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a stored note, unless the patient is typing."""
        if self._pause.isActive() or text == self.toPlainText():
            return
        self._shown = text
        self.setPlainText(text)
        self._pause.stop()

    @Slot()
    def flush(self) -> None:
        """Save what was typed, if anything changed."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Save on leaving."""
        self.flush()
        super().focusOutEvent(event)
