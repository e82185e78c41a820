"""All patches: on the drawn body, and as rows with their histories."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Key, Patch, PatchCheck, key_of
from diary.change import Change
from diary.field import Group
from diary.i18n import _, format_number, ngettext
from diary.logic.patches import PatchHistory, by_region, histories, place_words
from diary.session import Session
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.patch_editor import PatchCheckEditor, PatchEditor
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, PART, button, label, writing
from diary.ui.widgets.drawn_map import DrawnMap
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.maps.body import BODY
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.patch_list import PatchList
from diary.ui.widgets.photo_strip import PhotoStrip

SECTION = "patch"
LINE = 30
"""The characters of a line of a patch’s row."""


class PatchesPanel(QWidget):
    """Adds, measures, corrects and deletes patches. `announced` says what was done."""

    announced = Signal(str)
    section_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._stale = True
        self._removing: Key | None = None
        self.editor: PatchEditor | PatchCheckEditor | None = None
        self.list = PatchList(self._photos)
        self.map = DrawnMap(BODY, theme, Group.SKIN.value)
        self.add_button = writing(button(_("Add a patch"), "beside", lambda: self.add("")))
        self.explain_button = button("i", "icon", self._on_explain, _("About patches"))
        self.words = label("", "secondary")
        self.notice = Notice(_("Undo"), session.undo, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PART)
        column.addWidget(self.words)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notice)
        column.addWidget(self.list)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(label(str(BODY.hint), "secondary"))
        whole.addWidget(Beside(self.map, side, (0, 1), LINE))

    def _connect(self) -> None:
        self.map.chosen.connect(self._on_region)
        self.list.measure_wanted.connect(self.measure)
        self.list.edit_wanted.connect(self.edit)
        self.list.check_wanted.connect(self.correct)
        self.list.check_removed.connect(self.remove_check)
        self._session.changed.connect(self._on_changed)

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show the patches as they are stored, with what is still being saved."""
        self._stale = False
        known = self._histories()
        self.map.show_marks({key: _mark(each) for key, each in by_region(known).items()})
        self.map.show_chosen(None)
        self.words.setText(_summary(known))
        self.list.show_patches(known)
        order_tabs([self.add_button, self.notice, self.list])

    def _histories(self) -> list[PatchHistory]:
        events = self._session.events
        return histories(events(Patch), events(PatchCheck))

    def _photos(self, patch_id: str) -> QWidget:
        strip = PhotoStrip(self._session, self._theme, "patch", patch_id)
        strip.announced.connect(self.announced)
        return strip

    def open_patch(self, patch_id: str) -> None:
        """Show the history of one patch."""
        self.list.open_patch(patch_id)

    def _history(self, patch_id: str) -> PatchHistory:
        return self.list.rows[patch_id].history

    # What the patient wants.

    @comes_back
    def add(self, region: str) -> None:
        """Write down a new patch; where it is may be known already."""
        editor = PatchEditor(self._session, self._theme, None, region, self)
        self._open(editor)
        editor.open_first()

    @Slot(str)
    @comes_back
    def edit(self, patch_id: str) -> None:
        """Correct a patch."""
        history = self._history(patch_id)
        editor = PatchEditor(self._session, self._theme, history.patch, parent=self)
        editor.removed.connect(self.remove)
        self._open(editor)
        editor.open_first()

    @Slot(str)
    def measure(self, patch_id: str) -> None:
        """Write down how large a patch is now."""
        self._edit_check(self._history(patch_id), None)

    @Slot(object)
    def correct(self, check: PatchCheck) -> None:
        """Correct a size."""
        self._edit_check(self._history(check.patch), check)

    def _edit_check(self, history: PatchHistory, check: PatchCheck | None) -> None:
        editor = PatchCheckEditor(
            self._session, self._theme, history.patch, check, history.checks, self
        )
        self._open(editor)
        editor.open_first()

    @Slot(str)
    def remove(self, patch_id: str) -> None:
        """Delete a patch with its sizes and photos; undo brings it back."""
        self._remove(self._history(patch_id).patch, _("The patch was deleted."))

    @Slot(object)
    def remove_check(self, check: PatchCheck) -> None:
        """Delete a size; undo brings it back."""
        self._remove(check, _("The size was deleted."))

    def _remove(self, record: Patch | PatchCheck, words: str) -> None:
        """Delete, and offer to take it back until something else changes."""
        self._removing = key_of(record)
        self._session.remove(record)
        self.refresh()
        self.notice.say(words)
        self.announced.emit(_("{what} Ctrl+Z brings it back.").format(what=words))
        self.add_button.setFocus()

    def _open(self, editor: PatchEditor | PatchCheckEditor) -> None:
        self.close_editor()
        self.notice.say("")
        self.editor = editor
        editor.kept.connect(self.announced)
        editor.finished.connect(self._on_editor_closed)

    def close_editor(self) -> None:
        """Keep what an open editor holds, as far as it fits."""
        if self.editor is not None:
            self.editor.keep_what_can_be()

    # What happens.

    @Slot(str)
    def _on_region(self, region: str) -> None:
        there = by_region(self._histories()).get(region)
        if not there:
            self.add(region)
            return
        self.open_patch(there[0].patch.id)
        row = self.list.rows[there[0].patch.id]
        row.measure_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_editor_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self.refresh()

    @Slot()
    def _on_explain(self) -> None:
        self.section_wanted.emit(SECTION)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        gone = {key_of(edit.before) for edit in change.edits if edit.before and not edit.after}
        if self._removing is None:
            self.notice.say("")
        elif self._removing in gone:
            self._removing = None
        if change.kinds & {Patch, PatchCheck}:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _mark(there: list[PatchHistory]) -> Mark:
    words = [place_words(each.patch) for each in there]
    many = ngettext("{n} patch", "{n} patches", len(there))
    return Mark(sign=format_number(len(there)), words=f"{many}: {'; '.join(words)}")


def _summary(known: list[PatchHistory]) -> str:
    if not known:
        return _(
            "No patch of tight or hard skin is written down. To add one, choose its place on "
            "the drawing, or “Add a patch”."
        )
    settled = sum(each.patch.settled is not None for each in known)
    words = ngettext("{n} patch now.", "{n} patches now.", len(known) - settled)
    if settled:
        words += " " + ngettext("{n} has settled.", "{n} have settled.", settled)
    return words
