"""A dialog in which something is entered: a card to scroll, and the ways to leave it.

*Done* keeps what was entered; Enter goes on from line to line. Escape and closing leave the dialog;
where something was typed they say so first, and a second Escape leaves it out. What does not fit
gets a sentence at its input.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from diary.i18n import _
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.enter import ENTER
from diary.ui.focus import begin_in, stops_of, tab_after
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.typed_edit import TypedEdit

WIDE = 620
ROUNDING = 2
"""Pixels that rounding may cost."""
TYPED = (QLineEdit, QPlainTextEdit)
TIGHTER = 3 * GAP
"""What narrower gaps save where only so little is missing: nobody should scroll for that."""


class EntryDialog(Dialog):
    """A subclass fills `column`, and knows what is `unsaved`, what is wrong, and how to save.

    `kept` says that something was saved, in words; `removed` carries the key of what shall go.
    """

    kept = Signal(str)
    removed = Signal(str)
    wide = WIDE
    """The usual width, in pixels at the usual text size."""

    def __init__(
        self, session: Session, theme: Theme, title: str, section: str, parent: QWidget | None
    ) -> None:
        super().__init__(session, theme, title, section, parent)
        self._warned = False
        self.done_button = writing(button(_("Done"), "primary", self.keep))
        self.leave_button = button("", "beside", self.leave)
        self.saying = label("", "problem")
        self._buttons = FlowLayout()
        self.foot_row = QHBoxLayout()
        self._lay_out()
        self.for_known()

    def _lay_out(self) -> None:
        self.inside = QWidget()
        self.inside.installEventFilter(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        self.column.setSpacing(2 * GAP)
        self.area = scrolling(self.inside)
        self.foot = QWidget()
        inside = QVBoxLayout(self.foot)
        inside.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        inside.setSpacing(GAP)
        self.saying.hide()
        inside.addWidget(self.saying)
        self.foot_row.setSpacing(2 * GAP)
        self.foot_row.addLayout(self._buttons)
        inside.addLayout(self.foot_row)
        for made in (self.done_button, self.leave_button):
            self._buttons.addWidget(made)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, PART)
        self._whole.setSpacing(GAP)
        self._whole.addWidget(self.area, 1)
        self._whole.addWidget(self.foot)

    def for_new(self) -> None:
        """Say that leaving adds nothing."""
        self.leave_button.setText(_("Do not add"))

    def for_known(self) -> None:
        """Say that leaving changes nothing."""
        self.leave_button.setText(_("Leave it as it was"))

    def add_remove(self, words: str, key: str) -> None:
        """A button that deletes the record; undo brings it back."""
        self.remove_button = writing(button(words, "beside", lambda: self._remove(key)))
        self._buttons.addWidget(self.remove_button)

    # Opening.

    def open_on(self, first: QWidget) -> None:
        """Open as high as its contents, from their top, with the keyboard on an input."""
        tab_after(self.inside, self.foot.findChildren(QPushButton))
        self._fit_contents()
        owner = self.parentWidget()
        if owner is not None:
            owner.window().installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)
        self.open()
        begin_in(first)
        if isinstance(line := first.focusProxy() or first, QLineEdit):
            line.selectAll()
        QTimer.singleShot(0, self, self._show_from_top)

    def _fit_contents(self) -> None:
        self.fit(max(self.wide, self.theme.px(self.wide)), 0)  # the window may be narrower
        self.fit(self.width(), self._needed())
        if 0 < self._needed() - self.height() <= TIGHTER:
            self._move_closer()

    def _move_closer(self) -> None:
        self.column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self.column.setSpacing(GAP)
        self._whole.setContentsMargins(0, 0, 0, GAP // 2)

    @Slot()
    def grow(self) -> None:
        """Make room for what has come up, as far as there is room."""
        if self._needed() > self.height():
            self.fit(self.width(), self._needed())

    def _needed(self) -> int:
        wide = self.width()
        parts = [each.layout() for each in (self.inside, self.foot)]
        high = sum(_height(each, wide) for each in parts if each is not None)
        below = self._whole.contentsMargins().bottom()
        return high + self._whole.spacing() + below + ROUNDING

    @Slot()
    def _show_from_top(self) -> None:
        """What moved the keyboard has scrolled to it; a dialog begins at its beginning."""
        self.area.verticalScrollBar().setValue(0)

    # What a subclass knows.

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        raise NotImplementedError

    def say_problems(self) -> bool:
        """Whether something is wrong; if so it is said at its input, which has the keyboard."""
        raise NotImplementedError

    def save(self) -> str:
        """Keep what is entered; gives the words of what was done."""
        raise NotImplementedError

    # Leaving.

    @Slot()
    def keep(self) -> bool:
        """Save what was entered and close; False, and a sentence, where it cannot be kept."""
        if self.say_problems():
            return False
        words = self.save()
        self.accept()
        self.kept.emit(words)
        return True

    @Slot()
    def reject(self) -> None:
        """Escape and closing: ask once where something was typed."""
        if self._warned or not self.unsaved:
            self.leave()
            return
        self._warned = True
        if self.say_problems():
            self.say(_("This cannot be kept as it is. Escape again leaves it out."))
            return
        self.say(_("This is not kept yet. “Done” keeps it; Escape again leaves it out."))
        self.done_button.setFocus()

    @Slot()
    def leave(self) -> None:
        """Close and change nothing."""
        super().reject()

    def keep_what_can_be(self) -> None:
        """Save and close without asking, as far as it fits: the window is closing."""
        if not (self.unsaved and self.keep()):
            self.leave()

    def _remove(self, key: str) -> None:
        self.accept()
        self.removed.emit(key)

    def say(self, words: str) -> None:
        """Say something above the buttons and to screen readers, until what is entered changes."""
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        self.grow()
        announce(self, words)

    @Slot()
    def on_edited(self) -> None:
        """What was asked about leaving is no longer true."""
        if self._warned:
            self._warned = False
            self.say("")

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the keyboard went; a window that comes back stays as it was left."""
        came_from_here = before is not None and self.isAncestorOf(before)
        if came_from_here and now is not None and self.inside.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, 3 * GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Make room for what has come up; keep what fits when the window below closes."""
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.grow)
        if event.type() == QEvent.Type.Close and watched is not self.inside and self.isVisible():
            self.keep_what_can_be()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a line goes on to the next; Ctrl with Enter anywhere is *Done*."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif isinstance(line := self.focusWidget(), QLineEdit):
            self._go_on_from(line)
        else:
            super().keyPressEvent(event)

    def _go_on_from(self, line: QLineEdit) -> None:
        """Where several lines are typed, Enter must not end it: what is typed on would be lost.

        It goes to the next line that is still empty, or to *Done*, where a second Enter saves.
        What cannot be read is to be typed anew first.
        """
        if isinstance(line, TypedEdit) and line.bad and line.text().strip():
            line.selectAll()
            return
        typed = [each for each in stops_of(self.inside) if isinstance(each, TYPED)]
        if len(typed) == 1:
            self.keep()
            return
        after = typed[typed.index(line) + 1 :]
        empty = (each for each in after if isinstance(each, QLineEdit) and not each.text())
        next(empty, self.done_button).setFocus(Qt.FocusReason.TabFocusReason)


def _height(layout: QLayout, width: int) -> int:
    """What a layout needs at a width."""
    high = layout.totalHeightForWidth(width)
    return high if high >= 0 else layout.totalSizeHint().height()
