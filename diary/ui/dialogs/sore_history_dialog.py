"""A sore day by day, with its photos: Enter opens a day, Delete deletes it, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.records import Sore, SoreDay
from diary.change import Change
from diary.field import Group
from diary.i18n import _
from diary.logic.event_phrases import sore_place
from diary.logic.sores import SoreHistory, histories, since_words
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.sore_editor import SoreDayEditor
from diary.ui.models.sore_table import SoreTable
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.photo_strip import PhotoStrip
from diary.ui.widgets.record_table import RecordTable

WIDE, HIGH = 760, 680
ROWS = 5


class SoreHistoryDialog(Dialog):
    """The days of one sore, the latest first, and its photos."""

    def __init__(
        self, session: Session, theme: Theme, sore: Sore, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, sore_place(sore), "sore", parent)
        self.found = SoreHistory(sore)
        self.editor: SoreDayEditor | None = None
        self.model = SoreTable()
        self.table = RecordTable(self.model, theme, _("How it was, day by day"))
        self.state = label("", "secondary")
        self.note = label("", "")
        self.empty = label(_("How it was is not recorded for any day yet."), "secondary")
        self.add_button = writing(button(_("Add a day"), "beside", self.add))
        self.edit_button = button(_("Edit this day"), "beside", self.edit)
        self.remove_button = writing(button(_("Delete this day"), "beside", self.remove))
        self.close_button = button(_("Close"), "primary", self.reject)
        self.notice = Notice(_("Undo"), session.undo, self)
        self.photos = PhotoStrip(session, theme, "sore", sore.id)
        self._lay_out()
        self._prepare_table()
        session.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        title = sore_place(self.found.sore)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(PART)
        column.addLayout(self.heading(title, Group.RAYNAUD))
        days = _row(self.add_button, self.edit_button, self.remove_button)
        for part in (self.state, self.note, days, self.notice, self.empty, self.table):
            column.addWidget(part)
        column.addWidget(label(_("Photos"), "strong"))
        column.addWidget(self.photos)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 2 * GAP)
        whole.addWidget(scrolling(inside), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        whole.addLayout(foot)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _prepare_table(self) -> None:
        self.table.wrap_rows()
        self.table.setMinimumHeight(self.table.row_height * ROWS)
        self.table.open_wanted.connect(self.edit)
        self.table.delete_wanted.connect(self.remove)

    def open_first(self) -> None:
        """Open with the keyboard on the days."""
        self.open()
        (self.table if self.model.rowCount() else self.add_button).setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what is stored; close where the sore is gone."""
        here = self.table.currentIndex().row()
        key, events = self.found.sore.id, self.session.events
        days = [each for each in events(SoreDay) if each.sore == key]
        found = histories([each for each in events(Sore) if each.id == key], days)
        if not found:
            self.reject()
            return
        self.found = found[0]
        self.state.setText(since_words(self.found.sore, self.session.today()))
        self.note.setText(self.found.sore.note.strip())
        self.note.setVisible(bool(self.note.text()))
        self.model.show(self.found.days)
        rows = self.model.rowCount()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for made in (self.edit_button, self.remove_button):
            made.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(min(max(here, 0), rows - 1))

    def chosen(self) -> SoreDay | None:
        """The day on which the keyboard is."""
        return self.model.entry(self.table.currentIndex().row())

    # Doing.

    @Slot()
    def add(self) -> None:
        """Record how it was on another day."""
        self._open(SoreDayEditor(self.session, self.theme, self.found, None, self))

    @Slot()
    def edit(self) -> None:
        """Correct the chosen day."""
        entry = self.chosen()
        if entry is not None:
            editor = SoreDayEditor(self.session, self.theme, self.found, entry, self)
            editor.removed.connect(lambda _day: self._remove(entry))
            self._open(editor)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen day; undo brings it back."""
        entry = self.chosen()
        if entry is not None:
            self._remove(entry)

    def _remove(self, entry: SoreDay) -> None:
        self.session.remove(entry)
        self.refresh()
        self.notice.say(_("The day was deleted."))
        (self.table if self.model.rowCount() else self.add_button).setFocus()

    def _open(self, editor: SoreDayEditor) -> None:
        self.notice.say("")
        self.editor = editor
        editor.finished.connect(self._on_closed)
        editor.open_first()

    @Slot()
    def _on_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.kinds & {Sore, SoreDay}:
            return
        if any(edit.after is not None for edit in change.edits):
            self.notice.say("")
        self.refresh()

    def done(self, result: int) -> None:
        """Keep what an open day holds, and listen no more."""
        if self.editor is not None:
            self.editor.keep_what_can_be()
        self.session.changed.disconnect(self._on_changed)
        super().done(result)


def _row(*buttons: QPushButton) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    for made in buttons:
        flow.addWidget(made)
    return row
