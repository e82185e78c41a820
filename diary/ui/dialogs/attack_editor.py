"""Everything that can be said of one attack. Nothing in it must be filled in.

*Done* keeps what was entered; Escape and closing keep it too, so that nothing is ever lost by a
slip. *Leave it as it was* is the one way to drop changes. What cannot be kept gets a sentence at
its field; a second Escape then keeps the rest.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from uuid_utils import uuid7

from db.records import Attack
from diary.i18n import _, format_day
from diary.logic.attacks import Part, Problem, problems
from diary.session import Session
from diary.ui.dialogs.attack_form import AttackForm
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.photo_strip import PhotoStrip

WIDE, HIGH = 760, 720
ROOM = 32
"""Pixels of the window that stay visible around the editor."""


def new_attack(session: Session) -> Attack:
    """An attack to be added afterwards: it starts as one that began now, of unknown length."""
    now = session.clock.now()
    return Attack(
        id=str(uuid7()),
        started_at=now.replace(second=0),
        zone=session.clock.zone(),
        recorded_at=now,
    )


class AttackEditor(QDialog):
    """One attack. `kept` and `removed` carry its id."""

    kept = Signal(str)
    removed = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, attack: Attack | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_new = attack is None
        self._stored = attack or new_attack(session)
        self._warned = False
        self.form = AttackForm(theme, session.date_here)
        self.form.show_attack(self._stored)
        if self._is_new:
            self.form.length.expect_length()
        attack_id = self._stored.id
        self.photos = PhotoStrip(session, theme, "attack", attack_id, keep_first=self.keep_first)
        self.photos.show_about(attack_id, self._stored.day)
        self.done_button = button(_("Done"), "primary", self.keep)
        self.leave_button = button(self._leave_words(), "beside", self.leave)
        self.remove_button = button(_("Delete this attack"), "quiet", self.remove)
        self.saying = label("", "strong")
        self._lay_out(theme)
        self.form.edited.connect(self._on_edited)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)

    def _leave_words(self) -> str:
        return _("Do not add") if self._is_new else _("Leave it as it was")

    def _lay_out(self, theme: Theme) -> None:
        title = _("Add an attack") if self._is_new else _("Attack")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GAP + 4)
        whole.setSpacing(GAP)
        self.form.add_heading(self._heading(title))
        self.form.add_part(_("Photos"), self.photos)
        self.form.add_below(self.remove_button)
        self.remove_button.setMinimumHeight(44)
        self.remove_button.setVisible(not self._is_new)
        self.area = scrolling(self.form)
        whole.addWidget(self.area, 1)
        self.saying.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        self.saying.hide()
        whole.addWidget(self.saying)
        whole.addWidget(self._buttons())
        self.resize(self._size(theme))

    def _buttons(self) -> QWidget:
        row = QWidget()
        buttons = FlowLayout()
        for made in (self.done_button, self.leave_button):
            buttons.addWidget(made)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        inside.addLayout(buttons)
        return row

    def _heading(self, title: str) -> str:
        if self._is_new:
            return title
        return _("Attack on {day}").format(day=format_day(self._stored.day, "EEEE d MMMM y"))

    def _size(self, theme: Theme) -> QSize:
        wanted = QSize(theme.px(WIDE), theme.px(HIGH))
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        return wanted.boundedTo(free - QSize(ROOM, ROOM))

    def open_at_details(self) -> None:
        """Open with the keyboard on the colours: the time of a timed attack is known."""
        self.open()
        self.form.colours.setFocus(Qt.FocusReason.TabFocusReason)

    def open_at_start(self) -> None:
        """Open with the keyboard on the day."""
        self.open()
        self.form.start.day.setFocus(Qt.FocusReason.TabFocusReason)
        self.form.start.day.selectAll()

    # Leaving.

    @Slot()
    def keep(self) -> bool:
        """Save what was entered and close; False, and a sentence, where it cannot be kept."""
        entered = self._entered()
        if self._say_problems(entered):
            return False
        self._save(entered)
        return True

    def keep_first(self) -> bool:
        """Save a new attack and go on: a photo needs something to belong to."""
        entered = self._entered()
        if not self._is_new:
            return True
        if self._say_problems(entered):
            return False
        self._session.put_attack(entered)
        self._stored, self._is_new = entered, False
        self.photos.show_about(entered.id, entered.day)
        self.leave_button.setText(self._leave_words())
        self.remove_button.show()
        return True

    @Slot()
    def reject(self) -> None:
        """Escape and closing: what was entered is kept."""
        entered = self._entered()
        if self._warned and self._say_problems(entered):
            self._keep_rest(entered)
        elif entered == self._stored and not self.form.bad:
            self.leave()
        elif not self._say_problems(entered):
            self._save(entered)
        else:
            self._warned = True
            self._say(_("This cannot be kept as it is. Press Escape again to keep only the rest."))

    def keep_what_can_be(self) -> None:
        """Save and close without asking: the window is closing."""
        self._keep_rest(self._entered())

    @Slot()
    def leave(self) -> None:
        """Close and change nothing."""
        super().reject()

    @Slot()
    def remove(self) -> None:
        """Delete the attack; undo brings it back."""
        self._session.remove_attack(self._stored.id)
        super().accept()
        self.removed.emit(self._stored.id)

    def _entered(self) -> Attack:
        self.form.commit()
        return self.form.attack(self._stored)

    def _save(self, attack: Attack) -> None:
        if self._is_new or attack != self._stored:
            self._session.put_attack(attack)
        super().accept()
        self.kept.emit(attack.id)

    def _keep_rest(self, entered: Attack) -> None:
        """Save the entry with the stored times in place of those that cannot be kept."""
        stored, rest = self._stored, entered
        wrong = {problem.part for problem in self._problems(rest)}
        if Part.LENGTH in wrong:
            rest = replace(rest, minutes=stored.minutes, ongoing=stored.ongoing)
        if Part.START in wrong or self._problems(rest):
            rest = replace(rest, started_at=stored.started_at)
            rest = replace(rest, minutes=stored.minutes, ongoing=stored.ongoing)
        if rest == stored:
            self.leave()
        else:
            self._save(rest)

    # What cannot be kept.

    def _problems(self, entered: Attack) -> list[Problem]:
        running = self._session.running_attack()
        return problems(entered, self._session.clock.now(), running)

    def _say_problems(self, entered: Attack) -> bool:
        """Whether there is something wrong; if so it is said at its field."""
        found = self._problems(entered)
        self.form.say(found)
        wrong = bool(found) or self.form.bad
        if wrong:
            self.form.focus_wrong()
        return wrong

    def _say(self, words: str) -> None:
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        announce(self, words)

    @Slot()
    def _on_edited(self) -> None:
        self._warned = False
        self._say("")
        if not self.form.bad:
            self.form.say(self._problems(self.form.attack(self._stored)))

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.form.isAncestorOf(now):
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
