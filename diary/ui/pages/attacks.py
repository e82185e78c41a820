"""All timed attacks: the running one on top, then day by day, newest first."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Attack
from diary.change import Change
from diary.field import Group
from diary.fields import SECTIONS
from diary.i18n import _
from diary.logic.attack_phrases import list_words
from diary.session import Session
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.theme import Theme
from diary.ui.widgets.attack_list_view import AttackListView
from diary.ui.widgets.attack_strip import AttackStrip
from diary.ui.widgets.controls import GAP, PART, TARGET, button, card, label, scrolling, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.invitation import Invitation
from diary.ui.widgets.notice import Notice

STRETCH = timedelta(days=90)
ONE_DAY = timedelta(days=1)


class AttacksPage(QWidget):
    """The page of attacks.

    `section_wanted` asks for the article section that explains them; `announced` says what was
    done.
    """

    section_wanted = Signal(str)
    announced = Signal(str)
    sample_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setProperty("role", "page")
        self._first = session.today() - STRETCH + ONE_DAY
        self._removed = self._kept = self._slipped = ""
        self._twice = False
        self.editor: AttackEditor | None = None
        self.list = AttackListView(theme)
        self.strip = AttackStrip(session, Qt.Orientation.Horizontal)
        self.summary = label("", "secondary")
        self.none_here = label(_("No attacks in these days."), "secondary")
        self.empty = Invitation(
            _("Your attacks will appear here"),
            _(
                "When one begins, choose “Attack now” (F2): it is timed until you say that it has "
                "ended. One that is over can be added here."
            ),
            _("Add an attack"),
        )
        writing(self.empty.begin_button)
        self.add_button = writing(button(_("Add an attack"), "quiet", self.add))
        self.edit_button = button(_("Edit"), "quiet", self._on_edit)
        self.remove_button = writing(button(_("Delete"), "quiet", self._on_remove))
        self.earlier_button = button(_("Show earlier"), "quiet", self.show_earlier)
        self.explain_button = button("i", "icon", self._on_explain, _("About Raynaud’s attacks"))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(PART)
        heading = QHBoxLayout()
        heading.addWidget(label(_("Attacks"), "title"), 1)
        heading.addWidget(self.explain_button)
        column.addLayout(heading)
        column.addWidget(self.summary)
        self.notice = Notice(_("Undo"), self._session.undo, inside)
        column.addWidget(self.notice)
        column.addWidget(self.empty)
        column.addWidget(self.none_here)
        self._running, body = card()
        body.addWidget(self.strip)
        column.addWidget(self._running)
        column.addWidget(self._tools())
        column.addWidget(self.list, 1)
        column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = FlowLayout(tools)
        for made in (self.add_button, self.edit_button, self.remove_button):
            made.setMinimumHeight(TARGET)
            row.addWidget(made)
        self.earlier_button.setMinimumHeight(TARGET)
        return tools

    def _connect(self) -> None:
        self.empty.begin_wanted.connect(self.add)
        self.empty.sample_wanted.connect(self.sample_wanted)
        self._session.changed.connect(self._on_changed)
        self.strip.details_wanted.connect(self.add_details)
        self.list.edit_wanted.connect(self.edit)
        self.list.remove_wanted.connect(self.remove)
        self.list.attack_chosen.connect(self._on_chosen)

    # Showing.

    @Slot(bool)
    def leave_running_out(self, yes: bool) -> None:  # noqa: FBT001 - a signal's
        """Whether the running attack, and the way to end it, stand beside the page already."""
        self._twice = yes
        self._running.setVisible(self._session.running_attack() is not None and not yes)

    @Slot()
    def refresh(self) -> None:
        """Show the attacks as they are stored."""
        attacks = self._session.read.attacks(self._first, date.max)
        earlier = self._has_earlier()
        self.list.show_attacks(attacks, self._session.clock.now())
        self.strip.refresh()
        self._running.setVisible(self._session.running_attack() is not None and not self._twice)
        self.earlier_button.setVisible(earlier)
        self.summary.setText(list_words(attacks, self._begins()))
        for shown in (self.list, self.summary, self.edit_button, self.remove_button):
            shown.setVisible(bool(attacks))
        invites = not attacks and not earlier
        self.empty.setVisible(invites)
        self.add_button.setVisible(not invites)
        self.none_here.setVisible(not attacks and earlier)
        self._rest.setVisible(not attacks)

    def _begins(self) -> date:
        """Where the list begins, or the diary where that is younger."""
        span = self._session.read.span()
        return max(self._first, span[0]) if span else self._first

    def _has_earlier(self) -> bool:
        span = self._session.read.span()
        return span is not None and span[0] < self._first

    @Slot()
    def show_earlier(self) -> None:
        """Go back by 90 days, or as far as the next attack before."""
        span = self._session.read.span()
        before = self._first
        while span is not None and self._first > span[0]:
            step = max(STRETCH, before - self._first)
            self._first = max(span[0], self._first - step)
            if self._session.read.attacks(self._first, before - ONE_DAY):
                break
        self.refresh()
        self.first_focus.setFocus()

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard is when the page opens: the list, or the way to a first attack."""
        if not self.list.isHidden():
            return self.list
        return self.add_button if self.empty.isHidden() else self.empty.begin_button

    @Slot(object)
    def _on_chosen(self, attack_id: str | None) -> None:
        self.edit_button.setEnabled(attack_id is not None)
        self.remove_button.setEnabled(attack_id is not None)

    # Doing.

    @Slot()
    @comes_back
    def add(self) -> None:
        """Write down an attack afterwards."""
        self._make_editor(None).open_at_start()

    @Slot(str)
    @comes_back
    def edit(self, attack_id: str) -> None:
        """Open an attack, with the keyboard on what was seen."""
        attack = self._session.read.attack(attack_id)
        if attack is not None:
            self.list.choose(attack_id)
            self._make_editor(attack).open_at_details()

    @Slot(str)
    def add_details(self, attack_id: str) -> None:
        """Open an attack that has just ended."""
        self.edit(attack_id)
        if self.editor is not None:
            self.editor.for_ended()

    @Slot(str)
    def remove(self, attack_id: str) -> None:
        """Delete an attack; undo brings it back."""
        self._removed = attack_id
        self._session.remove_attack(attack_id)

    def _make_editor(self, attack: Attack | None) -> AttackEditor:
        if self.editor is not None:
            self.editor.keep_what_can_be()
        self.editor = AttackEditor(self._session, self._theme, attack, self)
        self.editor.kept.connect(partial(self._on_kept, self.editor.attack_id))
        self.editor.removed.connect(self.remove)
        self.editor.finished.connect(self._on_editor_closed)
        return self.editor

    def _on_edit(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.edit(chosen.id)

    def _on_remove(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.remove(chosen.id)

    def _on_explain(self) -> None:
        self.section_wanted.emit(SECTIONS[Group.RAYNAUD])

    def _on_kept(self, attack_id: str, words: str) -> None:
        self._kept, self._slipped = attack_id, words

    @Slot()
    def _on_editor_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        if self.isVisible():  # one may have gone back to another page
            self.first_focus.setFocus()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Attack not in change.kinds:
            return
        self._tell(change)
        self._reach_kept(change)
        if self.isVisible():
            self.refresh()
            if self.list.choose(self._kept):
                self._kept = ""

    def _tell(self, change: Change) -> None:
        """Of what a slip may have done: deleted, or kept by Escape. Undo is beside it."""
        gone = {e.before.id for e in change.edits if isinstance(e.before, Attack) and not e.after}
        removed, self._removed = self._removed in gone, ""
        slipped, self._slipped = self._slipped, ""
        self.notice.say(_("The attack was deleted.") if removed else slipped)
        if removed:
            self.announced.emit(_("The attack was deleted. Ctrl+Z brings it back."))
        elif slipped:
            self.announced.emit(_("{what} Ctrl+Z undoes it.").format(what=slipped))

    def _reach_kept(self, change: Change) -> None:
        """Show as far back as an attack that was just added."""
        added = [edit.after for edit in change.edits if isinstance(edit.after, Attack)]
        days = [attack.day for attack in added if attack.id == self._kept]
        self._first = min([self._first, *days])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what an open editor holds."""
        if self.editor is not None:
            self.editor.keep_what_can_be()
        super().closeEvent(event)
