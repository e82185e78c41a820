"""What the three parts of the care page share: tools, a list, an offer to undo, an invitation."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from diary.change import Change
from diary.i18n import _
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.models.care_list import Entry
from diary.ui.theme import Theme
from diary.ui.widgets.care_list import CareList
from diary.ui.widgets.controls import PART, TARGET, button, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.invitation import Invitation
from diary.ui.widgets.notice import Notice


class CarePanel(QWidget):
    """A list of records of the diary and what can be done with the chosen one.

    A subclass gives the entries, the tools and the dialogs. `announced` says what was done.
    """

    announced = Signal(str)
    kinds: frozenset[type] = frozenset()
    add_button: QPushButton

    def __init__(
        self, session: Session, theme: Theme, name: str, help_text: str, empty: Invitation
    ) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.editor: RecordDialog | None = None
        self._to_say = ""
        self.list = CareList(name, help_text, theme)
        self.empty = empty
        writing(empty.begin_button)
        empty.begin_wanted.connect(self.add)
        self.notice = Notice(_("Undo"), session.undo, self)
        self.tools = QWidget()
        self._row = FlowLayout(self.tools)
        self.of_chosen: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PART)
        column.addWidget(self.empty)
        column.addWidget(self.tools)
        column.addWidget(self.notice)
        column.addWidget(self.list, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.list.open_wanted.connect(self.open_record)
        self.list.remove_wanted.connect(self.remove)
        self.list.chosen_changed.connect(self.show_tools)
        session.changed.connect(self._on_changed)

    def add_tool(self, made: QPushButton, *, of_chosen: bool) -> QPushButton:
        """Add a button; those of the chosen record are off while none is chosen."""
        made.setMinimumHeight(TARGET)
        self._row.addWidget(made)
        if of_chosen:
            self.of_chosen.append(made)
        return made

    def tool(self, words: str, then: str, *, of_chosen: bool = True) -> QPushButton:
        """A button that calls a method of the panel with the chosen key."""

        def on_click() -> None:
            if of_chosen and self.list.chosen:
                getattr(self, then)(self.list.chosen)
            elif not of_chosen:
                getattr(self, then)()

        return self.add_tool(button(words, "quiet", on_click), of_chosen=of_chosen)

    # What a subclass knows.

    def entries(self) -> Iterable[Entry]:
        """What the list shows."""
        raise NotImplementedError

    @Slot()
    def add(self) -> None:
        """Open the dialog for a new record."""
        raise NotImplementedError

    @Slot(str)
    def open_record(self, key: str) -> None:
        """Open a record."""
        raise NotImplementedError

    @Slot(str)
    def remove(self, key: str) -> None:
        """Delete a record; undo brings it back."""
        raise NotImplementedError

    @Slot(str)
    def show_tools(self, key: str) -> None:
        """Turn on what can be done with the chosen record."""
        for made in self.of_chosen:
            made.setEnabled(bool(key))

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show what is in the diary."""
        entries = list(self.entries())
        filled = bool(entries)
        began_here = self.window().focusWidget() is self.empty.begin_button
        self.list.show_entries(entries)
        for shown in (self.list, self.add_button, *self.of_chosen):
            shown.setVisible(filled)
        self.empty.setVisible(not filled)
        self._rest.setVisible(not filled)
        self.show_tools(self.list.chosen)
        if filled and began_here:  # or the keyboard would go on to a button
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What it consists of, from top to bottom."""
        return self.empty, self.tools, self.notice, self.list

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the list, or the way to a first record."""
        return self.empty.begin_button if self.list.isHidden() else self.list

    def say(self, words: str, *, undoable: bool = True) -> None:
        """Say what was done, and offer undo once it is saved."""
        self._to_say = words if undoable else ""
        self.announced.emit(words)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.kinds & self.kinds:
            return
        self.notice.say(self._to_say)
        self._to_say = ""
        if self.isVisible():
            self.refresh()

    # Dialogs.

    def open_editor(self, editor: RecordDialog, part: str) -> None:
        """Show a dialog; one that is still open is kept as far as it fits."""
        self.keep_what_can_be()
        self.editor = editor
        editor.kept.connect(self._on_kept)
        editor.removed.connect(self.remove)
        editor.finished.connect(self._on_closed)
        editor.open_at(part)

    def keep_what_can_be(self) -> None:
        """Keep what an open dialog holds."""
        if self.editor is not None:
            self.editor.keep_what_can_be()

    @Slot(str)
    def _on_kept(self, words: str) -> None:
        if words:
            self.say(words)

    @Slot()
    def _on_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
