"""The parts of a day's page, and how the keyboard walks from field to field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.out_of_sight import OutOfSight
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, card, label, scrolling
from diary.ui.widgets.day_column import DayColumn
from diary.ui.widgets.day_header import DayHeader
from diary.ui.widgets.day_notice import DayNotice
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.form_column import FormColumn
from diary.ui.widgets.note_edit import NoteEdit

NOTE_HEIGHT = 96
SEEN_AROUND = 80


class DayFrame(QWidget):
    """What is seen of a day. The page fills it and listens to it.

    `notice_followed` says that the patient wants the day that the notice offers.
    """

    notice_followed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "page")
        self.header = DayHeader()
        self.notice = DayNotice(self.notice_followed.emit, self)
        self.welcome = label(
            _("Answer what you like and leave out the rest. Each answer is saved at once."),
            "secondary",
        )
        self.note = NoteEdit()
        self.column = DayColumn(theme)
        self._lay_out()
        self._fit()
        self.column.left.connect(self._on_row_left)
        self.column.sought.connect(self._on_row_sought)
        theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        inside = FormColumn()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self.header)
        column.addWidget(self.welcome)
        column.addWidget(self.notice)
        column.addWidget(self.column)
        frame, body = card(_("Note"))
        self.note.setAccessibleName(_("Note for this day"))
        body.addWidget(label(_("Anything that you want to remember about this day"), "secondary"))
        body.addWidget(self.note)
        column.addWidget(frame)
        column.addStretch(1)
        self._area = scrolling(inside)
        OutOfSight(self._area)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the first field of the day."""
        return next((row.input for row in self.column.rows), self.header.before)

    @Slot()
    def _fit(self) -> None:
        self.note.setFixedHeight(self._theme.px(NOTE_HEIGHT))

    # Walking.

    def go_to(self, row: FieldRow) -> None:
        """Put the keyboard on a field, in sight."""
        row.focus()
        self._area.ensureWidgetVisible(row, 0, self._theme.px(SEEN_AROUND))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's
        """Tab: bring all of a field in sight, its question too."""
        moved = super().focusNextPrevChild(forward)
        here = self.focusWidget()
        row = next((each for each in self.column.rows if each.isAncestorOf(here)), None)
        if moved and row is not None:
            self._area.ensureWidgetVisible(row, 0, self._theme.px(SEEN_AROUND))
        return moved

    @Slot(str, int)
    def _on_row_left(self, key: str, step: int) -> None:
        row = self.column.next_row(key, step)
        if row is not None:
            self.go_to(row)
        elif step > 0:
            self.go_to_note()

    @Slot()
    def go_to_note(self) -> None:
        """Put the keyboard on the note, all of it in sight."""
        self.note.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.note, 0, self._theme.px(SEEN_AROUND))

    @Slot(str, str)
    def _on_row_sought(self, key: str, letter: str) -> None:
        row = self.column.row_named(letter, key)
        if row is not None:
            self.go_to(row)
