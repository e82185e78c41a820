"""Everything that can be said of one attack. Nothing in it must be filled in.

*Done* keeps what was entered; Escape and closing keep it too, so that nothing is ever lost by a
slip. *Leave it as it was* is the one way to drop changes; after an attack has ended, *Nothing more
to add* stands there, which drops nothing. What cannot be kept gets a sentence at its field; a
second Escape then keeps the rest.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Attack
from diary.field import Group
from diary.i18n import _, format_day
from diary.logic.attacks import Part, Problem, problems
from diary.session import Session
from diary.ui.dialogs.attack_form import AttackForm
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label
from diary.ui.widgets.photo_strip import PhotoStrip


def new_attack(session: Session) -> Attack:
    """An attack to be added afterwards: it starts as one that began now, of unknown length."""
    now = session.clock.now()
    return Attack(
        id=str(uuid7()),
        started_at=now.replace(second=0),
        zone=session.clock.zone(),
        recorded_at=now,
    )


class AttackEditor(EntryDialog):
    """One attack."""

    wide = 760

    def __init__(
        self, session: Session, theme: Theme, attack: Attack | None, parent: QWidget | None = None
    ) -> None:
        title = _("Add an attack") if attack is None else _("Attack")
        super().__init__(session, theme, title, "attack", parent)
        self._is_new = attack is None
        self._slipped = ""
        self._stored = attack or new_attack(session)
        self.form = AttackForm(theme, session.date_here)
        self.form.show_attack(self._stored)
        if self._is_new:
            self.form.length.expect_length()
        self.photos = PhotoStrip(
            session, theme, "attack", self.attack_id, keep_first=self.keep_first
        )
        self.photos.show_about(self.attack_id, self._stored.day)
        self._fill(title)
        self.form.edited.connect(self._on_form_edited)

    @property
    def attack_id(self) -> str:
        """Which attack it is."""
        return self._stored.id

    def _fill(self, title: str) -> None:
        self.column.addLayout(self.heading(self._heading(title), Group.RAYNAUD))
        self.form.add_part(_("Photos"), self.photos)
        self.column.addWidget(self.form)
        if self._is_new:
            self.for_new()
        else:
            self._offer_remove()

    def _heading(self, title: str) -> str:
        if self._is_new:
            return title
        return _("Attack on {day}").format(day=format_day(self._stored.day, "EEEE d MMMM y"))

    def _offer_remove(self) -> None:
        self.add_remove(_("Delete this attack"), self.attack_id)

    def open_at_details(self) -> None:
        """Open with the keyboard on the colours: the time of a timed attack is known."""
        self.open_on(self.form.colours)

    def open_at_start(self) -> None:
        """Open with the keyboard on the day."""
        self.open_on(self.form.start.day)

    def for_ended(self) -> None:
        """It has just ended: nothing need be added, and there is nothing to be left as it was."""
        words = _("It is kept. Add what you noticed, or choose “Done”.")
        self.column.insertWidget(1, label(words, "secondary"))
        self.leave_button.hide()

    # Leaving.

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        return self._entered() != self._stored or self.form.bad

    def say_problems(self) -> bool:
        """Whether something is wrong; if so it is said at its field."""
        return self._say_problems(self._entered())

    def save(self) -> str:
        """Keep what was entered; said where that was not asked for."""
        self._put(self._entered())
        return self._slipped

    def keep_first(self) -> bool:
        """Save a new attack and go on: a photo needs something to belong to."""
        entered = self._entered()
        if not self._is_new:
            return True
        if self._say_problems(entered):
            return False
        self._put(entered)
        self._stored, self._is_new = entered, False
        self.photos.show_about(entered.id, entered.day)
        self.for_known()
        self._offer_remove()
        return True

    @Slot()
    def reject(self) -> None:
        """Escape and closing: what was entered is kept."""
        self._slipped = _("What you entered is kept.")
        if not self.unsaved:
            self.leave()
        elif self._warned and self.say_problems():
            self.keep_what_can_be()
        elif not self.keep():
            self._warned = True
            self._slipped = ""
            self.say(_("This cannot be kept as it is. Press Escape again to keep only the rest."))

    def keep_what_can_be(self) -> None:
        """Save the entry with the stored times in place of those that cannot be kept, and close."""
        rest = self._rest(self._entered())
        if rest == self._stored:
            self.leave()
            return
        self._put(rest)
        self.accept()
        self.kept.emit(self._slipped)

    def _rest(self, entered: Attack) -> Attack:
        """The entry as far as it can be kept."""
        stored, rest = self._stored, entered
        wrong = {problem.part for problem in self._problems(rest)}
        if Part.LENGTH in wrong:
            rest = replace(rest, minutes=stored.minutes, ongoing=stored.ongoing)
        if Part.START in wrong or self._problems(rest):
            rest = replace(rest, started_at=stored.started_at)
            rest = replace(rest, minutes=stored.minutes, ongoing=stored.ongoing)
        return rest

    def _put(self, attack: Attack) -> None:
        if self._is_new or attack != self._stored:
            self.session.put_attack(attack)

    def _entered(self) -> Attack:
        self.form.commit()
        return self.form.attack(self._stored)

    # What cannot be kept.

    def _problems(self, entered: Attack) -> list[Problem]:
        running = self.session.running_attack()
        return problems(entered, self.session.clock.now(), running)

    def _say_problems(self, entered: Attack) -> bool:
        """Whether there is something wrong; if so it is said at its field."""
        found = self._problems(entered)
        self.form.say(found)
        wrong = bool(found) or self.form.bad
        if wrong:
            self.form.focus_wrong()
        return wrong

    @Slot()
    def _on_form_edited(self) -> None:
        self.on_edited()
        if not self.form.bad:
            self.form.say(self._problems(self.form.attack(self._stored)))
