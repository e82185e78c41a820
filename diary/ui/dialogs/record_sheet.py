"""What the small forms of one record share: measurements, sores, and how a sore is on a day.

*Done* keeps what was entered; Escape and closing keep it too where it can be kept. What cannot be
kept gets a sentence at its input, and a second Escape leaves without it. Enter in a line is *Done*.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from diary.field import Group
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout

WIDE = 620
ROOM = 32
"""Pixels of the window that stay visible around the form."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RecordSheet(QDialog):
    """One record. `kept` and `removed` carry its id.

    A form of its own fills `body` and says what was entered (`commit`, `is_changed`), what is
    wrong (`say_problems`), and how it is kept (`store`) and deleted (`erase`).
    """

    kept = Signal(str)
    removed = Signal(str)

    def __init__(
        self, title: str, group: Group, theme: Theme, parent: QWidget | None, *, is_new: bool
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_new = is_new
        self._warned = False
        leave = _("Do not add") if is_new else _("Leave it as it was")
        self.done_button = button(_("Done"), "primary", self.keep)
        self.leave_button = button(leave, "beside", self.leave)
        self.remove_button = button(_("Delete"), "beside", self.remove)
        self.remove_button.setVisible(not is_new)
        self.saying = label("", "strong")
        self.body = self._lay_out(title, group)

    def _lay_out(self, title: str, group: Group) -> QVBoxLayout:
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GAP + 4)
        whole.setSpacing(GAP)
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        frame, body = card(title, group)
        body.setSpacing(GAP + 4)
        column.addWidget(frame)
        column.addStretch(1)
        self.area = scrolling(self.inside)
        whole.addWidget(self.area, 1)
        self.saying.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        self.saying.hide()
        whole.addWidget(self.saying)
        whole.addWidget(self._buttons())
        return body

    def _buttons(self) -> QWidget:
        row = QWidget()
        buttons = FlowLayout()
        for made in (self.done_button, self.leave_button, self.remove_button):
            buttons.addWidget(made)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        inside.addLayout(buttons)
        return row

    def add_row(self, words: str, *widgets: QWidget) -> None:
        """Add inputs below each other, with a word above them."""
        if words:
            self.body.addWidget(label(words, "secondary"))
        for widget in widgets:
            self.body.addWidget(widget)

    def show_at(self, first: QWidget) -> None:
        """Open with the keyboard on an input."""
        self.resize(self._size())
        self.open()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)

    def _size(self) -> QSize:
        width = self._theme.px(WIDE)
        inside = self.inside.layout()
        height = inside.totalHeightForWidth(width) if inside else 0
        wanted = QSize(width, height + self.done_button.sizeHint().height() + 4 * GAP)
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        return wanted.boundedTo(free - QSize(ROOM, ROOM))

    # What a form of its own does.

    def commit(self) -> None:
        """Read what is typed as it stands."""
        raise NotImplementedError

    def is_changed(self) -> bool:
        """Whether something was entered that is not stored yet."""
        raise NotImplementedError

    def say_problems(self) -> bool:
        """Whether something is wrong; if so it is said at its input, which has the keyboard."""
        raise NotImplementedError

    def store(self) -> str:
        """Keep what was entered; the id of its record."""
        raise NotImplementedError

    def erase(self) -> str:
        """Delete the record; its id."""
        raise NotImplementedError

    # Leaving.

    @Slot()
    def keep(self) -> bool:
        """Save what was entered and close; False, and a sentence, where it cannot be kept."""
        self.commit()
        if not self.is_new and not self.is_changed():
            self.leave()
            return True
        if self.say_problems():
            return False
        kept = self.store()
        super().accept()
        self.kept.emit(kept)
        return True

    @Slot()
    def reject(self) -> None:
        """Escape and closing: what was entered is kept, or asked about once."""
        self.commit()
        if self._warned or not self.is_changed():
            self.leave()
        elif not self.keep():
            self._warned = True
            self._say(_("This cannot be kept as it is. Press Escape again to leave without it."))

    def keep_what_can_be(self) -> None:
        """Save and close without asking: the window is closing."""
        self.commit()
        if not self.is_changed() or not self.keep():
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Close and change nothing."""
        super().reject()

    @Slot()
    def remove(self) -> None:
        """Delete the record; undo brings it back."""
        gone = self.erase()
        super().accept()
        self.removed.emit(gone)

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self._warned = False
        self._say("")

    def _say(self, words: str) -> None:
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        announce(self, words)

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.inside.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, 3 * GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the focused button; in a line, and with Ctrl, it is *Done*."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control or isinstance(focused, QLineEdit):
            self.keep()
        elif isinstance(focused, QPushButton):
            focused.click()
