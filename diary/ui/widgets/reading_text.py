"""A long text to read and to copy from, which looks and scrolls like a page, not like a form."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QScrollBar, QTextBrowser, QWidget

MOVE, END = QTextCursor.MoveOperation, QScrollBar.SliderAction
LINES = {Qt.Key.Key_Up: MOVE.Up, Qt.Key.Key_Down: MOVE.Down}
ENDS = {
    Qt.Key.Key_Home: (MOVE.Start, END.SliderToMinimum),
    Qt.Key.Key_End: (MOVE.End, END.SliderToMaximum),
}
CARET = 1
AIR = 8
"""So many pixels are left above an anchor."""


class ReadingText(QTextBrowser):
    """The arrows scroll by a line, and take an unseen caret along: screen readers read at it.

    The caret shows only where a selection ends that the keyboard makes longer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextBrowserInteraction | flag.TextSelectableByKeyboard)
        self._show_caret()
        self.selectionChanged.connect(self._show_caret)

    @Slot()
    def _show_caret(self) -> None:
        self.setCursorWidth(CARET if self.textCursor().hasSelection() else 0)

    def scrollToAnchor(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Stand at an anchor. Qt finds none while the caret has no width."""
        self.setCursorWidth(CARET)
        super().scrollToAnchor(name)
        self._show_caret()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - AIR)

    @property
    def top(self) -> QTextCursor:
        """The place in the text that stands at the top of what is seen."""
        return self.cursorForPosition(QPoint(round(self.document().documentMargin()), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows by a line, Home and End to the ends; with Shift they select, as everywhere."""
        key, plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in LINES:
            self._scroll_by(LINES[key])
        elif plain and key in ENDS:
            self._go_to(*ENDS[key])
        else:
            super().keyPressEvent(event)

    def _go_to(self, end: QTextCursor.MoveOperation, edge: QScrollBar.SliderAction) -> None:
        """To the first or the last letter, and to the very edge beside it."""
        self.moveCursor(end)
        self.verticalScrollBar().triggerAction(edge)

    def _scroll_by(self, line: QTextCursor.MoveOperation) -> None:
        """Scroll as far as the caret goes."""
        bar = self.verticalScrollBar()
        seen = bar.value()
        if not self.viewport().rect().contains(self.cursorRect()):
            self.setTextCursor(self.top)
        before = bar.value() + self.cursorRect().top()
        self.moveCursor(line)
        after = bar.value() + self.cursorRect().top()
        bar.setValue(seen + after - before)
