"""What the dialogs of medicines, doses, visits and questions share.

*Done* keeps what was entered. Escape and closing leave the dialog; where something was typed they
say so first, and a second Escape leaves it out. What does not fit gets a sentence at its input.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from diary.i18n import _
from diary.logic.valid import Problems
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.care_form import CareForm
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout

WIDE, HIGH = 620, 640
ROOM = 32
"""Pixels of the window that stay visible around the dialog."""


class CareEditor(QDialog):
    """One record. A subclass adds inputs to `form`, and says problems and saves.

    `kept` says that something was saved, in words; `removed` carries a key.
    """

    kept = Signal(str)
    removed = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self._warned = False
        self.form = CareForm(theme, session.today, session.week_begins)
        self.done_button = button(_("Done"), "primary", self.keep)
        self.leave_button = button(_("Leave it as it was"), "beside", self.leave)
        self.saying = label("", "strong")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._lay_out(title)
        self.resize(self._size())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self.column.setSpacing(2 * GAP)
        self.column.addWidget(label(title, "heading"))
        frame, body = card()
        body.addWidget(self.form)
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.area = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GAP + 4)
        whole.setSpacing(GAP)
        whole.addWidget(self.area, 1)
        self.saying.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        self.saying.hide()
        whole.addWidget(self.saying)
        whole.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        row = QWidget()
        buttons = FlowLayout()
        for made in (self.done_button, self.leave_button):
            buttons.addWidget(made)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        inside.addLayout(buttons)
        return row

    def _size(self) -> QSize:
        wanted = QSize(self.theme.px(WIDE), self.theme.px(HIGH))
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        return wanted.boundedTo(free - QSize(ROOM, ROOM))

    def add_below(self, widget: QWidget) -> None:
        """Put something under the inputs."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def add_remove(self, words: str, key: str) -> QPushButton:
        """A button below that deletes the record; undo brings it back."""
        made = button(words, "quiet", lambda: self._remove(key))
        made.setMinimumHeight(44)
        self.column.insertWidget(self.column.count() - 1, made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def open_at(self, part: str) -> None:
        """Open with the keyboard on an input."""
        self.form.edited.connect(self._on_edited)
        owner = self.parentWidget()
        if owner is not None:
            owner.window().installEventFilter(self)
        self.open()
        self.form.focus_on(part)

    # What a subclass knows.

    def problems(self) -> Problems:
        """What does not fit in what is entered, by part."""
        raise NotImplementedError

    def save(self) -> str:
        """Keep what is entered; gives the words of what was done."""
        raise NotImplementedError

    # Leaving.

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        self.form.commit()
        return self.form.dirty

    @Slot()
    def keep(self) -> bool:
        """Save what was entered and close; False, and a sentence, where it cannot be kept."""
        self.form.commit()
        found = self.problems()
        self.form.say(found)
        if found or self.form.bad:
            self._show(self.form.focus_wrong())
            return False
        words = self.save()
        super().accept()
        self.kept.emit(words)
        return True

    def _show(self, sentence: QWidget | None) -> None:
        """Bring a sentence into sight, once it has its place: its input may be a tall drawing."""
        if sentence is not None:
            QTimer.singleShot(0, sentence, partial(self.area.ensureWidgetVisible, sentence))

    @Slot()
    def reject(self) -> None:
        """Escape and closing: ask once where something was typed."""
        if self._warned or not self.unsaved:
            self.leave()
            return
        self._warned = True
        self._say(_("This is not kept yet. “Done” keeps it; Escape again leaves it out."))
        self.done_button.setFocus()

    @Slot()
    def leave(self) -> None:
        """Close and change nothing."""
        super().reject()

    def keep_what_can_be(self) -> None:
        """Save and close without asking, as far as it fits: the window is closing."""
        if not (self.unsaved and self.keep()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep what fits when the window below closes."""
        if event.type() == QEvent.Type.Close and watched is not self and self.isVisible():
            self.keep_what_can_be()
        return False

    def _remove(self, key: str) -> None:
        super().accept()
        self.removed.emit(key)

    def _say(self, words: str) -> None:
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        announce(self, words)

    @Slot()
    def _on_edited(self) -> None:
        if self._warned:
            self._warned = False
            self._say("")
        if any(made.sentence.text() for made in self.form.inputs.values()):
            self.form.say(self.problems())

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.area.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, 3 * GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the focused button; with Ctrl it is *Done*."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif isinstance(focused, QPushButton):
            focused.click()
