"""All finger and toe sores: on drawn hands and feet, and as rows, the open ones first."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Sore, SoreDay
from diary.change import Change
from diary.i18n import _, ngettext
from diary.logic.event_phrases import sore_place
from diary.logic.sores import (
    SoreHistory,
    by_place,
    histories,
    place_counts,
    sore_problems,
)
from diary.session import Session
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.sore_editor import SoreDayEditor, SoreEditor, new_sore
from diary.ui.dialogs.sore_history_dialog import SoreHistoryDialog
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import PART, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.sore_list import SoreList
from diary.ui.widgets.sore_places import SorePlaces

SECTION = "fingers-and-toes"
Dialog = SoreEditor | SoreDayEditor | SoreHistoryDialog


class SoresPanel(QWidget):
    """Adds, records, heals, corrects and deletes sores. `announced` says what was done."""

    announced = Signal(str)
    section_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._stale = self._acted = False
        self.dialog: Dialog | None = None
        self.list = SoreList()
        self.places = SorePlaces(theme)
        self.words = label("", "secondary")
        self.place = label("", "strong")
        self.add_button = writing(button(_("Add a sore"), "beside", self.add))
        self.explain_button = button("i", "icon", self._on_explain, _("About finger and toe sores"))
        self.notice = Notice(_("Undo"), session.undo, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.places.chosen.connect(self._on_place)
        self.list.day_wanted.connect(self.record_day)
        self.list.healed.connect(self.heal)
        self.list.history_wanted.connect(self.show_history)
        self.list.edit_wanted.connect(self.edit)
        self._session.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(PART)
        whole.addWidget(self.words)
        whole.addWidget(self.places)
        tools = QWidget()
        flow = FlowLayout(tools)
        flow.addWidget(self.add_button)
        whole.addWidget(self.place)
        whole.addWidget(tools)
        whole.addWidget(self.notice)
        whole.addWidget(self.list)

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show the sores as they are stored, with what is still being saved."""
        self._stale = False
        known = self._histories()
        self.places.show_sores(known, self._session.today())
        self.words.setText(_summary(known))
        self._show_place(known)
        self.list.show_sores(known, self._session.today())
        order_tabs([self.add_button, self.notice, self.list])

    def _histories(self) -> list[SoreHistory]:
        events = self._session.events
        return histories(events(Sore), events(SoreDay))

    def _show_place(self, known: list[SoreHistory]) -> None:
        """Name the chosen finger or toe, and what it has."""
        here = by_place(known).get(self.places.chosen_or_empty(), [])
        name = self.places.words()
        self.place.setText(": ".join(filter(None, (name, place_counts(here)))))
        self.place.setVisible(bool(name))
        self.add_button.setText(
            _("Add a sore: {place}").format(place=name) if name else _("Add a sore")
        )

    # What the patient wants.

    @Slot()
    @comes_back
    def add(self) -> None:
        """Write down a new sore; where it is may be chosen already."""
        sore = new_sore(self._session, self.places.chosen_or_empty())
        self._open(SoreEditor(self._session, self._theme, sore, parent=self))

    @Slot(str)
    @comes_back
    def edit(self, sore_id: str) -> None:
        """Correct a sore."""
        found = self.list.found(sore_id)
        editor = SoreEditor(self._session, self._theme, found.sore, found.days, self)
        editor.removed.connect(self.remove)
        self._open(editor)

    @Slot(str)
    def record_day(self, sore_id: str) -> None:
        """Record how a sore is today, or correct it."""
        found = self.list.found(sore_id)
        entry = found.on(self._session.today())
        editor = SoreDayEditor(self._session, self._theme, found, entry, self)
        if entry is not None:
            editor.removed.connect(lambda _day: self._remove(entry, _("The day was deleted.")))
        self._open(editor)

    @Slot(str)
    def heal(self, sore_id: str) -> None:
        """Say that a sore has healed today."""
        found = self.list.found(sore_id)
        sore = replace(found.sore, healed=self._session.today())
        if sore_problems(sore, found.days, self._session.today()):
            self.edit(sore_id)
            return
        self._session.put(sore)
        self._say_done(_("{sore} has healed.").format(sore=sore_place(sore)))
        self.list.focus_on(sore_id)

    @Slot(str)
    def show_history(self, sore_id: str) -> None:
        """Show a sore day by day, with its photos."""
        sore = self.list.found(sore_id).sore
        self._open(SoreHistoryDialog(self._session, self._theme, sore, self))

    @Slot(str)
    def remove(self, sore_id: str) -> None:
        """Delete a sore with its days and photos; undo brings it back."""
        self._remove(self.list.found(sore_id).sore, _("The sore was deleted."))

    def _remove(self, record: Sore | SoreDay, words: str) -> None:
        self._session.remove(record)
        self._say_done(words)
        self.add_button.setFocus()

    def _say_done(self, words: str) -> None:
        """Say what was done, and offer to take it back until something else changes."""
        self._acted = True
        self.refresh()
        self.notice.say(words)
        self.announced.emit(_("{what} Ctrl+Z takes it back.").format(what=words))

    def _open(self, dialog: Dialog) -> None:
        self.close_editor()
        self.notice.say("")
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        if isinstance(dialog, SoreHistoryDialog):
            dialog.photos.announced.connect(self.announced)
        else:
            dialog.kept.connect(self.announced)
        dialog.open_first()

    def close_editor(self) -> None:
        """Keep what an open dialog holds, as far as it fits."""
        if isinstance(self.dialog, SoreHistoryDialog):
            self.dialog.reject()
        elif self.dialog is not None:
            self.dialog.keep_what_can_be()

    # What happens.

    @Slot(str)
    def _on_place(self, _place: str) -> None:
        self._show_place(self._histories())
        announce(self.places, self.place.text())

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.refresh()

    @Slot()
    def _on_explain(self) -> None:
        self.section_wanted.emit(SECTION)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.kinds & {Sore, SoreDay}:
            return
        if not self._acted:
            self.notice.say("")
        self._acted = False
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what changed meanwhile, and the present day."""
        super().showEvent(event)
        if self._stale or self.list.shown_on != self._session.today():
            self.refresh()


def _summary(known: list[SoreHistory]) -> str:
    if not known:
        return _(
            "No finger or toe sore is written down. To add one, choose its place on the drawing "
            "or in the list, then “Add a sore”."
        )
    open_ones = sum(each.sore.healed is None for each in known)
    words = _("No sore is open.")
    if open_ones:
        words = ngettext("{n} sore is open.", "{n} sores are open.", open_ones)
    healed = len(known) - open_ones
    if healed:
        words += " " + ngettext("{n} has healed.", "{n} have healed.", healed)
    return words
